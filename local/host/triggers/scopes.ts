/** The classic scopes that the pages of events name (developer.atlassian.com/platform/forge/events-reference/jira and …/confluence). */
const OF_JIRA: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /:(issuetype|field|field:context|field:context:configuration|filter|configuration|expression)$/,
    ['manage:jira-configuration'],
  ],
  [/^avi:jira:timetracking:provider:changed$/, ['manage:jira-configuration']],
  [/:user$/, ['read:jira-user']],
];
const USUAL_OF_JIRA = ['read:jira-work'];

const OF_PAGES = ['read:confluence-content.summary'];
const OF_REMOVALS = [...OF_PAGES, 'write:confluence-content'];
const REMOVALS = /^avi:confluence:(trashed|deleted):/;

const GRANULAR_OF_JIRA = /^\w+:[\w.-]+:jira$/;

/** Whether the scopes of a manifest cover an event. Which granular scopes of Jira an event needs is not looked at. */
export function covers(scopes: readonly string[], event: string): boolean {
  if (event.startsWith('avi:jira:') && scopes.some((scope) => GRANULAR_OF_JIRA.test(scope))) return true;
  return scopesOf(event).every((scope) => scopes.includes(scope));
}

function scopesOf(event: string): readonly string[] {
  if (event.startsWith('avi:jira:')) return OF_JIRA.find(([names]) => names.test(event))?.[1] ?? USUAL_OF_JIRA;
  if (event.startsWith('avi:confluence:')) return REMOVALS.test(event) ? OF_REMOVALS : OF_PAGES;
  return [];
}
