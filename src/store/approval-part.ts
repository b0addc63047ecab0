import type { ApprovalKind } from '../domain/approval/entry';
import { TOKEN_OF } from './person';
import { query } from './sql';

/** Whether somebody wrote, submitted or approved something of a kind since an instant (epoch milliseconds). */
export async function hadPartIn(kind: ApprovalKind, accountId: string, since: number): Promise<boolean> {
  const rows = await query(
    `SELECT 1 AS found FROM approval_entry
     WHERE kind = ? AND person = ${TOKEN_OF} AND at >= ? AND (row_key <> '' OR act IN ('approved', 'submitted')) LIMIT 1`,
    [kind, accountId, since],
  );
  return rows.length > 0;
}
