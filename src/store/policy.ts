import type { Awareness } from '../domain/policy/awareness';
import { type Appended, appendDecision, appendDecisionIf, type Entry } from './append';
import {
  ASKED_SELECT,
  AUDIENCE_SELECT,
  type AudienceGroup,
  type AudienceRow,
  asks,
  membersFrom,
  nameAudience,
  readingFrom,
} from './audience';
import { bodyOf, type DecisionBody, policyVersionOf } from './decision';
import { TOKEN_OF } from './person';
import { query } from './sql';

/** The newest approval of an AI policy text, and who approved it. */
export interface PolicyApproval extends DecisionBody<'policy-approval'> {
  decisionId: string;
  at: number;
  /** Null when the account was erased. */
  accountId: string | null;
}

interface Row {
  decision_id: string;
  account_id: string | null;
  at: number;
  body: string;
}

function approvalOf(row: Row): PolicyApproval {
  return {
    ...bodyOf('policy-approval', row.body),
    decisionId: row.decision_id,
    at: row.at,
    accountId: row.account_id,
  };
}

const NEWEST_FIRST = "WHERE d.kind = 'policy-approval' ORDER BY d.at DESC, d.decision_id DESC LIMIT 1";

/** The approval that counts, whichever page it is of, or null while there is none. */
export async function readPolicyApproval(): Promise<PolicyApproval | null> {
  const [row] = await query<Row>(
    `SELECT d.decision_id, p.account_id, d.at, d.body FROM aims_decision d LEFT JOIN person p ON p.token = d.person ${NEWEST_FIRST}`,
    [],
    { at: 'number' },
  );
  return row ? approvalOf(row) : null;
}

/** The approval that counts, and how far it is known (7.3). */
export interface PolicyAwareness {
  approval: PolicyApproval;
  awareness: Awareness;
  acknowledgedByMe: boolean;
  /** Whether the approval asks whoever reads it; everybody, where it gives a number. */
  asksMe: boolean;
  /** Groups that it names, with how their readings went. */
  groups: AudienceGroup[];
}

/** How far the approved version is known, and what `accountId` has to do with it. */
export async function readPolicyAwareness(accountId: string | null): Promise<PolicyAwareness | null> {
  const approval = await readPolicyApproval();
  if (approval === null) return null;
  const { audience } = approval;
  const byNumber = typeof audience === 'number';
  const rows = await query<AudienceRow>(
    `SELECT 'said' AS source, 'said' AS within, '' AS id, '' AS body, COUNT(DISTINCT person) AS stamp,
       MAX(IF(person = ${TOKEN_OF}, 1, 0)) AS ends_at FROM aims_decision WHERE kind = 'acknowledgement' AND subject = ?
     ${byNumber ? '' : `UNION ALL ${AUDIENCE_SELECT} UNION ALL ${ASKED_SELECT}`}`,
    [accountId ?? '', policyVersionOf(approval), ...(byNumber ? [] : [accountId ?? ''])],
    { stamp: 'number', ends_at: 'number' },
  );
  const said = rows.find(({ within }) => within === 'said');
  return {
    approval,
    awareness: byNumber ? { acknowledged: said?.stamp ?? 0, audience } : membersFrom(rows, audience.groups.length),
    acknowledgedByMe: said?.ends_at === 1,
    asksMe: byNumber || rows.some(({ within }) => within === 'me'),
    groups: rows.flatMap(({ within, id, body }) =>
      within === 'group' ? [{ groupId: id, reading: readingFrom(body) }] : [],
    ),
  };
}

/**
 * Appends an approval, if the one that counts is still what the approver was shown.
 * @param before as `readPolicyApproval` answered
 * @returns null where another was approved meanwhile
 */
export async function appendPolicyApproval(
  accountId: string,
  entry: Entry<'policy-approval'>,
  before: PolicyApproval | null,
): Promise<Appended | null> {
  const { audience } = entry.body;
  // First, so that an approval in force asks those whom it names.
  if (typeof audience !== 'number') await nameAudience(entry.decisionId, audience.groups, policyVersionOf(entry.body));
  return appendDecisionIf(accountId, entry, {
    sql: `COALESCE((SELECT d.decision_id FROM aims_decision d ${NEWEST_FIRST}), '') = ?`,
    parameters: [before?.decisionId ?? ''],
  });
}

/**
 * Appends that somebody has read a version of the policy, if that is the approved one and its audience has them. The statement that
 * appends looks at the approval, too: very many people click after one message, and each of them for the first time.
 */
export async function appendAcknowledgement(
  accountId: string,
  entry: Entry<'acknowledgement'>,
): Promise<Appended | 'not-approved' | 'not-asked'> {
  const { pageId, pageVersion } = entry.body;
  const answer = await appendDecisionIf(accountId, entry, {
    sql: `EXISTS (SELECT 1 FROM (SELECT d.decision_id, d.body FROM aims_decision d ${NEWEST_FIRST}) f WHERE f.body LIKE ?
      AND (f.body NOT LIKE '%,"audience":{%' OR EXISTS (${asks('f.decision_id')})))`,
    // How an approval's body begins. Where it did not, what follows would be as right, and dearer.
    parameters: [`{"pageId":"${pageId}","pageVersion":${pageVersion},%`, accountId],
  });
  if (answer?.appended) return answer;
  const approval = await readPolicyApproval();
  if (approval === null || policyVersionOf(approval) !== policyVersionOf(entry.body)) return 'not-approved';
  if (answer !== null) return answer;
  const asksThem = (await readPolicyAwareness(accountId))?.asksMe === true;
  return asksThem ? appendDecision(accountId, entry) : 'not-asked';
}
