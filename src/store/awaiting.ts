import { bodyOf, type DecisionBody } from './decision';
import { ownersLeftSelect } from './overview';
import { query } from './sql';

/** What somebody who decides or manages must be told of. */
export interface Awaiting {
  /** The newest approval of an AI policy text, or null. */
  policy: DecisionBody<'policy-approval'> | null;
  /** AI systems of the scope whose owner has left. */
  systemsOwnerLeft: number;
}

/** The policy's approval as it stands, and owners who left, in one statement. The approval is the organisation's, whatever the scope. */
export async function readAwaiting(projectId: string | null): Promise<Awaiting> {
  const [mine, parameters] = projectId === null ? ['', []] : ['AND i.project_id = ?', [projectId]];
  const rows = await query<{ what: string; n: number; body: string | null }>(
    `SELECT d.kind AS what, d.at AS n, d.body FROM (
       SELECT kind, body, at, ROW_NUMBER() OVER (PARTITION BY kind ORDER BY at DESC, decision_id DESC) AS age
       FROM aims_decision WHERE kind = 'policy-approval'
     ) d WHERE d.age = 1
     UNION ALL SELECT s.what, s.n, NULL FROM (${ownersLeftSelect(mine)}) s`,
    parameters,
    { n: 'number' },
  );
  const policy = rows.find(({ what }) => what === 'policy-approval')?.body;
  return {
    policy: policy ? bodyOf('policy-approval', policy) : null,
    systemsOwnerLeft: rows.find(({ body }) => body === null)?.n ?? 0,
  };
}
