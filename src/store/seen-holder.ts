import { TOKEN_OF, tokenOf } from './person';
import { change, query } from './sql';

/**
 * Who was seen here with which of the app's permissions, and when last: Jira lists nobody who holds one, so whoever calls the app is
 * remembered with what they hold.
 */
export interface SeenHolder {
  accountId: string;
  permissions: string[];
  /** Epoch milliseconds. */
  seenAt: number;
}

/** Most people that are listed. */
const LISTED = 50;

/** Remembers what somebody holds today. @param permissions none: whoever was seen before and lost them all */
export async function rememberHolder(accountId: string, permissions: readonly string[], at: number): Promise<void> {
  await change(
    `INSERT INTO seen_holder (person, permissions, seen_at) VALUES (?, ?, ?)
     ON DUPLICATE KEY UPDATE permissions = VALUES(permissions), seen_at = VALUES(seen_at)`,
    [await tokenOf(accountId), permissions.join(','), at],
  );
}

/** What is remembered of one person, for a UNION ALL with other reads; their account id is its parameter. */
export const SEEN_SELECT = `SELECT 'seen' AS what, seen_at AS n, permissions AS body FROM seen_holder WHERE person = ${TOKEN_OF}`;

/** Newest first; whoever erased their account is not in it. */
export async function readHolders(): Promise<SeenHolder[]> {
  const rows = await query<{ account_id: string; permissions: string; seen_at: number }>(
    `SELECT p.account_id, s.permissions, s.seen_at FROM seen_holder s JOIN person p ON p.token = s.person
     WHERE p.account_id IS NOT NULL ORDER BY s.seen_at DESC, s.person LIMIT ${LISTED}`,
    [],
    { seen_at: 'number' },
  );
  return rows.map(({ account_id, permissions, seen_at }) => ({
    accountId: account_id,
    permissions: permissions === '' ? [] : permissions.split(','),
    seenAt: seen_at,
  }));
}
