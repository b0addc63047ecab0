/** The search above the pages, and what any search says. */

export const SEARCH = 'Search requirement, AI system, risk';
export const TYPE_SOMETHING = 'Type a number, a key or a word of the title.';
export const NOTHING_FOUND = 'Nothing found that you may see.';
export const JIRA_NOT_SEARCHED = 'Jira cannot be searched';

/** What is found, by kind. */
export const FOUND_SYSTEMS = 'AI systems';
export const FOUND_ACTIONS = 'Corrective actions';
