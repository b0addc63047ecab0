/** What an exported text says of what no paper can show. */
export const DOCUMENT_WORDS = {
  expand: 'Details',
  panel: 'note',
  taskDone: '☑ done: ',
  taskOpen: '☐ open: ',
  decided: 'Decided: ',
  undecided: 'Undecided: ',
  otherApp: 'Part of another app, live, not part of the approved text: ',
  otherAppInLine: 'part of another app, live: ',
  otherPage: 'Block kept on another page: ',
  liveList: 'live list, not part of the text',
  file: 'Image or file, not shown here: ',
  noDescription: 'without a description',
  day: 'a day',
  person: 'a person',
  placeholder: 'to be written: ',
  unknown: (type: string) => `unknown part: ${type} `,
} as const;
