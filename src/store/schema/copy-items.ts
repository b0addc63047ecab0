import { factFrom } from '../fact';
import { change, placeholders, query } from '../sql';
import { STANDING_COLUMNS, standingValues } from '../standing';

const ROWS = 200;

/**
 * Fills the columns of `item` that statements group and sort by from the facts, in pieces in the order of ids. A row that was
 * written meanwhile has a newer fence, and stays.
 */
export async function copyItems(after: string | null): Promise<string | null> {
  const rows = await query<{ item_id: string; fact: string; fence: number }>(
    `SELECT item_id, fact, fence FROM item WHERE item_id > ? ORDER BY item_id LIMIT ${ROWS}`,
    [after ?? ''],
    { fence: 'number' },
  );
  if (rows.length === 0) return null;
  const set = STANDING_COLUMNS.map((column) => `${column} = IF(VALUES(fence) = fence, VALUES(${column}), ${column})`);
  // The other columns have no default, so an insert names them; the row is there already.
  await change(
    `INSERT INTO item (item_id, kind, project_id, fact, lost_on, checked_at, fence, ${STANDING_COLUMNS.join(', ')})
     VALUES ${placeholders(rows.length, 7 + STANDING_COLUMNS.length)} ON DUPLICATE KEY UPDATE ${set.join(', ')}`,
    rows.flatMap(({ item_id, fact: text, fence }) => {
      const fact = factFrom(text);
      return [item_id, fact.kind, fact.projectId, text, fact.lostOn, 0, fence, ...standingValues(fact)];
    }),
  );
  return rows.at(-1)?.item_id ?? null;
}
