import type { ItemId } from '../domain/item/item-fact';
import { requirementIdFrom } from '../domain/requirement/requirement-id';
import { change, chunks, inList, placeholders, query } from './sql';

/**
 * A mark says "this must be read or recounted" and holds until it is settled, so a crash at any point leaves one.
 * Subjects: `item:<id>` (read it again), `system:<id>` and `requirement:<id>` (recount their cells).
 * The writer's lease is the one mark that also ends by itself; its stamp is the fence that every write carries.
 */
const WRITER = 'writer';
/** The end of a mark that is not settled. */
export const OPEN = Number.MAX_SAFE_INTEGER;
const SETTLED = 0;
/** Marks of one statement: well under the platform's request limit of 1 MiB. */
export const MARKS_AT_ONCE = 500;

/** What a recount is asked for. */
export interface Units {
  systems: readonly ItemId[];
  requirements: readonly string[];
  everySystem: boolean;
}

export const itemSubject = (itemId: ItemId): string => `item:${itemId}`;
/** Waits as one note; it is marked system by system. */
const EVERY_SYSTEM = 'every-system';

export function subjectsOf({ systems, requirements, everySystem }: Units): string[] {
  return [
    ...systems.map((id) => `system:${id}`),
    ...requirements.map((id) => `requirement:${id}`),
    ...(everySystem ? [EVERY_SYSTEM] : []),
  ];
}

/** The other way round: what subjects of marks stand for. */
export function subjectsTell(subjects: readonly string[]): Units & { items: ItemId[] } {
  const of = (prefix: string) =>
    subjects.filter((subject) => subject.startsWith(prefix)).map((subject) => subject.slice(prefix.length));
  return {
    items: of('item:'),
    systems: of('system:'),
    requirements: of('requirement:').map(requirementIdFrom),
    everySystem: subjects.includes(EVERY_SYSTEM),
  };
}

export interface Lease {
  /** Grows with every change of the writer; a write with a smaller fence than a row's own loses. 0 until it is granted. */
  fence: number;
  /** Identifies the holder: the end of the lease in microseconds with a random part. Renewing moves it. */
  until: number;
  /** Marks set up to this instant (microseconds) are settled by this writer's work. */
  stamp: number;
}

/**
 * A lease is short, so that one which a crash leaves behind ends soon; whoever works longer renews it. Longer than any
 * one statement or call of a product may take (developer.atlassian.com/platform/forge/limits-sql: 10 s).
 */
const LEASE_MILLISECONDS = 60_000;
const RENEWED_BELOW_MILLISECONDS = 30_000;

export function newLease(now: number, random: () => number): Lease {
  return { fence: 0, until: stampAt(now + LEASE_MILLISECONDS, random), stamp: stampAt(now, random) };
}

/** A stamp for marks set now: microseconds, with a random part so that no two are equal by accident. */
function stampAt(now: number, random: () => number): number {
  return now * 1000 + Math.floor(random() * 1000);
}

/**
 * Marks `subjects` and asks for the writer's lease in the same statement. Whether it was granted is known from
 * `granted` on the next read, for the platform has no transaction over two statements.
 */
export async function markAndClaim(subjects: readonly string[], { stamp, until }: Lease, now: number): Promise<void> {
  const [first = [], ...rest] = [...chunks(subjects, MARKS_AT_ONCE)];
  await change(
    `INSERT INTO mark (subject, stamp, ends_at) VALUES ${placeholders(first.length + 1, 3)}
     ON DUPLICATE KEY UPDATE
       stamp = IF(subject = '${WRITER}', IF(ends_at < ?, stamp + 1, stamp), GREATEST(stamp, VALUES(stamp))),
       ends_at = IF(subject = '${WRITER}' AND ends_at >= ?, ends_at, VALUES(ends_at))`,
    [WRITER, 1, until, ...first.flatMap((subject) => [subject, stamp, OPEN]), now * 1000, now * 1000],
  );
  for (const chunk of rest) await markSubjects(chunk, stamp);
}

