import type { Requirement } from '../../../controls';
import { addDays, type Day } from '../day';
import type { Settings } from '../decision/decision';
import { acceptanceEnd, acceptanceGap } from '../risk/acceptance';
import { isAboveThreshold, isLiving } from '../risk/risk';
import { contributionRole } from './contribution';
import type { ItemFact, ItemId } from './item-fact';
import { validUntil } from './validity';

export interface Need {
  itemId: ItemId;
  what:
    | 'evidence-review'
    | 'system-review'
    | 'acceptance-expires'
    | 'risk-open'
    | 'effectiveness-review'
    | 'nonconformity-open';
  /** Null for what waits without a day. */
  day: Day | null;
  overdue: boolean;
}

/** What comes within so many days is shown. */
const AHEAD_DAYS = 31;

/** A day that is near enough to be shown, and whether it has passed; null for a later one. */
export function comesDue(day: Day, today: Day, aheadDays = AHEAD_DAYS): { day: Day; overdue: boolean } | null {
  return day > addDays(today, aheadDays) ? null : { day, overdue: day < today };
}

/** What falls to whoever holds the items, soonest first; what waits without a day counts as of today. Pure. */
export function needsOf(
  items: readonly ItemFact[],
  requirements: ReadonlyMap<string, Pick<Requirement, 'validForMonths'>>,
  settings: Settings,
  today: Day,
): Need[] {
  return items
    .flatMap((item) => needOf(item, requirements, settings) ?? [])
    .flatMap((need): Need[] => {
      if (need.day === null) return [{ ...need, overdue: false }];
      const due = comesDue(need.day, today);
      return due === null ? [] : [{ ...need, ...due }];
    })
    .sort((a, b) => compare(a.day ?? today, b.day ?? today) || compare(a.itemId, b.itemId));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function needOf(
  item: ItemFact,
  requirements: ReadonlyMap<string, Pick<Requirement, 'validForMonths'>>,
  settings: Settings,
): Omit<Need, 'overdue'> | null {
  const need = (what: Need['what'], day: Day | null | undefined) => (day ? { itemId: item.id, what, day } : null);
  const waiting = (what: Need['what']) => ({ itemId: item.id, what, day: null });
  if (item.system)
    return item.system.stage === 'retired' || item.system.stage === 'rejected'
      ? null
      : need('system-review', item.system.nextReview);
  if (item.risk) {
    if (!isLiving(item)) return null;
    if (acceptanceGap(item.risk, settings, () => false) === null)
      return need('acceptance-expires', acceptanceEnd(item.risk, settings));
    return isAboveThreshold(item, settings) ? waiting('risk-open') : null;
  }
  if (item.nonconformity) {
    if (item.progress === 'done' || item.cancelled) return null;
    return need('effectiveness-review', item.nonconformity.effectivenessDue) ?? waiting('nonconformity-open');
  }
  if (item.cancelled || item.progress !== 'done' || contributionRole(item) === null) return null;
  return need('evidence-review', lapseOf(item, requirements));
}

/** Evidence lapses with the first of the requirements that it names. */
function lapseOf(item: ItemFact, requirements: ReadonlyMap<string, Pick<Requirement, 'validForMonths'>>): Day | null {
  const ends = item.requirements.flatMap((id) => {
    const requirement = requirements.get(id);
    return (requirement && validUntil(item, requirement)) ?? [];
  });
  return ends.sort()[0] ?? null;
}
