import { conclusionsOf, foundNonconforming, type GivenConclusion } from './conclusion';
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
  /** Conclusions of the scope where the newest one says "nonconforming", with what was said of them since. */
  conclusions: GivenConclusion[];
}

/**
 * The policy's approval as it stands, owners who left, conclusions that find something, and what the viewer was seen to hold, in one
 * statement. The approval is the organisation's, whatever the scope.
 */
export async function readAwaiting(projectId: string | null, accountId: string): Promise<Awaiting> {
  const [mine, parameters] = projectId === null ? ['', []] : ['AND i.project_id = ?', [projectId]];
  const rows = await query<{
    what: string;
    n: number;
    body: string | null;
    place: string;
    requirement_id: string;
    id: string;
  }>(
    `SELECT d.kind AS what, d.at AS n, d.body, '' AS place, '' AS requirement_id, '' AS id FROM (
       SELECT kind, body, at, ROW_NUMBER() OVER (PARTITION BY kind ORDER BY at DESC, decision_id DESC) AS age
       FROM aims_decision WHERE kind = 'policy-approval'
     ) d WHERE d.age = 1
     UNION ALL SELECT h.what, h.n, h.body, '', '', '' FROM (${SEEN_SELECT}) h
     UNION ALL SELECT s.what, s.n, NULL, '', '', '' FROM (${ownersLeftSelect(mine)}) s
     UNION ALL SELECT k.kind, k.at, k.body, k.subject, k.requirement_id, k.decision_id
       FROM (${foundNonconforming(projectId === null ? '' : 'AND project_id = ?')}) k`,
    [accountId, ...parameters, ...parameters],
    { n: 'number' },
  );
  const policy = rows.find(({ what }) => what === 'policy-approval')?.body;
  const seen = rows.find(({ what }) => what === 'seen');
  return {
    policy: policy ? bodyOf('policy-approval', policy) : null,
    systemsOwnerLeft: rows.find(({ body }) => body === null)?.n ?? 0,
    conclusions: conclusionsOf(
      rows
        .filter(({ id }) => id !== '')
        .map(({ what, n, body, place, requirement_id, id }) => ({
          ...{ kind: what, decision_id: id, subject: place, requirement_id, at: n, account_id: null },
          body: body ?? '',
        })),
    ),
    seen: seen ? { permissions: seen.body ?? '', at: seen.n } : null,
  };
}
