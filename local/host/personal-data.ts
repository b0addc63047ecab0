import { z } from 'zod';
import type { Clock, Directory } from '../seam';
import { empty, json } from './answer';
import type { Journal } from './journal';
import type { Answer } from './worker/protocol';

/** developer.atlassian.com/platform/forge/user-privacy-guidelines: most accounts of one report. */
const ACCOUNTS_A_REPORT = 90;
/** The same page: how often an account is reported. */
const CYCLE_SECONDS = 7 * 24 * 3_600;

const report = z.object({
  accounts: z
    .array(
      z.object({
        accountId: z.string().regex(/^[A-Za-z0-9:-]{1,128}$/),
        updatedAt: z.iso.datetime({ offset: true }),
      }),
    )
    .min(1)
    .max(ACCOUNTS_A_REPORT),
});

/**
 * Where apps report whose accounts they store, and are told which of these are closed. Whoever is not active here counts as closed, for
 * the local site knows no difference; `updated` is never answered.
 */
export class PersonalData {
  static readonly PATH = '/app/report-accounts';

  constructor(
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  serve(method: string, body: string | null): Answer {
    const answer = this.answer(method, body);
    this.journal.add('product', {
      at: this.clock.now(),
      remote: 'atlassian',
      method,
      path: PersonalData.PATH,
      status: answer.status,
      points: 0,
      as: 'app',
    });
    return answer;
  }

  private answer(method: string, body: string | null): Answer {
    if (method !== 'POST') return json(405, { code: 405, message: 'Method not allowed' });
    const asked = report.safeParse(JSON.parse(body ?? '{}'));
    if (!asked.success) return json(400, { errorType: 'invalid-request', errorMessage: z.prettifyError(asked.error) });
    const closed = asked.data.accounts.filter(({ accountId }) => this.directory.person(accountId)?.active === false);
    const cycle = { 'Cycle-Period': String(CYCLE_SECONDS) };
    if (closed.length === 0) return { ...empty(204), headers: cycle };
    return json(200, { accounts: closed.map(({ accountId }) => ({ accountId, status: 'closed' })) }, cycle);
  }
}
