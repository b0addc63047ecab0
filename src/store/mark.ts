import { change, chunks, placeholders, query } from './sql';

/**
 * A mark says "this must be read or recounted" and holds until it is settled, so a crash at any point leaves one.
 * Subjects: `item:<id>` (read it again), `system:<id>` and `requirement:<id>` (recount their cells).
 * The writer's lease is the one mark that also ends by itself; its stamp is the fence that every write carries.
 */
const WRITER = 'writer';
/** The end of a mark that is not settled. */
export const OPEN = Number.MAX_SAFE_INTEGER;
const SETTLED = 0;
/** Rows of one statement: well under the platform's request limit of 1 MiB. */
const ROWS = 500;

export interface Lease {
  /** Grows with every change of the writer; a write with a smaller fence than a row's own loses. */
  fence: number;
  /** Identifies the holder: the end of the lease in microseconds with a random part. */
  until: number;
  /** Marks set up to this instant (microseconds) are settled by this writer's work. */
  stamp: number;
}

/** A stamp for marks set now: microseconds, with a random part so that no two are equal by accident. */
export function stampAt(now: number, random: () => number = Math.random): number {
  return now * 1000 + Math.floor(random() * 1000);
}

/**
 * Marks `subjects` and asks for the writer's lease in the same statement. Whether it was granted is known from
 * `leaseFrom` on the next read, for the platform has no transaction over two statements.
 * @param leaseUntil microseconds, unique to this writer
 */
export async function markAndClaim(
  subjects: readonly string[],
  stamp: number,
  leaseUntil: number,
  now: number,
): Promise<void> {
  const [first = [], ...rest] = [...chunks(subjects, ROWS)];
  await change(
    `INSERT INTO mark (subject, stamp, ends_at) VALUES ${placeholders(first.length + 1, 3)}
     ON DUPLICATE KEY UPDATE
       stamp = IF(subject = '${WRITER}', IF(ends_at < ?, stamp + 1, stamp), GREATEST(stamp, VALUES(stamp))),
       ends_at = IF(subject = '${WRITER}' AND ends_at >= ?, ends_at, VALUES(ends_at))`,
    [WRITER, 1, leaseUntil, ...first.flatMap((subject) => [subject, stamp, OPEN]), now * 1000, now * 1000],
  );
  for (const chunk of rest) await markSubjects(chunk, stamp);
}

/** Marks subjects without a lease: anybody may say that something must be looked at. */
export async function markSubjects(subjects: readonly string[], stamp: number): Promise<void> {
  for (const chunk of chunks(subjects, ROWS)) {
    await change(
      `INSERT INTO mark (subject, stamp, ends_at) VALUES ${placeholders(chunk.length, 3)}
       ON DUPLICATE KEY UPDATE stamp = GREATEST(stamp, VALUES(stamp)), ends_at = VALUES(ends_at)`,
      chunk.flatMap((subject) => [subject, stamp, OPEN]),
    );
  }
}

/** The SELECT that reads the writer's row, to be put into another statement with UNION ALL. */
export const LEASE_SELECT = `SELECT 'lease' AS source, '' AS scope, subject AS id, '' AS body, stamp, ends_at FROM mark WHERE subject = '${WRITER}'`;

/** The lease, when the row that `LEASE_SELECT` answered says that it was granted to `leaseUntil`; else null. */
export function leaseFrom(
  row: { stamp: number; endsAt: number } | undefined,
  leaseUntil: number,
  stamp: number,
): Lease | null {
  return row && row.endsAt === leaseUntil ? { fence: row.stamp, until: row.endsAt, stamp } : null;
}

/** Settles marks that are not newer than the lease's stamp and, with `release`, gives the lease back. */
export async function settle(subjects: readonly string[], lease: Lease, release: boolean): Promise<void> {
  const all = [...chunks(subjects, ROWS)];
  if (all.length === 0 && release) all.push([]);
  for (const [index, chunk] of all.entries()) {
    const releasing = release && index === all.length - 1;
    await change(
      `INSERT INTO mark (subject, stamp, ends_at) VALUES ${placeholders(chunk.length + (releasing ? 1 : 0), 3)}
       ON DUPLICATE KEY UPDATE ends_at = IF(subject = '${WRITER}', IF(ends_at = ?, ${SETTLED}, ends_at), IF(stamp <= VALUES(stamp), ${SETTLED}, ends_at))`,
      [
        ...chunk.flatMap((subject) => [subject, lease.stamp, SETTLED]),
        ...(releasing ? [WRITER, lease.fence, SETTLED] : []),
        lease.until,
      ],
    );
  }
}

/** Gives back a lease whose work failed, if it was granted at all: whoever tries again need not wait for its end. */
export async function releaseLease(leaseUntil: number): Promise<void> {
  await settle([], { fence: 1, until: leaseUntil, stamp: SETTLED }, true);
}

/** Pages wait for another product than all else. */
const OF = {
  all: '',
  pages: "AND subject LIKE 'item:page:%'",
  'all but pages': "AND subject NOT LIKE 'item:page:%'",
} as const;

/** Open marks, oldest first. */
export async function openMarks(limit: number, of: keyof typeof OF = 'all'): Promise<string[]> {
  const rows = await query<{ subject: string }>(
    `SELECT subject FROM mark WHERE ends_at = ${OPEN} ${OF[of]} ORDER BY stamp, subject LIMIT ${Math.trunc(limit)}`,
  );
  return rows.map((row) => row.subject);
}

/** Forgets settled marks; the writer's row stays, for its fence must never go back. */
export async function sweepMarks(): Promise<void> {
  await change(`DELETE FROM mark WHERE ends_at = ${SETTLED} AND subject <> '${WRITER}'`);
}
