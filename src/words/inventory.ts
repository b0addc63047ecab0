/** What is done where a row is not simply imported; every other cell is only taken as not known. */
export const PROBLEM_MEANINGS: Readonly<Record<string, string>> = {
  'name-missing': 'The row makes no issue. Give it a name in the file, then check the file again.',
  'cells-do-not-fit': 'The row makes no issue: it has more or fewer values than there are headers.',
  'quote-not-closed': 'The row makes no issue: a quote in it is not closed.',
  'maybe-renamed': 'Say above whether it is a known AI system. Until then nothing is done about either.',
  'same-name-unsure': 'Several issues have this name, and none says the same. Nothing is done.',
  'row-not-in-file': 'An earlier import made the issue; the file does not have its row any more. The issue stays.',
  'no-longer-said': 'An earlier import made the issue; its row does not say this any more. The issue stays.',
  'issue-gone': 'It was deleted in Jira or left the project. Nothing is made in its place.',
  'kept-as-people-changed-it': 'People changed it in Jira, and the file says otherwise. It stays as it is in Jira.',
  'emptied-in-file': 'An earlier import filled it, and the file leaves it empty now.',
  'state-stays': 'The file names another state than last time. The issue stays where it is; people move it in Jira.',
  'field-missing': 'The site does not have the field any more. It is left out.',
  'option-missing': 'The project has no such option. The field is left out.',
};

/** Why a file cannot be read, and what to do. */
export const FILE_REFUSED = {
  tooLarge: (megabytes: number): Refusal => [`The file has ${megabytes} MB; 20 MB is the most.`, 'Split the file.'],
  notText: ['The file is not text (a spreadsheet or UTF-16?).', 'Save it as CSV in UTF-8.'],
  noRows: ['The file has no rows below its headers.', 'Check that it is the right file, saved as CSV.'],
  otherEncoding: (encoding: string): Refusal => [
    `The file is not written in ${encoding}.`,
    `Save it in ${encoding}, or choose the mapping of its source.`,
  ],
} as const satisfies Record<string, Refusal | ((of: never) => Refusal)>;

type Refusal = readonly [message: string, remedy: string];
