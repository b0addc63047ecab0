import type { Requirement } from '../../../controls';
import { addMonths, type Day } from '../day';
import type { ItemFact } from './item-fact';

/** From which day an item is evidence: its effective date, else the day on which it was done; null while neither is known. */
export function effectiveFrom(item: ItemFact): Day | null {
  return item.effectiveOn ?? item.doneOn;
}

/** No document counts for longer without being looked at, whatever its review day says. Our model. */
const DOCUMENT_MONTHS = 36;

/**
 * Until which day an item is current evidence of a requirement: its own review day, else the requirement's term (months) after it took
 * effect. A review day lies at most 36 months ahead for a document, and within the term for a record or work. Null for what is no
 * evidence yet. The one rule for cells, panels and what falls to people.
 */
export function validUntil(item: ItemFact, { validForMonths }: Pick<Requirement, 'validForMonths'>): Day | null {
  const from = effectiveFrom(item);
  if (from === null) return null;
  const term = addMonths(from, validForMonths);
  if (item.reviewDue === null) return term;
  const isDocument = item.page !== undefined && !item.page.record;
  const latest = isDocument ? addMonths(from, DOCUMENT_MONTHS) : term;
  return [item.reviewDue, latest].sort()[0] ?? latest;
}
