/** Linking work to a requirement, and creating it. */
export const LINK_ISSUE = 'Link an issue';
export const CREATE_WORK = 'Create work';

export const FIND_ISSUE = 'Issue by key or words';
export const NOT_SEARCHED = 'Jira cannot be searched';
export const NOTHING_FOUND = 'Nothing found.';

export const WHAT_TO_DO = 'What is to be done';
export const createForWords = (number: string): string => `Create for ${number}`;
export const NOT_CREATED = 'No issue was created';
export const CREATED_UNNAMED = 'The issue was created, its requirement is not set yet';
