import { bodyOf, type DecisionBody, OF_CONCLUSIONS } from './decision';
import { query } from './sql';

/** A conclusion as it was given, and what became of it. */
export interface GivenConclusion {
  decisionId: string;
  /** `organisation`, or the item id of an AI system. */
  scope: string;
  requirementId: string;
  at: number;
  /** Account id; null for whoever erased theirs. */
  by: string | null;
  body: DecisionBody<'conclusion'>;
  withdrawn: { at: number; by: string | null; reason: string } | null;
  /** Item ids of the nonconformities that were raised from it. */
  raised: string[];
}

export interface ConclusionRow {
  kind: string;
  decision_id: string;
  subject: string;
  requirement_id: string;
  at: number;
  account_id: string | null;
  body: string;
}

/** Most requirements in most scopes whose conclusions are read to find those from which nothing was raised. */
const LOOKED_AT = 100;

/**
 * What was said of the conclusions by which cells are nonconforming now, for a UNION ALL with other reads; first those where nothing
 * was ever raised. A cell that left the scope is none of them.
 * @param mine narrows the cells
 */
export const foundNonconforming = (mine: string): string =>
  `SELECT d.kind, d.decision_id, d.subject, d.requirement_id, d.at, NULL AS account_id, d.body FROM (
     SELECT scope, requirement_id FROM coverage_cell WHERE state = 'nonconforming' AND reasons LIKE '%"code":"concluded-nonconforming"%' ${mine}
     ORDER BY CASE WHEN EXISTS (SELECT 1 FROM aims_decision r WHERE r.kind = 'conclusion-raised'
       AND r.requirement_id = coverage_cell.requirement_id AND r.subject = coverage_cell.scope) THEN 1 ELSE 0 END, requirement_id, scope
     LIMIT ${LOOKED_AT}
   ) c JOIN aims_decision d ON d.requirement_id = c.requirement_id AND d.subject = c.scope WHERE d.kind IN ${OF_CONCLUSIONS}`;

const COLUMNS = 'd.kind, d.decision_id, d.subject, d.requirement_id, d.at, p.account_id, d.body';
const NUMBERS = { at: 'number' } as const;

/** Every conclusion about a requirement, the newest day first; of one scope, or (with null) of all. */
export async function readConclusions(requirementId: string, scope: string | null): Promise<GivenConclusion[]> {
  const rows = await query<ConclusionRow>(
    `SELECT ${COLUMNS} FROM aims_decision d JOIN person p ON p.token = d.person
     WHERE d.requirement_id = ? AND d.kind IN ${OF_CONCLUSIONS} ${scope === null ? '' : 'AND d.subject = ?'}`,
    scope === null ? [requirementId] : [requirementId, scope],
    NUMBERS,
  );
  return conclusionsOf(rows);
}

/** One conclusion by its id, or null where there is none. */
export async function readConclusion(decisionId: string): Promise<GivenConclusion | null> {
  const rows = await query<ConclusionRow>(
    `SELECT ${COLUMNS} FROM aims_decision c
     JOIN aims_decision d ON d.subject = c.subject AND d.requirement_id = c.requirement_id
     JOIN person p ON p.token = d.person
     WHERE c.decision_id = ? AND c.kind = 'conclusion' AND d.kind IN ${OF_CONCLUSIONS}`,
    [decisionId],
    NUMBERS,
  );
  return conclusionsOf(rows).find((one) => one.decisionId === decisionId) ?? null;
}

/** Conclusions as the rules of coverage read them; what was withdrawn is as if not given. */
export const notWithdrawn = (given: readonly GivenConclusion[]) =>
  given
    .filter(({ withdrawn }) => withdrawn === null)
    .map(({ decisionId, at, body, raised }) => ({ ...body, decisionId, recordedAt: at, raised }));

export function conclusionsOf(rows: readonly ConclusionRow[]): GivenConclusion[] {
  const withdrawals = new Map<string, NonNullable<GivenConclusion['withdrawn']>>();
  const raised = new Map<string, string[]>();
  for (const { kind, at, account_id: by, body } of [...rows].sort((a, b) => a.at - b.at)) {
    if (kind === 'conclusion-withdrawal') {
      const { decisionId, reason } = bodyOf(kind, body);
      // Once is enough: the first one counts.
      if (!withdrawals.has(decisionId)) withdrawals.set(decisionId, { at, by, reason });
    }
    if (kind === 'conclusion-raised') {
      const { decisionId, item } = bodyOf(kind, body);
      raised.set(decisionId, [...(raised.get(decisionId) ?? []), item]);
    }
  }
  return rows
    .filter(({ kind }) => kind === 'conclusion')
    .map((row) => ({
      decisionId: row.decision_id,
      scope: row.subject,
      requirementId: row.requirement_id,
      at: row.at,
      by: row.account_id,
      body: bodyOf('conclusion', row.body),
      withdrawn: withdrawals.get(row.decision_id) ?? null,
      raised: raised.get(row.decision_id) ?? [],
    }))
    .sort((a, b) => byDay(b) - byDay(a) || b.at - a.at);
}

/** What is dated on no day, as version 0.1.0 allowed, stands last. */
const byDay = ({ body }: GivenConclusion): number => Date.parse(body.concludedOn) || 0;
