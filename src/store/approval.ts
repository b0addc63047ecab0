import { z } from 'zod';
import { type Course, courseOf } from '../domain/approval/course';
import {
  ACTS,
  type Act,
  type Acted,
  type ApprovalKind,
  type Content,
  contentOf,
  type RowBody,
  type Written,
} from '../domain/approval/entry';
import { tokenOf } from './person';
import { change, inList, isDuplicate, placeholders, query, type SqlValue } from './sql';

/**
 * Histories of what a second person approves (`domain/approval`). One act is one statement: its row (without a key) and the
 * rows that it writes carry one revision, which the primary key gives to one act alone. So histories have no gaps and no
 * two orders, and what a revision held it holds for ever.
 */
const COLUMNS = [
  'kind',
  'subject',
  'revision',
  'row_key',
  'act',
  'part',
  'item_id',
  'about',
  'at',
  'person',
  'body',
] as const;

/** Rows that one act may write. */
export const ROWS_AN_ACT = 100;

/** Whose history. */
export interface Subject {
  kind: ApprovalKind;
  subject: string;
}

export interface NewRow {
  key: string;
  body: RowBody | null;
  /** What several rows belong to: a control and what deviates from it. */
  part: string;
  /** The AI system that the row is about. */
  itemId: string | null;
}

export interface NewAct {
  act: Act;
  /** One more than the newest that whoever acts has seen. */
  revision: number;
  at: number;
  reason?: string;
  fingerprint?: string;
  validUntil?: string | null;
  annex?: unknown;
  about?: number;
  /** What it writes: by key, the content; null takes the row out. */
  rows?: readonly NewRow[];
}

/** What is said of an act beside its rows, as the body of its row holds it. */
const noteSchema = z.object({
  reason: z.string().nullable(),
  fingerprint: z.string().nullable(),
  validUntil: z.string().nullable(),
  annex: z.unknown().optional(),
});

export const noteFrom = (body: string) => noteSchema.parse(JSON.parse(body));

/** Appends an act, and says whether it did: false where somebody else was first with this revision, and nothing is written. */
export async function appendAct(of: Subject, accountId: string, act: NewAct): Promise<boolean> {
  const person = await tokenOf(accountId);
  return insertAct(of, person, act, '');
}

