import { bodyOf, type DecisionBody } from './decision';
import { ownersLeftSelect } from './overview';
import { SEEN_SELECT } from './seen-holder';
import { query } from './sql';

/** What somebody who decides or manages must be told of. */
export interface Awaiting {
  /** The newest approval of an AI policy text, or null. */
  policy: DecisionBody<'policy-approval'> | null;
  /** AI systems of the scope whose owner has left. */
  systemsOwnerLeft: number;
  /** What the viewer was last seen to hold, and when; null for whoever was never seen. */
  seen: { permissions: string; at: number } | null;
}

/** The policy's approval as it stands, owners who left, and what the viewer was seen to hold, in one statement. The approval is the organisation's, whatever the scope. */
export async function readAwaiting(projectId: string | null, accountId: string): Promise<Awaiting> {
  const [mine, parameters] = projectId === null ? ['', []] : ['AND i.project_id = ?', [projectId]];
  const rows = await query<{ what: string; n: number; body: string | null }>(
    `SELECT d.kind AS what, d.at AS n, d.body FROM (
       SELECT kind, body, at, ROW_NUMBER() OVER (PARTITION BY kind ORDER BY at DESC, decision_id DESC) AS age
       FROM aims_decision WHERE kind = 'policy-approval'
     ) d WHERE d.age = 1
     UNION ALL ${SEEN_SELECT}
     UNION ALL SELECT s.what, s.n, NULL FROM (${ownersLeftSelect(mine)}) s`,
    [accountId, ...parameters],
    { n: 'number' },
  );
  const policy = rows.find(({ what }) => what === 'policy-approval')?.body;
  const seen = rows.find(({ what }) => what === 'seen');
  return {
    policy: policy ? bodyOf('policy-approval', policy) : null,
    systemsOwnerLeft: rows.find(({ body }) => body === null)?.n ?? 0,
    seen: seen ? { permissions: seen.body ?? '', at: seen.n } : null,
  };
}
