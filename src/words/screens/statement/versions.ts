/** Versions that were approved. */
export const takeAsDraftWords = (version: number): string => `Take version ${version} as the draft`;
export const DRAFT_AS_IT_WAS = 'The draft is as it was';

/** The version in force as a file. */
export const asFileWords = (version: number): string => `Version ${version} as a file:`;
export const FILE_TO_CHECK = 'File to check the code with';
export const savedAsWords = (file: string): string => `Saved as ${file}.`;
export const NO_FILE = 'No file was made';
