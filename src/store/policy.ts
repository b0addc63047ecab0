import { type Appended, appendDecision, appendDecisionIf, type Entry } from './append';
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
  /** People who acknowledged exactly this version. */
  acknowledged: number;
  acknowledgedByMe: boolean;
}

/** How many people acknowledged the approved version, and whether `accountId` is one of them. */
export async function readPolicyAwareness(accountId: string | null): Promise<PolicyAwareness | null> {
  const approval = await readPolicyApproval();
  if (approval === null) return null;
  const [row] = await query<{ n: number; mine: number | null }>(
    `SELECT COUNT(DISTINCT person) AS n, MAX(IF(person = ${TOKEN_OF}, 1, 0)) AS mine FROM aims_decision
     WHERE kind = 'acknowledgement' AND subject = ?`,
    [accountId ?? '', policyVersionOf(approval)],
    { n: 'number', mine: 'number' },
  );
  return { approval, acknowledged: row?.n ?? 0, acknowledgedByMe: row?.mine === 1 };
}

/**
 * Appends an approval, if the one that counts is still what the approver was shown.
 * @param before as `readPolicyApproval` answered
 * @returns null where another was approved meanwhile
 */
export const appendPolicyApproval = (
  accountId: string,
  entry: Entry<'policy-approval'>,
  before: PolicyApproval | null,
): Promise<Appended | null> =>
  appendDecisionIf(accountId, entry, {
    sql: `COALESCE((SELECT d.decision_id FROM aims_decision d ${NEWEST_FIRST}), '') = ?`,
    parameters: [before?.decisionId ?? ''],
  });

/**
 * Appends that somebody has read a version of the policy, if that is the approved one. The statement that appends looks at
 * the approval, too: very many people click after one message, and each of them for the first time.
 * @returns null where another version is approved, or none
 */
export async function appendAcknowledgement(
  accountId: string,
  entry: Entry<'acknowledgement'>,
): Promise<Appended | null> {
  const { pageId, pageVersion } = entry.body;
  const answer = await appendDecisionIf(accountId, entry, {
    sql: `(SELECT d.body FROM aims_decision d ${NEWEST_FIRST}) LIKE ?`,
    // How an approval's body begins. Where it did not, what follows would be as right, and dearer.
    parameters: [`{"pageId":"${pageId}","pageVersion":${pageVersion},%`],
  });
  if (answer?.appended) return answer;
  const approval = await readPolicyApproval();
  if (approval === null || policyVersionOf(approval) !== policyVersionOf(entry.body)) return null;
  return answer ?? appendDecision(accountId, entry);
}
