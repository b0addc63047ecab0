import { isCorrected, isDismissed } from './seen-conclusions';
import { type Item, isCancelled, plusDays, plusMonths, text, type Verdict } from './seen-items';

/**
 * 10.2: none overdue (30 days after its detection where no day is set), each closed in 36 months has all that 10.2 asks for, and one
 * was closed in 12.
 */
export function correctionVerdict(linked: Verdict, items: readonly Item[], today: string): Verdict {
  const counted = items.filter(
    (item) =>
      item.type === 'Nonconformity' &&
      item.lostOn === null &&
      !isCancelled(item) &&
      text(item, 'Grade') !== 'Observation',
  );
  if (counted.length === 0) return linked;
  const closed = counted.filter((item) => item.category === 'done' && !isDismissed(item));
  const within = (item: Item, months: number) => item.doneOn === null || today <= plusMonths(item.doneOn, months);
  const isComplete = (item: Item) => isCorrected(item, items) && text(item, 'AIMS changes') !== null;
  // A day that is not known may be over: unknown is never the mild state.
  const isOverdue = (item: Item) =>
    (text(item, 'Effectiveness due') ?? plusDays(text(item, 'Detected on') ?? item.createdOn, 30)) < today ||
    item.unknownDays.includes('Effectiveness due');
  const open = counted.filter(({ category }) => category !== 'done');
  const recent = closed.filter((item) => within(item, 36));
  if (open.some(isOverdue) || !recent.every(isComplete)) return 'in-progress';
  if (counted.some(({ unknownDays }) => unknownDays.some((field) => DATES_OF_10_2.includes(field))))
    return 'in-progress';
  if (recent.some((item) => within(item, 12))) return 'suffices';
  if (open.length > 0) return 'in-progress';
  return closed.length > 0 ? 'stale' : linked;
}

const DATES_OF_10_2 = ['Detected on', 'Effectiveness due', 'Effectiveness date'];
