import { changeConfiguration, readConfiguration } from '../configuration';
import { query } from '../sql';

/**
 * Has every issue read anew, so that it is known who accepted, closed and dismissed what: facts of 0.1.0 do not tell. A project takes
 * part since it was first read, as far as that is still known, and else since now; what was closed before is left as it is.
 */
export async function askWitnesses(): Promise<null> {
  const now = Date.now();
  const { projects } = await readConfiguration();
  if (projects.length === 0) return null;
  const rows = await query<{ cursor_id: string; body: string }>(
    "SELECT cursor_id, body FROM ingest_cursor WHERE cursor_id LIKE 'backfill:%'",
  );
  const began = new Map(rows.map(({ cursor_id, body }) => [cursor_id, Number(JSON.parse(body).startedAt)]));
  const since = (projectId: string): number => began.get(`backfill:${projectId}`) ?? now;
  await changeConfiguration((before) => ({
    ...before,
    readAllSince: Math.max(before.readAllSince, now),
    enrolledAt: { ...Object.fromEntries(projects.map((id) => [id, since(id)])), ...before.enrolledAt },
  }));
  return null;
}
