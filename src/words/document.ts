/** What a screen and an export say of the parts of a text that are no words of its own. */

/** Before what another app draws. */
export const OTHER_APP = 'Part of another app, live, not part of the approved text:';
export const OTHER_APP_IN_LINE = 'part of another app, live, not part of the approved text: ';
export const OTHER_PAGE = 'Block kept on another page, live, not part of the approved text:';
export const SYNCED_FROM_HERE = 'Synced from here:';
export const LIVE_LIST = 'live list, not part of the text';

export const FILE_NOT_SHOWN = 'Image or file, not shown here: ';
export const ADDRESS_NOT_LOADED = 'Address, not loaded: ';
export const NO_DESCRIPTION = 'without a description';

export const SOME_DAY = 'a day';
export const SOME_PERSON = 'a person';
export const TO_BE_WRITTEN = 'to be written: ';
export const unknownPartWords = (type: string): string => `unknown part: ${type} `;

/** What an export says otherwise. */
export const EXPORTED = {
  expand: 'Details',
  panel: 'note',
  taskDone: '☑ done: ',
  taskOpen: '☐ open: ',
  decided: 'Decided: ',
  undecided: 'Undecided: ',
  otherAppInLine: 'part of another app, live: ',
  otherPage: 'Block kept on another page: ',
} as const;
