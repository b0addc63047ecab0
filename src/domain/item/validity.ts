import type { Requirement } from '../../../controls';
import { addMonths, type Day } from '../day';
import type { ItemFact } from './item-fact';

/** From which day an item is evidence: its effective date, else the day on which it was done; null while neither is known. */
export function effectiveFrom(item: ItemFact): Day | null {
  return item.effectiveOn ?? item.doneOn;
}

/**
 * Until which day an item is current evidence of a requirement: its own review day, else the requirement's term (months) after
 * it took effect; null for what is no evidence yet. The one rule for cells, panels and what falls to people.
 */
export function validUntil(item: ItemFact, { validForMonths }: Pick<Requirement, 'validForMonths'>): Day | null {
  const from = effectiveFrom(item);
  return from === null ? null : (item.reviewDue ?? addMonths(from, validForMonths));
}
