/** What failed between a screen and the app or its product, and what to do about it. */
export const NOT_LICENSED = 'You do not have access to this app.';
export const LOG_IN_WITH_LICENCE = 'Log in with a licence for the product.';

export const appSilentWords = (detail: string): string => `The app did not answer: ${detail}`;
export const CHECK_CONNECTION = 'Check your connection and try again.';

export const ANSWER_UNEXPECTED = 'The app answered in a form that this screen does not know.';
export const RELOAD_PAGE = 'Reload the page: the app may have been updated.';

/** Stands where Jira refused something without a word. */
export const jiraAnsweredWords = (status: number): string => `Jira answered ${status}.`;
export const MEND_WHAT_JIRA_NAMES = 'Mend what Jira names, or ask the project’s administrator.';
