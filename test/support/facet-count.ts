import type { ItemFact } from '../../src/domain/item/item-fact';
import { FACET_COLUMNS, type FacetCount, facetValues } from '../../src/store/facets';

/** The row in which a statement counts this item alone. */
export function countOf(fact: ItemFact): FacetCount {
  const values = facetValues(fact);
  return {
    ...Object.fromEntries(FACET_COLUMNS.map((column, place) => [column, values[place]])),
    n: 1,
  } as FacetCount;
}
