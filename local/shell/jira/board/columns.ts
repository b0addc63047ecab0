import type { Issue, Status } from '../jira';

const ORDER = ['new', 'indeterminate', 'done'];

/** More columns than this side by side are not seen at once. */
const MANY = 6;

/**
 * The columns of a board: a status each, in the order of their category and workflow. Where the workflows of several
 * types have many, a status without cards has no column; the menu of a card still reaches it.
 */
export function columnsOf(statuses: readonly Status[], issues: readonly Issue[], ofAllTypes: boolean): Status[] {
  const filled = new Set(issues.map(({ fields }) => fields.status.id));
  const once = [...new Map(statuses.map((status) => [status.id, status])).values()];
  const isFull = !ofAllTypes || once.length <= MANY;
  const rank = ({ statusCategory }: Status) => ORDER.indexOf(statusCategory.key);
  return once.filter(({ id }) => isFull || filled.has(id)).sort((a, b) => rank(a) - rank(b));
}
