import type { ConditionKey } from '../../../controls';
import { type Content, DECIDED_FOR } from '../approval/entry';
import type { ItemFact, ItemId } from '../item/item-fact';

/** For which AI systems an item counts that is met in common. */
export type WhichSystems =
  | { which: 'condition'; condition: ConditionKey }
  | { which: 'project'; projectId: string }
  | { which: 'systems'; systems: readonly ItemId[] }
  | { which: 'every'; reason: string };

/** The one row: for which systems, and whatever else there is to say. */
export type InCommonRow = WhichSystems & { note: string };

/** "Every AI system" needs a reason of so many characters. */
const EVERY_REASON_LEAST = 20;
export const NAMED_SYSTEMS_AT_MOST = 50;

export const inCommonRow = (content: Content): InCommonRow | null =>
  (content.get(DECIDED_FOR) as unknown as InCommonRow | undefined) ?? null;

/** Whether it is said for which systems; until then it cannot be submitted. */
export function saysWhich(row: InCommonRow | null): boolean {
  if (row === null) return false;
  if (row.which === 'systems') return row.systems.length > 0;
  return row.which !== 'every' || row.reason.trim().length >= EVERY_REASON_LEAST;
}

/** @param isTrue whether a condition is true of the AI system */
export function countsFor(
  which: WhichSystems,
  system: ItemFact,
  isTrue: (condition: ConditionKey) => boolean,
): boolean {
  switch (which.which) {
    case 'condition':
      return isTrue(which.condition);
    case 'project':
      return system.projectId === which.projectId;
    case 'systems':
      return which.systems.includes(system.id);
    case 'every':
      return true;
  }
}
