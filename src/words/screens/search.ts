/** The search above the pages, and what any search says. */

export const SEARCH = 'Search requirement, AI system, risk';
export const TYPE_SOMETHING = 'Type a number, a key or a word of the title.';
export const NOTHING_FOUND = 'Nothing found that you may see.';
export const JIRA_NOT_SEARCHED = 'Jira cannot be searched';

/** What is found, by kind, in this order. */
export const FOUND_ISSUES = {
  'ai-system': 'AI systems',
  'ai-risk': 'Risks',
  nonconformity: 'Nonconformities',
  'corrective-action': 'Corrective actions',
} as const;
