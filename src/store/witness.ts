import type { ItemId } from '../domain/item/item-fact';
import type { How, Right } from '../domain/item/witness';
import { makeKnown, TOKEN_OF } from './person';
import { change, chunks, inList, query } from './sql';

/**
 * Who accepted, closed or dismissed something in Jira, and whether they might when it was first seen. Append-only, and never
 * judged again: what is written here comes before what could be asked later.
 */
export interface WitnessOfSettling {
  itemId: ItemId;
  how: How;
  /** When, by the changelog: epoch milliseconds. */
  at: number;
  right: Right;
}

const ITEMS = 500;

/** What is known of some items already, by `witnessKey`. */
export async function readWitnesses(itemIds: readonly ItemId[]): Promise<Map<string, Right>> {
  const found = new Map<string, Right>();
  for (const chunk of chunks(itemIds, ITEMS)) {
    const rows = await query<{ item_id: string; how: How; at: number; held: Right }>(
      `SELECT item_id, how, at, held FROM settling_witness WHERE item_id IN (${inList(chunk)})`,
      chunk,
      { at: 'number' },
    );
    for (const row of rows) found.set(witnessKey({ itemId: row.item_id, how: row.how, at: row.at }), row.held);
  }
  return found;
}

/** What a witness is of: one change of one item. */
export const witnessKey = ({ itemId, how, at }: Pick<WitnessOfSettling, 'itemId' | 'how' | 'at'>): string =>
  `${itemId} ${how} ${at}`;

/**
 * Appends what somebody did; what stands already stays.
 * @param accountId null where Jira names nobody
 */
export async function appendWitness(
  accountId: string | null,
  witness: WitnessOfSettling,
  foundAt: number,
): Promise<void> {
  if (accountId !== null) await makeKnown([accountId]);
  await change(
    `INSERT INTO settling_witness (item_id, how, at, person, held, found_at)
     VALUES (?, ?, ?, ${accountId === null ? 'NULL' : TOKEN_OF}, ?, ?) ON DUPLICATE KEY UPDATE held = held`,
    [witness.itemId, witness.how, witness.at, ...(accountId === null ? [] : [accountId]), witness.right, foundAt],
  );
}

/** Which of the items somebody has accepted, closed or dismissed since an instant (epoch milliseconds), as far as was seen. */
export async function settledBy(accountId: string, itemIds: readonly ItemId[], since: number): Promise<Set<ItemId>> {
  const found = new Set<ItemId>();
  for (const chunk of chunks(itemIds, ITEMS)) {
    const rows = await query<{ item_id: string }>(
      `SELECT DISTINCT item_id FROM settling_witness WHERE person = ${TOKEN_OF} AND at >= ? AND item_id IN (${inList(chunk)})`,
      [accountId, since, ...chunk],
    );
    for (const { item_id } of rows) found.add(item_id);
  }
  return found;
}
