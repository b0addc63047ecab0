import type { ItemFact } from '../item/item-fact';
import type { Cell } from './cell';

/**
 * Marks a cell that rests on items which cannot be read fully: its state is that of what was read last, and since when is
 * said. @param items those that it rests on; none leaves the cell as it is
 */
export function markUnknown(cell: Cell, items: readonly ItemFact[]): Cell {
  const since = items.flatMap(({ unread }) => unread?.since ?? []).sort()[0];
  if (since === undefined) return cell;
  const ids = [...new Set(items.map(({ id }) => id))].sort();
  return { ...cell, reasons: [...cell.reasons, { code: 'unknown', items: ids, day: since }] };
}
