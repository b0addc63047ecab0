import { z } from 'zod';
import { CONDITIONS } from '../domain/applicability/condition';
import type { Version } from '../domain/approval/course';
import type { ItemFact } from '../domain/item/item-fact';
import type { StatementAnnex } from '../domain/statement/review';
import { SYSTEM_IN_SCOPE } from './facets';
import { factFrom } from './fact';
import { instantTarget, RECLASSIFIED, SECOND_INSTANT } from './item';
import { query } from './sql';

const annexSchema: z.ZodType<StatementAnnex> = z.object({
  catalogue: z.number(),
  conditions: z.array(z.enum(CONDITIONS)),
});

/** What was kept with the approval of a version of the Statement; null where nothing was. */
export const annexFrom = ({ annex }: Pick<Version, 'annex'>): StatementAnnex | null =>
  annexSchema.safeParse(annex).data ?? null;

/** AI systems that are named one by one; the others are counted. */
const NAMED = 20;

/**
 * AI systems that were there at an instant (epoch milliseconds) and of which the part, role or class changed after it, some of them and
 * how many there are, for a UNION ALL with other reads. @param at null: none
 */
export function reclassifiedSelect(at: number | null): { sql: string; parameters: string[] } {
  // Targets of other roles that begin with a digit come in between: the role takes them out.
  return {
    sql: `SELECT r.item_id, COUNT(*) OVER (PARTITION BY r.role) AS n FROM item_reference r JOIN item i ON i.item_id = r.item_id
     WHERE r.role = '${RECLASSIFIED}' AND r.gone = 0 AND r.target_id >= ? AND r.target_id < '1' AND ${SECOND_INSTANT} <= ?
       AND ${SYSTEM_IN_SCOPE} ORDER BY r.item_id LIMIT ${NAMED}`,
    // Instants are written as text that sorts; nothing is between these two.
    parameters: at === null ? ['1', ''] : [instantTarget(at + 1), instantTarget(at)],
  };
}

/** Facts that are read at once: each has some 1,000 characters, and an answer holds 4 MiB. */
const AT_ONCE = 2_000;

/** All AI systems that figures count, in two statements where there are 3,000. */
export async function systemsInScope(): Promise<ItemFact[]> {
  const facts: ItemFact[] = [];
  let after = '';
  for (;;) {
    const rows = await query<{ item_id: string; fact: string }>(
      `SELECT i.item_id, i.fact FROM item i WHERE ${SYSTEM_IN_SCOPE} AND i.item_id > ? ORDER BY i.item_id LIMIT ${AT_ONCE}`,
      [after],
    );
    facts.push(...rows.map(({ fact }) => factFrom(fact)));
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) return facts;
    after = last.item_id;
  }
}
