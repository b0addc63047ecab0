import { type DecisionBody, policyVersionOf } from './decision';
import { query } from './sql';

/** The newest approval of an AI policy text, and who approved it. */
export interface PolicyApproval extends DecisionBody<'policy-approval'> {
  at: number;
  accountId: string;
}

interface Row {
  what: string;
  account_id: string;
  at: number;
  body: string;
}

function approvalOf(row: Row): PolicyApproval {
  const body = JSON.parse(row.body) as DecisionBody<'policy-approval'>;
  return { ...body, at: row.at, accountId: row.account_id };
}

const NEWEST_APPROVALS = `SELECT 'approval' AS what, account_id, at, body FROM aims_decision
  WHERE kind = 'policy-approval' ORDER BY at DESC, decision_id DESC`;

/** The approval that counts, whichever page it is of, or null while there is none. */
export async function readPolicyApproval(): Promise<PolicyApproval | null> {
  const [row] = await query<Row>(`${NEWEST_APPROVALS} LIMIT 1`, [], { at: 'number' });
  return row ? approvalOf(row) : null;
}

export interface PolicyStanding {
  approval: PolicyApproval;
  /** People who acknowledged exactly this version. */
  acknowledged: number;
  acknowledgedByMe: boolean;
}

/** How many people acknowledged the approved version, and whether `accountId` is one of them. */
export async function readPolicyStanding(accountId: string | null): Promise<PolicyStanding | null> {
  const approval = await readPolicyApproval();
  if (approval === null) return null;
  const [row] = await query<{ n: number; mine: number | null }>(
    `SELECT COUNT(DISTINCT account_id) AS n, MAX(IF(account_id = ?, 1, 0)) AS mine FROM aims_decision
     WHERE kind = 'acknowledgement' AND subject = ?`,
    [accountId ?? '', policyVersionOf(approval)],
    { n: 'number', mine: 'number' },
  );
  return { approval, acknowledged: row?.n ?? 0, acknowledgedByMe: row?.mine === 1 };
}
