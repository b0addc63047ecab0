import { HELD_BY, LEFT } from './item';
import { inList, query } from './sql';

/** Who has left, as far as the facts of AI systems know. People stand here as targets (`target.ts`). */

const OF_SYSTEMS = "JOIN item i ON i.item_id = r.item_id AND i.kind = 'ai-system' AND i.lost_on IS NULL";

/** Whoever holds an AI system, each with one of those, in the order of people. @param after the last one before, or '' */
export async function holdersOfSystems(after: string, limit: number): Promise<{ person: string; itemId: string }[]> {
  const rows = await query<{ target_id: string; item_id: string }>(
    `SELECT r.target_id, MIN(r.item_id) AS item_id FROM item_reference r ${OF_SYSTEMS}
     WHERE r.role = '${HELD_BY}' AND r.gone = 0 AND r.target_id > ?
     GROUP BY r.target_id ORDER BY r.target_id LIMIT ${Math.trunc(limit)}`,
    [after],
  );
  return rows.map(({ target_id, item_id }) => ({ person: target_id, itemId: item_id }));
}

/** AI systems that know of one of these people otherwise than given here. */
export async function systemsToldOtherwise(closed: readonly string[], active: readonly string[]): Promise<string[]> {
  const unaware = `SELECT r.item_id FROM item_reference r ${OF_SYSTEMS}
    WHERE r.role = '${HELD_BY}' AND r.gone = 0 AND r.target_id IN (${inList(closed)})
      AND NOT EXISTS (SELECT 1 FROM item_reference l
        WHERE l.item_id = r.item_id AND l.role = '${LEFT}' AND l.target_id = r.target_id AND l.gone = 0)`;
  const outdated = `SELECT r.item_id FROM item_reference r ${OF_SYSTEMS}
    WHERE r.role = '${LEFT}' AND r.gone = 0 AND r.target_id IN (${inList(active)})`;
  if (closed.length + active.length === 0) return [];
  const rows = await query<{ item_id: string }>(`${unaware} UNION ${outdated}`, [...closed, ...active]);
  return rows.map(({ item_id }) => item_id);
}
