/** What a macro can be told, and what is chosen there. */
export const SETTINGS_NOT_SAVED = 'The settings were not saved';
/** After why. */
export const NOTHING_CHANGED = 'Nothing on the page was changed. Try again, or cancel.';
export const PREVIEW = 'Preview, as you see it';

export const FIGURES_OF = 'Figures of';
export const THE_ORGANISATION = 'The organisation';
export const SOME_PROJECT = 'A Jira project';
export const SOME_SYSTEM = 'An AI system';
export const SEARCH_PROJECTS = 'Search by name or key';
export const SEARCH_SYSTEMS = 'Search by title';

export const ALL_GROUPS = 'All groups';
export const groupWords = (group: string): string => `Group ${group}`;
export const CLAUSES_AND_CONTROLS = 'Clauses and Annex A controls';
export const CLAUSES = 'Clauses 4 to 10';
export const EVERY_STAGE = 'Every stage';

export const PAGE_OF_POLICY = 'Page of the policy';
export const THIS_PAGE = 'Empty: this page, with the text written inside the macro';
export const PASTE_LINK = 'Paste the link of the page to show its policy here.';
export const NO_ADDRESS = 'This is no address of a page. Paste the link of the page, or its number.';
