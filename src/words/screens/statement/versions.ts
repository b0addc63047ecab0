/** Versions that were approved. */
export const COUNTS_UNTIL = 'Counts until';
export const CHECK_CODE = 'Check code';

export const takeAsDraftWords = (version: number): string => `Take version ${version} as the draft`;
export const DRAFT_AS_IT_WAS = 'The draft is as it was';

/** An approval that is withdrawn. */
export const withdrawWords = (version: number): string => `Withdraw the approval of ${version}`;
export const withdrawalWords = (version: number): string =>
  `From now on version ${version} is as if nobody had approved it. It stays in the history.`;
export const WHY_WITHDRAWN = 'Why the approval is withdrawn';
export const withdrawVersionWords = (version: number): string => `Withdraw the approval of version ${version}`;
export const APPROVAL_STANDS = 'The approval stands';
export const withdrawnWords = (name: string, reason: string): string => `Withdrawn by ${name}: ${reason}`;

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
