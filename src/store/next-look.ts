import { kvs } from '@forge/kvs';
import { OPEN } from './mark';
import { query } from './sql';

/**
 * The instant before which nothing is marked and no cell changes by itself, so that the five-minute schedule knows without a
 * statement that it has nothing to do. Whoever marks lowers it first; only settling raises it, after it has looked. A note
 * that is lost or too late costs a delay, never work: marks stay, the queue delivers again, and the night looks anyway.
 */
const KEY = 'next-look';

/** Epoch milliseconds; 0 while nobody has looked. */
export async function nextLook(): Promise<number> {
  return (await kvs.get<number>(KEY)) ?? 0;
}

/** Sees to it that the schedule looks at `now` or before; a read and nothing more when it does so already. */
export async function lookBy(now: number): Promise<void> {
  if ((await nextLook()) > now) await kvs.set(KEY, now);
}

export async function setNextLook(at: number): Promise<void> {
  await kvs.set(KEY, at);
}

/** How many marks are open, and the first day after `today` on which a cell changes by itself. */
export async function readAhead(today: string): Promise<{ openMarks: number; nextChange: string | null }> {
  const rows = await query<{ what: string; day: string | null; n: number | null }>(
    `SELECT 'marks' AS what, NULL AS day, COUNT(*) AS n FROM mark WHERE ends_at = ${OPEN}
     UNION ALL SELECT 'change', MIN(changes_on), NULL FROM coverage_cell WHERE changes_on > ?`,
    [today],
    { n: 'number' },
  );
  const of = (what: string) => rows.find((row) => row.what === what);
  return { openMarks: of('marks')?.n ?? 0, nextChange: of('change')?.day ?? null };
}
