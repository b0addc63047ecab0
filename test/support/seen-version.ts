import type { Site } from '../../local/site';

/** The version in force of something that is approved, by the app's table, read row by row: the newest that nobody took back. */
export interface SeenVersion<Row> {
  approvedAt: number | null;
  validUntil: string | null;
  /** By the key of the row, of the version in force. */
  rows: ReadonlyMap<string, Row>;
  isBegun: boolean;
}

export async function versionSeen<Row>(site: Site, kind: string): Promise<SeenVersion<Row>> {
  const stored = await site.sql(
    `SELECT revision, row_key, act, about, at, body FROM approval_entry WHERE kind = '${kind}'`,
  );
  const entries = stored
    .map(({ revision, row_key, act, about, at, body }) => ({
      ...{ act, about, at, key: String(row_key) },
      revision: Number(revision),
      body: JSON.parse(String(body)) as unknown,
    }))
    .sort((a, b) => a.revision - b.revision);
  const takenBack = entries.filter(({ act }) => act === 'withdrawn').map(({ about }) => Number(about));
  const approval = entries.filter(({ act, revision }) => act === 'approved' && !takenBack.includes(revision)).at(-1);
  const rows = new Map<string, Row>();
  for (const { key, revision, body } of entries) {
    if (key === '' || approval === undefined || revision > approval.revision) continue;
    if (body === null) rows.delete(key);
    else rows.set(key, body as Row);
  }
  return {
    approvedAt: approval ? Number(approval.at) : null,
    validUntil: approval ? ((approval.body as { validUntil: string | null }).validUntil ?? null) : null,
    rows,
    isBegun: entries.length > 0,
  };
}
