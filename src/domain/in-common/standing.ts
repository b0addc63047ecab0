import type { ConditionKey } from '../../../controls';
import type { Calendar } from '../day';
import type { MetInCommon } from '../decision/decision';
import type { Contribution } from '../item/contribution';
import type { ItemFact } from '../item/item-fact';
import { countsFor } from './row';

/** Whether an item without an AI system of its own is met in common for one, and whether that has ended. */
export type InCommonStanding = { counts: boolean; decision: MetInCommon } | null;

/**
 * How an item stands for a requirement of an AI system by what is met in common; null where no decision names it for the system.
 * What one person decided counts until its day and is as if not given after it. Pure.
 */
export function inCommonStanding(
  { item, requirementId, systems }: Pick<Contribution, 'requirementId' | 'systems'> & { item: Pick<ItemFact, 'id'> },
  system: ItemFact,
  metInCommon: readonly MetInCommon[],
  isTrue: (condition: ConditionKey) => boolean,
  calendar: Calendar,
): InCommonStanding {
  if (systems.length > 0) return null;
  const decision = metInCommon.find((one) => one.item === item.id && one.requirementId === requirementId);
  if (decision === undefined || !countsFor(decision.systems, system, isTrue)) return null;
  if (calendar.isOpenUntil(decision.validUntil)) return { counts: true, decision };
  return decision.byOnePerson ? null : { counts: false, decision };
}
