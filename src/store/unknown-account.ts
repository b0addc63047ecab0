import { factFrom } from './fact';
import { HELD_BY } from './item';
import { query } from './sql';
import { targetOf } from './target';

/**
 * Accounts that items name and that no row of `person` does, in their order. Where an id is longer than a target the item's fact
 * has it whole.
 * @param after the last one before, or ''
 */
export async function accountsHoldingItems(after: string, limit: number): Promise<string[]> {
  const rows = await query<{ target_id: string; fact: string }>(
    `SELECT r.target_id, i.fact FROM (
       SELECT target_id, MIN(item_id) AS item_id FROM item_reference
       WHERE role = '${HELD_BY}' AND gone = 0 AND target_id > ?
         AND NOT EXISTS (SELECT 1 FROM person p WHERE p.account_id = item_reference.target_id)
       GROUP BY target_id ORDER BY target_id LIMIT ${Math.trunc(limit)}
     ) r JOIN item i ON i.item_id = r.item_id ORDER BY r.target_id`,
    [targetOf(after)],
  );
  return rows.flatMap(({ target_id, fact }) => {
    const whole = factFrom(fact).people.find((accountId) => targetOf(accountId) === target_id);
    return whole === undefined ? [] : [whole];
  });
}
