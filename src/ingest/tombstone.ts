import type { Day } from '../domain/day';
import type { ItemFact } from '../domain/item/item-fact';

/**
 * What is kept of an item that is gone (deleted, moved out of the enrolled projects, archived): evidence that vanished is
 * stale, not forgotten. It keeps its requirements and links, so that its cells can say what they lost.
 */
export function tombstone(fact: ItemFact, today: Day): ItemFact {
  return fact.lostOn === null ? { ...fact, lostOn: today } : fact;
}
