import type { Requirement } from '../../../controls';
import { addDays, addMonths, type Day } from '../day';
import type { ItemFact, ItemId } from './item-fact';

export interface Need {
  itemId: ItemId;
  what: 'evidence-review' | 'system-review' | 'acceptance-expires' | 'effectiveness-review';
  day: Day;
  overdue: boolean;
}

/** What comes within so many days is shown. */
const AHEAD_DAYS = 31;

/** What falls to whoever holds the items, soonest first. Pure. */
export function needsOf(
  items: readonly ItemFact[],
  requirements: ReadonlyMap<string, Pick<Requirement, 'validForMonths'>>,
  today: Day,
): Need[] {
  const horizon = addDays(today, AHEAD_DAYS);
  return items
    .flatMap((item) => needOf(item, requirements) ?? [])
    .filter(({ day }) => day <= horizon)
    .map((need) => ({ ...need, overdue: need.day < today }))
    .sort((a, b) => (a.day === b.day ? (a.itemId < b.itemId ? -1 : 1) : a.day < b.day ? -1 : 1));
}

function needOf(
  item: ItemFact,
  requirements: ReadonlyMap<string, Pick<Requirement, 'validForMonths'>>,
): Omit<Need, 'overdue'> | null {
  const need = (what: Need['what'], day: Day | null | undefined) => (day ? { itemId: item.id, what, day } : null);
  if (item.system)
    return item.system.stage === 'retired' || item.system.stage === 'rejected'
      ? null
      : need('system-review', item.system.nextReview);
  if (item.risk) return item.risk.accepted ? need('acceptance-expires', item.risk.acceptanceExpires) : null;
  if (item.nonconformity)
    return item.progress === 'done' ? null : need('effectiveness-review', item.nonconformity.effectivenessDue);
  if (item.cancelled || item.effectiveOn === null) return null;
  return need('evidence-review', item.reviewDue ?? lapseOf(item, requirements));
}

/** Without a review date evidence lapses with the shortest term of the requirements that it names. */
function lapseOf(
  { effectiveOn, requirements: named }: ItemFact,
  requirements: ReadonlyMap<string, Pick<Requirement, 'validForMonths'>>,
): Day | null {
  const months = named.flatMap((id) => requirements.get(id)?.validForMonths ?? []);
  return effectiveOn === null || months.length === 0 ? null : addMonths(effectiveOn, Math.min(...months));
}