/** As `appendAct`, of somebody by their token. @param suffix what the statement ends with */
export async function insertAct(
  { kind, subject }: Subject,
  person: string,
  { act, revision, at, rows = [], about = 0, ...note }: NewAct,
  suffix: '' | 'ON DUPLICATE KEY UPDATE kind = kind',
): Promise<boolean> {
  const { reason = null, fingerprint = null, validUntil = null, annex } = note;
  const entries = [
    { key: '', part: '', itemId: null, body: JSON.stringify({ reason, fingerprint, validUntil, annex }) },
    ...rows.map((row) => ({ ...row, body: JSON.stringify(row.body) })),
  ];
  try {
    await change(
      `INSERT INTO approval_entry (${COLUMNS.join(', ')}) VALUES ${placeholders(entries.length, COLUMNS.length)} ${suffix}`,
      entries.flatMap(({ key, part, itemId, body }): SqlValue[] => [
        kind,
        subject,
        revision,
        key,
        act,
        part,
        itemId ?? '',
        about,
        at,
        person,
        body,
      ]),
    );
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

interface ActRow {
  revision: number;
  act: string;
  about: number;
  at: number;
  person: string;
  body: string;
}

const ACT_NUMBERS = { revision: 'number', about: 'number', at: 'number' } as const;

export const actedFrom = ({ revision, act, about, at, person, body }: ActRow): Acted => ({
  revision,
  act: z.enum(ACTS).parse(act),
  at,
  person,
  about,
  ...noteFrom(body),
});

/** Acts of a subject, of drafts only the newest: how many times somebody wrote says nothing more. */
const ACTS_WHERE = `row_key = '' AND (act <> 'drafted' OR revision = (
    SELECT MAX(d.revision) FROM approval_entry d WHERE d.kind = ? AND d.subject = ? AND d.row_key = ''))`;

/** How far a subject has come: one statement. */
export async function readCourse({ kind, subject }: Subject): Promise<Course> {
  const rows = await query<ActRow>(
    `SELECT revision, act, about, at, person, body FROM approval_entry
     WHERE kind = ? AND subject = ? AND ${ACTS_WHERE} ORDER BY revision`,
    [kind, subject, kind, subject],
    ACT_NUMBERS,
  );
  return courseOf(rows.map(actedFrom));
}

interface StoredRow {
  row_key: string;
  body: string;
  revision: number;
  person: string;
}

const bodySchema = z.record(z.string(), z.unknown()).nullable();
export const writtenFrom = ({ row_key, body, revision, person }: StoredRow): Written => ({
  key: row_key,
  body: bodySchema.parse(JSON.parse(body)),
  revision,
  person,
});

/** Rows that are read at once: with 1,000 characters a reason they stay well within an answer of 4 MiB. */
const ROWS_AT_ONCE = 500;

/**
 * The content as it stood at a revision, in the order of its keys: of each row what was written last, taken out or not.
 * @param after a key: rows behind it
 * @param keys `own`: rows about no AI system; `all`
 */
export async function readContent(
  { kind, subject }: Subject,
  { revision, after = '', keys }: { revision: number; after?: string; keys: 'own' | 'all' },
): Promise<{ rows: Written[]; next: string | null }> {
  const rows = await query<StoredRow>(
    `SELECT row_key, body, revision, person FROM (
       SELECT row_key, body, revision, person, ROW_NUMBER() OVER (PARTITION BY row_key ORDER BY revision DESC) AS age
       FROM approval_entry
       WHERE kind = ? AND subject = ? AND row_key > ? AND revision <= ? ${keys === 'own' ? "AND item_id = ''" : ''}
     ) r WHERE age = 1 ORDER BY row_key LIMIT ${ROWS_AT_ONCE}`,
    [kind, subject, after, revision],
    { revision: 'number' },
  );
  return {
    rows: rows.map(writtenFrom),
    next: rows.length === ROWS_AT_ONCE ? (rows.at(-1)?.row_key ?? null) : null,
  };
}

/** The whole content at a revision, however many statements it takes; there is none at 0. */
export async function readContentAt(of: Subject, revision: number): Promise<Content> {
  if (revision === 0) return new Map();
  const all: Written[] = [];
  let after: string | null = '';
  while (after !== null) {
    const { rows, next }: { rows: Written[]; next: string | null } = await readContent(of, {
      revision,
      after,
      keys: 'all',
    });
    all.push(...rows);
    after = next;
  }
  return contentOf(all);
}

/** Some rows as they stood at a revision; of what was not written, or is taken out, none. */
export async function readRows(
  { kind, subject }: Subject,
  keys: readonly string[],
  revision: number,
): Promise<Map<string, RowBody>> {
  const rows = await query<StoredRow>(
    `SELECT row_key, body, revision, person FROM approval_entry
     WHERE kind = ? AND subject = ? AND revision <= ? AND row_key IN (${inList(keys)})`,
    [kind, subject, revision, ...keys],
    { revision: 'number' },
  );
  return contentOf(rows.map(writtenFrom));
}

/** Everything that was written after a revision, in order: who its authors are hangs on it. */
export async function readWritten({ kind, subject }: Subject, since: number): Promise<Written[]> {
  const rows = await query<StoredRow>(
    `SELECT row_key, body, revision, person FROM approval_entry
     WHERE kind = ? AND subject = ? AND revision > ? AND row_key <> '' ORDER BY revision, row_key`,
    [kind, subject, since],
    { revision: 'number' },
  );
  return rows.map(writtenFrom);
}

/** Of what anybody did anything since an instant (epoch milliseconds). */
export async function actedSince(since: number): Promise<Subject[]> {
  return query<Subject>("SELECT DISTINCT kind, subject FROM approval_entry WHERE row_key = '' AND at >= ?", [since]);
}
