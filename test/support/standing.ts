import type { ItemFact } from '../../src/domain/item/item-fact';
import { STANDING_COLUMNS, type StandingCount, standingValues } from '../../src/store/standing';

/** The row in which a statement counts this item alone. */
export function countOf(fact: ItemFact): StandingCount {
  const values = standingValues(fact);
  return {
    ...Object.fromEntries(STANDING_COLUMNS.map((column, place) => [column, values[place]])),
    n: 1,
  } as StandingCount;
}
