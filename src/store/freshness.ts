import { OPEN } from './mark';
import { query } from './sql';

/** A row of a statement that puts several counts together with UNION ALL. */
export interface CountRow {
  what: string;
  word: string;
  n: number | null;
}

/** The number column of such rows, for `query`. */
export const COUNTS = { n: 'number' } as const;

/** The SELECTs of what `freshnessIn` reads, to be put into another statement with UNION ALL. */
export const FRESHNESS_SELECT = `SELECT 'as-of' AS what, '' AS word, MAX(checked_at) AS n FROM item
  UNION ALL SELECT 'marks', '', COUNT(*) FROM mark WHERE ends_at = ${OPEN}`;

export interface Freshness {
  /** The last instant at which any fact was written, or null. */
  asOf: number | null;
  /** What waits to be read or recounted. */
  updating: number;
}

export function freshnessIn(rows: readonly CountRow[]): Freshness {
  const one = (what: string) => rows.find((row) => row.what === what)?.n ?? null;
  return { asOf: one('as-of'), updating: one('marks') ?? 0 };
}

/** When a fact was last written, and how much waits. */
export async function readFreshness(): Promise<Freshness> {
  return freshnessIn(await query<CountRow>(FRESHNESS_SELECT, [], COUNTS));
}
