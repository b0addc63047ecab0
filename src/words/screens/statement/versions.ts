/** Versions that were approved. */
export const takeAsDraftWords = (version: number): string => `Take version ${version} as the draft`;
export const DRAFT_AS_IT_WAS = 'The draft is as it was';

/** What differs between two. */
export const compareWords = (version: number): string => `Compare version ${version}`;
export const comparedWords = (from: number, to: number | 'draft'): string =>
  to === 'draft' ? `Version ${from} and the draft` : `Version ${from} and version ${to}`;
export const NOT_COMPARED = 'They cannot be compared';
export const ALIKE = 'They are alike.';
export const furtherChangesWords = (count: number): string => `and ${count} further changes`;
export const CLOSE_COMPARISON = 'Close the comparison';

/** The version in force as a file. */
export const asFileWords = (version: number): string => `Version ${version} as a file:`;
export const FILE_TO_CHECK = 'File to check the code with';
export const savedAsWords = (file: string): string => `Saved as ${file}.`;
export const NO_FILE = 'No file was made';
