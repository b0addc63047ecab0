import { OPEN } from './mark';
import { type NumberColumns, query, type SqlValue } from './sql';
import { waiting } from './waiting';

/** A row of a statement that puts several counts together with UNION ALL. */
export interface CountRow {
  what: string;
  word: string;
  n: number | null;
}

/** The SELECTs of what `queryFresh` reads, to be put into another statement with UNION ALL. */
export const FRESHNESS_SELECT = `SELECT 'as-of' AS what, '' AS word, MAX(checked_at) AS n FROM item
  UNION ALL SELECT 'marks', '', COUNT(*) FROM mark WHERE ends_at = ${OPEN}`;

export interface Freshness {
  /** The last instant at which any fact was written, or null. */
  asOf: number | null;
  /** What waits to be read or recounted: marks, and at most 100 notes. */
  updating: number;
}

/** Runs a statement that holds `FRESHNESS_SELECT`; beside it is counted what waits without a mark yet. */
export async function queryFresh(
  statement: string,
  parameters: readonly SqlValue[] = [],
): Promise<{ rows: CountRow[]; fresh: Freshness }> {
  return queryFreshRows<CountRow>(statement, parameters, { n: 'number' });
}

/** As `queryFresh`, of rows with more columns; `numbers` as of `query`. */
export async function queryFreshRows<Row extends CountRow>(
  statement: string,
  parameters: readonly SqlValue[],
  numbers: Record<NumberColumns<Row>, 'number'>,
): Promise<{ rows: Row[]; fresh: Freshness }> {
  // Notes first: what is marked meanwhile is then counted twice for a moment, and never not at all.
  const noted = (await waiting()).length;
  const rows = await query<Row>(statement, parameters, ...([numbers] as never));
  const one = (what: string) => rows.find((row) => row.what === what)?.n ?? null;
  return { rows, fresh: { asOf: one('as-of'), updating: noted + (one('marks') ?? 0) } };
}

/** When a fact was last written, and how much waits. */
export async function readFreshness(): Promise<Freshness> {
  return (await queryFresh(FRESHNESS_SELECT)).fresh;
}
