import type { Day } from '../domain/day';
import { inCommonSubject } from '../domain/in-common/subject';
import { noteFrom } from './approval';
import { bodyOf } from './decision';
import { inForceRevisions, SUBJECT_KINDS } from './in-force';
import { TOKEN_OF } from './person';
import { query } from './sql';

/** A triage, or something that is met in common, that somebody has to see to. */
export interface AwaitingSubject {
  kind: 'triage' | 'in-common';
  subject: string;
  /** `submitted`: for somebody else to approve; `ends`: its approval does; `one-person`: it needs a second person. */
  what: 'submitted' | 'returned' | 'ends' | 'one-person';
  /** The last day on which it counts; null for what waits without a day. */
  until: Day | null;
  /** The account wrote or submitted some of it since the version in force. */
  isMine: boolean;
}

interface Row {
  what: AwaitingSubject['what'] | 'mine' | 'due';
  kind: string;
  subject: string;
  body: string;
}

/**
 * What waits of all subjects, in one statement.
 * @param given approvals that were given between two instants are told of, for they end soon or have just ended
 */
export async function readAwaitingSubjects(
  accountId: string,
  given: { from: number; to: number },
): Promise<AwaitingSubject[]> {
  const inForce = inForceRevisions('TRUE');
  const rows = await query<Row>(
    `SELECT l.act AS what, l.kind AS kind, l.subject AS subject, '' AS body FROM (
       SELECT kind, subject, act, ROW_NUMBER() OVER (PARTITION BY kind, subject ORDER BY revision DESC) AS age
       FROM approval_entry WHERE kind IN ${SUBJECT_KINDS} AND row_key = '' AND act <> 'drafted'
     ) l WHERE l.age = 1 AND l.act IN ('submitted', 'returned')
     UNION ALL SELECT 'ends', e.kind, e.subject, e.body FROM approval_entry e
       JOIN ${inForce} f ON f.kind = e.kind AND f.subject = e.subject AND f.revision = e.revision
       WHERE e.row_key = '' AND e.at >= ? AND e.at < ?
     UNION ALL SELECT 'mine', e.kind, e.subject, '' FROM approval_entry e
       LEFT JOIN ${inForce} f ON f.kind = e.kind AND f.subject = e.subject
       WHERE e.kind IN ${SUBJECT_KINDS} AND e.row_key = '' AND e.act IN ('drafted', 'submitted') AND e.person = ${TOKEN_OF}
         AND e.revision > COALESCE(f.revision, 0)
     UNION ALL SELECT 'due', '', '', body FROM aims_decision WHERE kind = 'second-person-due'
     UNION ALL SELECT 'one-person', o.kind, o.subject, o.body FROM (
       SELECT kind, subject, body, ROW_NUMBER() OVER (PARTITION BY kind, requirement_id, subject ORDER BY at DESC, decision_id DESC) AS age
       FROM aims_decision WHERE kind IN ('impact-triage', 'met-in-common')
     ) o WHERE o.age = 1`,
    [given.from, given.to, accountId],
  );
  const of = (what: Row['what']) => rows.filter((row) => row.what === what);
  const mine = new Set(of('mine').map(({ kind, subject }) => `${kind} ${subject}`));
  const found = [
    ...[...of('submitted'), ...of('returned')].map(({ kind, subject, what }) => ({ kind, subject, what, until: null })),
    ...of('ends').map(({ kind, subject, body, what }) => ({ kind, subject, what, until: untilOf(body) })),
    ...byOnePerson(of('one-person'), of('due')[0]?.body),
  ] as Omit<AwaitingSubject, 'isMine'>[];
  // What was submitted or returned again is told of once.
  const first = new Map([...found].reverse().map((one) => [`${one.kind} ${one.subject}`, one]));
  return [...first].map(([name, one]) => ({ ...one, isMine: mine.has(name) }));
}

const untilOf = (body: string): string | null => noteFrom(body).validUntil;

function byOnePerson(rows: readonly Row[], due: string | undefined): Omit<AwaitingSubject, 'isMine'>[] {
  if (due === undefined) return [];
  const { until } = bodyOf('second-person-due', due);
  return rows.flatMap(({ kind, subject, body }): Omit<AwaitingSubject, 'isMine'>[] => {
    if (kind === 'impact-triage')
      return bodyOf(kind, body).needed ? [] : [{ kind: 'triage', subject, what: 'one-person', until }];
    const common = bodyOf('met-in-common', body);
    return common.withdrawn ? [] : [{ kind: 'in-common', subject: inCommonSubject(common), what: 'one-person', until }];
  });
}
