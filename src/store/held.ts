import type { ItemFact } from '../domain/item/item-fact';
import { factFrom } from './fact';
import { HELD_BY } from './item';
import { query } from './sql';
import { targetOf } from './target';

/** Items of one person that are looked through for what falls due; more than that nobody holds with dates. */
const HELD_ITEMS = 500;

/** Living items that a person owns or is assigned to, in a scope, with a date or an acceptance to look at. */
export async function heldItems(accountId: string, projectId: string | null): Promise<ItemFact[]> {
  const rows = await query<{ fact: string }>(
    `SELECT i.fact FROM item_reference r JOIN item i ON i.item_id = r.item_id
     WHERE r.target_id = ? AND r.role = '${HELD_BY}' AND r.gone = 0 AND i.lost_on IS NULL
       ${projectId === null ? '' : 'AND i.project_id = ?'}
     ORDER BY i.item_id DESC LIMIT ${HELD_ITEMS}`,
    [targetOf(accountId), ...(projectId === null ? [] : [projectId])],
  );
  return rows.map((row) => factFrom(row.fact)).filter((fact) => fact.people.includes(accountId));
}
