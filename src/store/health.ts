import { FRESHNESS_SELECT, queryFresh } from './freshness';
import { OPEN } from './mark';

/** Assumed bytes of a row with its indexes, by what its columns usually hold: for an estimate, not an invoice. */
const BYTES_A_ROW: Readonly<Record<string, number>> = {
  item: 900,
  item_reference: 160,
  cell: 320,
  coverage_snapshot: 160,
  mark: 90,
  decision: 400,
  ingest_cursor: 300,
  setup_step: 400,
  import_row: 1_500,
  imported_issue: 260,
  points_spent: 40,
};

export interface Health {
  tables: { name: string; rows: number; bytes: number }[];
  lastRead: number | null;
  openMarks: number;
  /** Epoch milliseconds at which the oldest open mark was set. */
  oldestMark: number | null;
  itemsByProject: Map<string, number>;
}

/** What an administrator looks at, in one statement. */
export async function readHealth(): Promise<Health> {
  const names = Object.keys(BYTES_A_ROW);
  const { rows, fresh } = await queryFresh(
    `${names.map((name) => `SELECT 'rows' AS what, '${name}' AS word, COUNT(*) AS n FROM ${name}`).join(' UNION ALL ')}
     UNION ALL ${FRESHNESS_SELECT}
     UNION ALL SELECT 'oldest', '', MIN(stamp) FROM mark WHERE ends_at = ${OPEN}
     UNION ALL SELECT 'project', project_id, COUNT(*) FROM item WHERE lost_on IS NULL GROUP BY project_id`,
  );
  const oldest = rows.find((row) => row.what === 'oldest')?.n ?? null;
  const { asOf, updating } = fresh;
  return {
    tables: rows
      .filter((row) => row.what === 'rows')
      .map(({ word, n }) => ({ name: word, rows: n ?? 0, bytes: (n ?? 0) * (BYTES_A_ROW[word] ?? 0) })),
    lastRead: asOf,
    openMarks: updating,
    // Stamps are microseconds.
    oldestMark: oldest === null ? null : Math.floor(oldest / 1_000),
    itemsByProject: new Map(rows.filter((row) => row.what === 'project').map((row) => [row.word, row.n ?? 0])),
  };
}
