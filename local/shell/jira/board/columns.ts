import type { Issue, Status } from '../jira';

const ORDER = ['new', 'indeterminate', 'done'];

/**
 * The columns of a board: a status each, in the order of their category and workflow. With the workflows of several
 * types side by side (`onlyFilled`) a status without cards has no column; the menu of a card still reaches it.
 */
export function columnsOf(statuses: readonly Status[], issues: readonly Issue[], onlyFilled: boolean): Status[] {
  const filled = new Set(issues.map(({ fields }) => fields.status.id));
  const once = [...new Map(statuses.map((status) => [status.id, status])).values()];
  const rank = ({ statusCategory }: Status) => ORDER.indexOf(statusCategory.key);
  return once.filter(({ id }) => !onlyFilled || filled.has(id)).sort((a, b) => rank(a) - rank(b));
}
