/** Importing an inventory: the file, and what became of its rows. */

export const SET_UP_FIRST = 'Set up a project first';
export const WHY_SET_UP_FIRST =
  'An inventory is imported into a project of the AI management system. Choose one under Set-up.';

export const IMPORT_INVENTORY = 'Import an inventory of AI systems';
export const HOLDS_ON = 'The file’s statements hold on (empty: today)';
/** @param encoding in which the file is expected, once that is known */
export const fileWords = (encoding: string | null): string => `CSV file${encoding === null ? '' : `, ${encoding}`}`;
export const CHECK_FILE = 'Check the file';
export const FILE_NOT_READ = 'The file cannot be read';
export const FILE_NOT_TAKEN = 'The file was not taken';

export const ROWS_SENT = 'Rows sent';
export const sendingWords = (sent: number, rows: number): string =>
  rows === 0 ? 'Reading the file' : `${sent} of ${rows} rows sent`;

export const IMPORT_CHECKED = 'Check: nothing is changed yet';
export const LOADING_IMPORT = 'Loading the import';
export const IMPORT_NOT_SHOWN = 'The import cannot be shown';
export const NOTHING_IMPORTED = 'Nothing was imported';
export const IMPORT_ANOTHER = 'Import another file';

export const ROWS_DONE = 'Rows done';
export const rowsDoneWords = (of: {
  done: number;
  rows: number;
  created: number;
  updated: number;
  toLookAt: number;
}): string =>
  `${of.done} of ${of.rows} done: ${of.created} created, ${of.updated} updated${of.toLookAt > 0 ? `, ${of.toLookAt} to look at` : ''}`;
export const IMPORT_GOES_ON = 'You can leave this page; the import goes on.';

export const IMPORT_DONE = 'The import is done';
export const FIGURES_FOLLOW = 'The figures follow as soon as the new issues are counted.';
export const ROWS_TO_LOOK_AT = 'Some rows need a look';
export const IMPORT_STOPPED = 'The import stopped';
export const WHAT_WAS_IMPORTED_STAYS =
  'What was imported stays. Import the same file again: rows that are there already are left alone.';
