import { privacy } from '@forge/api';
import { AppError } from '../errors';

/** Most accounts of one report (developer.atlassian.com/platform/forge/user-privacy-guidelines). */
export const ACCOUNTS_A_REPORT = 90;

/**
 * Tells Atlassian whose account ids are stored, and learns which of these accounts are closed. `updated` asks for nothing: of a
 * person only the id is stored, which never changes.
 * @param accountIds at most `ACCOUNTS_A_REPORT`
 * @param now milliseconds
 * @throws AppError accounts-not-reported, with seconds to wait
 */
export async function reportAccounts(accountIds: readonly string[], now: number): Promise<string[]> {
  const updatedAt = new Date(now).toISOString();
  const answers = await privacy
    .reportPersonalData(accountIds.map((accountId) => ({ accountId, updatedAt })))
    .catch((cause: unknown) => {
      throw new AppError('accounts-not-reported', waitOf(cause), cause);
    });
  return answers.filter(({ status }) => status === 'closed').map(({ accountId }) => accountId);
}

/** As long as a push may be delayed: nobody waits for it. */
const USUAL_WAIT_SECONDS = 900;

/** The SDK rejects with the answer itself. */
function waitOf(cause: unknown): { status?: number; retryAfterSeconds: number } {
  const { status, headers } = (cause ?? {}) as { status?: number; headers?: { get?: (name: string) => string | null } };
  const seconds = Number(headers?.get?.('retry-after')) || USUAL_WAIT_SECONDS;
  return { ...(status === undefined ? {} : { status }), retryAfterSeconds: seconds };
}
