import type { z } from 'zod';
import { change, query } from './sql';

/** Where resumable work stands: one row for each backfill, reconciliation and import. */
export async function readCursor<Schema extends z.ZodType>(
  cursorId: string,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  const rows = await query<{ body: string }>('SELECT body FROM ingest_cursor WHERE cursor_id = ?', [cursorId]);
  return rows[0] ? schema.parse(JSON.parse(rows[0].body)) : null;
}

export async function dropCursor(cursorId: string): Promise<void> {
  await change('DELETE FROM ingest_cursor WHERE cursor_id = ?', [cursorId]);
}

export async function writeCursor(cursorId: string, body: unknown, now: number): Promise<void> {
  await change(
    'INSERT INTO ingest_cursor (cursor_id, body, updated_at) VALUES (?,?,?) ON DUPLICATE KEY UPDATE body = VALUES(body), updated_at = VALUES(updated_at)',
    [cursorId, JSON.stringify(body), now],
  );
}
