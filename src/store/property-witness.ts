import { change, chunks, inList, placeholders, query } from './sql';

/**
 * Requirements that issue properties name: what the app wrote there, and what it found there without having written it.
 * Append-only: Jira keeps no history of properties, so this is the only one.
 */
export interface Witness {
  itemId: string;
  requirementId: string;
  /** Named by the property from then on, or no longer. */
  named: boolean;
  /** When it was written or found, epoch milliseconds. */
  at: number;
}

const ROWS = 200;

/** The app is about to write it. */
export async function witnessOwn({ itemId, requirementId, named, at }: Witness): Promise<void> {
  await change(
    `INSERT INTO property_witness (item_id, requirement_id, at, named, past_app) VALUES (?,?,?,?,0)
     ON DUPLICATE KEY UPDATE named = VALUES(named), past_app = 0`,
    [itemId, requirementId, at, named ? 1 : 0],
  );
}

/** The app could not write what it was about to. */
export async function forgetOwn({ itemId, requirementId, at }: Witness): Promise<void> {
  await change('DELETE FROM property_witness WHERE item_id = ? AND requirement_id = ? AND at = ? AND past_app = 0', [
    itemId,
    requirementId,
    at,
  ]);
}

/** The newest witness of each requirement of some items. */
const NEWEST = `SELECT item_id, requirement_id, at, named, past_app,
    ROW_NUMBER() OVER (PARTITION BY item_id, requirement_id ORDER BY at DESC) AS age
  FROM property_witness WHERE item_id`;

/**
 * Appends what was found, unless the newest witness says the same already: then the app wrote it, or it was found before and
 * a crash kept the fact from being written.
 */
export async function witnessFound(found: readonly Witness[]): Promise<void> {
  if (found.length === 0) return;
  const items = [...new Set(found.map(({ itemId }) => itemId))];
  const rows = await query<{ item_id: string; requirement_id: string; named: number }>(
    `SELECT w.item_id, w.requirement_id, w.named FROM (${NEWEST} IN (${inList(items)})) w WHERE w.age = 1`,
    items,
    { named: 'number' },
  );
  const named = new Map(rows.map((row) => [`${row.item_id} ${row.requirement_id}`, row.named === 1]));
  const fresh = found.filter((one) => named.get(`${one.itemId} ${one.requirementId}`) !== one.named);
  for (const chunk of chunks(fresh, ROWS)) {
    await change(
      `INSERT INTO property_witness (item_id, requirement_id, at, named, past_app) VALUES ${placeholders(chunk.length, 5)}
       ON DUPLICATE KEY UPDATE past_app = past_app`,
      chunk.flatMap((one) => [one.itemId, one.requirementId, one.at, one.named ? 1 : 0, 1]),
    );
  }
}

/**
 * The requirements of one item that its property names and the app did not write, with the instant at which they were found; its
 * id is the parameter.
 */
export const FOUND_BY = `SELECT 'found', w.requirement_id, '', w.at FROM (${NEWEST} = ?) w
  WHERE w.age = 1 AND w.named = 1 AND w.past_app = 1`;

/** What was found past the app for one requirement since an instant, newest first: of the whole organisation or of a project. */
export async function foundSince(
  requirementId: string,
  projectId: string | null,
  since: number,
): Promise<{ at: number; named: boolean }[]> {
  const rows = await query<{ at: number; named: number }>(
    `SELECT w.at, w.named FROM property_witness w JOIN item i ON i.item_id = w.item_id
     WHERE w.requirement_id = ? AND w.past_app = 1 AND w.at >= ? ${projectId === null ? '' : 'AND i.project_id = ?'}
     ORDER BY w.at DESC LIMIT 500`,
    [requirementId, since, ...(projectId === null ? [] : [projectId])],
    { at: 'number', named: 'number' },
  );
  return rows.map((row) => ({ at: row.at, named: row.named === 1 }));
}
