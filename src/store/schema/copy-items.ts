import { FACET_COLUMNS, facetValues } from '../facets';
import { factFrom } from '../fact';
import { referencesOf } from '../item';
import { CHOSEN } from '../registers/field';
import { change, inList, placeholders, query } from '../sql';

const ROWS = 200;
const COLUMNS = ['kind', 'project_id', ...FACET_COLUMNS, 'fact', 'lost_on'];
const REFERENCES = ['item_id', 'role', 'target_id', 'gone', 'fence'];

/**
 * Facts name requirements by framework and number, and what statements group and sort by stands in columns. In pieces, in the
 * order of ids. A row that was written meanwhile has a newer fence, and stays.
 */
export async function copyItems(after: string | null): Promise<string | null> {
  const rows = await query<{ item_id: string; fact: string; fence: number }>(
    `SELECT item_id, fact, fence FROM item WHERE item_id > ? ORDER BY item_id LIMIT ${ROWS}`,
    [after ?? ''],
    { fence: 'number' },
  );
  if (rows.length === 0) return null;
  const items = rows.map(({ fact, fence }) => ({ fact: factFrom(fact), fence }));
  const set = COLUMNS.map((column) => `${column} = IF(VALUES(fence) = fence, VALUES(${column}), ${column})`);
  await change(
    `INSERT INTO item (item_id, ${COLUMNS.join(', ')}, checked_at, fence) VALUES ${placeholders(rows.length, COLUMNS.length + 3)}
     ON DUPLICATE KEY UPDATE ${set.join(', ')}`,
    items.flatMap(({ fact, fence }) => [
      fact.id,
      fact.kind,
      fact.projectId,
      ...facetValues(fact),
      JSON.stringify(fact),
      fact.lostOn,
      0,
      fence,
    ]),
  );
  await copyReferences(items);
  return rows.at(-1)?.item_id ?? null;
}

/** References to a requirement's number, and to an AI Act class without its field, are replaced by those that this version reads. */
async function copyReferences(
  items: readonly { fact: Parameters<typeof referencesOf>[0]; fence: number }[],
): Promise<void> {
  const references = items.flatMap(({ fact, fence }) =>
    referencesOf(fact)
      .filter(({ role }) => REPLACED.includes(role))
      .flatMap(({ role, target }) => [fact.id, role, target, 0, fence]),
  );
  if (references.length === 0) return;
  await change(
    `INSERT INTO item_reference (${REFERENCES.join(', ')}) VALUES ${placeholders(references.length / REFERENCES.length, REFERENCES.length)}
     ON DUPLICATE KEY UPDATE fence = fence`,
    references,
  );
  await change(
    `DELETE FROM item_reference WHERE item_id IN (${inList(items)}) AND (role = 'classed' OR (role IN ('names', 'names-alone') AND target_id NOT LIKE '%/%'))`,
    items.map(({ fact }) => fact.id),
  );
}

const REPLACED = ['names', 'names-alone', CHOSEN];
