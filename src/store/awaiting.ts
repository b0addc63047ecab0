import type { Applicability } from '../domain/decision/decision';
import type { TimeZone } from '../domain/time-zone';
import { bodyOf, type DecisionBody, decisionsFrom } from './decision';
import { ownersLeftSelect } from './overview';
import { query } from './sql';

/** What somebody who decides or manages must be told of. */
export interface Awaiting {
  /** The newest approval of an AI policy text, or null. */
  policy: DecisionBody<'policy-approval'> | null;
  applicability: Applicability;
  /** AI systems of the scope whose owner has left. */
  systemsOwnerLeft: number;
}

/** Approvals as they stand, and owners who left, in one statement. The approvals are the organisation's, whatever the scope. */
export async function readAwaiting(projectId: string | null, zone: TimeZone): Promise<Awaiting> {
  const [mine, parameters] = projectId === null ? ['', []] : ['AND i.project_id = ?', [projectId]];
  const rows = await query<{ what: string; decision_id: string; n: number; body: string | null }>(
    `SELECT d.kind AS what, d.decision_id, d.at AS n, d.body FROM (
       SELECT kind, decision_id, body, at, ROW_NUMBER() OVER (PARTITION BY kind, requirement_id ORDER BY at DESC, decision_id DESC) AS age
       FROM aims_decision WHERE kind IN ('applicability', 'soa-approval', 'policy-approval')
     ) d WHERE d.age = 1
     UNION ALL SELECT s.what, s.word, s.n, NULL FROM (${ownersLeftSelect(mine)}) s`,
    parameters,
    { n: 'number' },
  );
  const decisions = rows.flatMap(({ what, decision_id, n, body }) =>
    body === null ? [] : [{ kind: what, decisionId: decision_id, at: n, body: JSON.parse(body) as unknown }],
  );
  const policy = rows.find(({ what }) => what === 'policy-approval')?.body;
  return {
    policy: policy ? bodyOf('policy-approval', policy) : null,
    applicability: decisionsFrom(decisions, new Map(), zone).applicability,
    systemsOwnerLeft: rows.find(({ body }) => body === null)?.n ?? 0,
  };
}