/** Marks subjects without a lease: anybody may say that something must be looked at. */
export async function markSubjects(subjects: readonly string[], stamp: number): Promise<void> {
  for (const chunk of chunks(subjects, MARKS_AT_ONCE)) {
    await change(
      `INSERT INTO mark (subject, stamp, ends_at) VALUES ${placeholders(chunk.length, 3)}
       ON DUPLICATE KEY UPDATE stamp = GREATEST(stamp, VALUES(stamp)), ends_at = VALUES(ends_at)`,
      chunk.flatMap((subject) => [subject, stamp, OPEN]),
    );
  }
}

/** The SELECT that reads the writer's row, to be put into another statement with UNION ALL. */
export const LEASE_SELECT = `SELECT 'lease' AS source, '' AS within, subject AS id, '' AS body, stamp, ends_at FROM mark WHERE subject = '${WRITER}'`;

/** Whether the row that `LEASE_SELECT` answered says that the lease was granted; its fence is known from then on. */
export function granted(lease: Lease, row: { stamp: number; endsAt: number } | undefined): boolean {
  if (row?.endsAt !== lease.until) return false;
  lease.fence = row.stamp;
  return true;
}

/** Renews a lease that ends soon; costs a statement only then. @returns false when it is another writer's by now */
export async function renew(lease: Lease, now: number, random: () => number): Promise<boolean> {
  if (lease.until - now * 1_000 > RENEWED_BELOW_MILLISECONDS * 1_000) return true;
  const until = stampAt(now + LEASE_MILLISECONDS, random);
  const renewed = await change(`UPDATE mark SET ends_at = ? WHERE subject = '${WRITER}' AND ends_at = ?`, [
    until,
    lease.until,
  ]);
  if (renewed !== 1) return false;
  lease.until = until;
  return true;
}

/** The writer's row as it is before the statement that it stands in. */
const STILL_OURS = `EXISTS (SELECT 1 FROM (SELECT DISTINCT ends_at AS lease FROM mark WHERE subject = '${WRITER}') w WHERE w.lease = ?)`;

/**
 * Settles marks that are not newer than the lease's stamp and gives the lease back, in one statement that does nothing
 * when another writer has the lease by now: it may have counted without what this one wrote, so the marks must stay.
 * @returns false when the lease was lost
 */
export async function settle(subjects: readonly string[], lease: Lease): Promise<boolean> {
  const all = [...chunks(subjects, MARKS_AT_ONCE)];
  const last = all.pop() ?? [];
  for (const chunk of all) await settleOnTheWay(chunk, lease);
  const changed = await change(
    `UPDATE mark SET ends_at = IF(subject = '${WRITER}' OR stamp <= ?, ${SETTLED}, ends_at)
     WHERE (subject = '${WRITER}' OR subject IN (${inList(last)})) AND ${STILL_OURS}`,
    [lease.stamp, ...last, lease.until],
  );
  return changed > 0;
}

/** As `settle`, of some marks, for whoever works on: whether the lease was lost, the next read tells. */
export async function settleOnTheWay(subjects: readonly string[], lease: Lease): Promise<void> {
  await change(
    `UPDATE mark SET ends_at = ${SETTLED} WHERE subject IN (${inList(subjects)}) AND stamp <= ? AND ${STILL_OURS}`,
    [...subjects, lease.stamp, lease.until],
  );
}

/** Gives back a lease whose work failed, if it was granted at all: whoever tries again need not wait for its end. */
export async function releaseLease(lease: Lease): Promise<void> {
  await change(`UPDATE mark SET ends_at = ${SETTLED} WHERE subject = '${WRITER}' AND ends_at = ?`, [lease.until]);
}

/** Pages wait for another product than all else. */
const OF = {
  all: '',
  pages: "AND subject LIKE 'item:page:%'",
  'all-but-pages': "AND subject NOT LIKE 'item:page:%'",
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
