/**
 * What counts only when a second person has approved it. Each subject of a kind has one history of entries that are never
 * changed: somebody drafts rows, submits them, and another person approves or returns what was submitted.
 */
export const APPROVAL_KINDS = ['statement', 'criteria', 'settings', 'triage', 'in-common'] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

export const ACTS = ['drafted', 'submitted', 'taken-back', 'returned', 'approved', 'withdrawn'] as const;
export type Act = (typeof ACTS)[number];

/** The row that says what a thing was decided for: of a triage the AI system as it was, of "met in common" for which systems. */
export const DECIDED_FOR = 'for';

/** The content of one row as JSON; null takes the row out. */
export type RowBody = Readonly<Record<string, unknown>>;

/** What somebody wrote into one row. */
export interface Written {
  revision: number;
  key: string;
  body: RowBody | null;
  /** Whose token stands for them; null when the account was erased. */
  person: string | null;
}

/** What somebody did to the whole. Revisions count from 1, one for each act; the rows of an act carry its revision. */
export interface Acted {
  revision: number;
  act: Act;
  /** Epoch milliseconds. */
  at: number;
  person: string | null;
  /** Why it was returned or withdrawn. */
  reason: string | null;
  /** Of an approval: what was approved, as its fingerprint says. */
  fingerprint: string | null;
  /** Of an approval: the last day on which it counts, or null where it does not end. */
  validUntil: string | null;
  /** Of an approval: what was so on that day, where its kind keeps that; outside what the fingerprint is of. */
  annex?: unknown;
  /** Of a withdrawal: the revision of the approval that it takes back. */
  about: number | null;
}

/** A content as it stands at some revision, by row. */
export type Content = ReadonlyMap<string, RowBody>;

/** Rows one over another, in the order of their revisions. */
export function contentOf(written: readonly Written[]): Map<string, RowBody> {
  const content = new Map<string, RowBody>();
  for (const { key, body } of [...written].sort((a, b) => a.revision - b.revision)) {
    if (body === null) content.delete(key);
    else content.set(key, body);
  }
  return content;
}

/** Whether two contents, or parts of them, say the same. */
export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
