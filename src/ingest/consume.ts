import { InvocationError, InvocationErrorCode } from '@forge/events';
import type { Context } from '../context';
import { AppError, ERRORS } from '../errors';
import { describeError } from '../log';
import { pushWork, type Work, workSchema } from '../queue/facts-queue';
import { migrate } from '../store/schema/migrate';
import { isRefusedForRate } from '../store/sql';
import { keepArchived, loseItems } from './archived-projects';
import { backfillProject } from './backfill';
import { collect } from './collect';
import type { Pause } from './pause';
import { readAudience } from './read-audience';
import { reconcile } from './reconcile';
import { reportStoredAccounts } from './report-accounts';
import { settleAll } from './settle';
import { WriterBusy } from './writer-busy';

/** Seconds after which work that was refused is tried again; 429 says itself how long. */
const BUSY_RETRY_SECONDS = 60;
const LONGEST_RETRY_SECONDS = 900;

/**
 * Works one event of the facts queue. Delivery is at least once and in any order; each kind of work may be repeated.
 * @returns an InvocationError when the platform shall deliver the event again later
 */
export async function consumeWork(body: unknown, context: Context): Promise<InvocationError | undefined> {
  const work = workSchema.parse(body);
  try {
    await migrate();
    await run(work, context);
    return undefined;
  } catch (error) {
    const wait = retryAfter(error);
    if (wait === null) throw error;
    context.log.info('work-postponed', { kind: work.kind, seconds: wait, ...describeError(error) });
    return postpone(work, wait);
  }
}

/** What goes on with the work: what was noted may be marked by now, so collecting goes on as settling. */
const continued = (work: Work): Work => (work.kind === 'collect' ? { kind: 'settle' } : work);

/**
 * Asks for the work again later. A retry that the platform grants is one of four, and then the work is dropped
 * (developer.atlassian.com/platform/forge/events-reference/retry); a push of its own has no such end.
 */
async function postpone(work: Work, seconds: number): Promise<InvocationError | undefined> {
  try {
    await pushWork([continued(work)], seconds);
    return undefined;
  } catch {
    // Pushes are refused, too: one of the four.
    return new InvocationError({ retryAfter: seconds, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST });
  }
}

async function run(work: Work, context: Context): Promise<void> {
  switch (work.kind) {
    case 'collect':
      await comeBack(work, await collect(context), context);
      return;
    case 'backfill':
      await comeBack(work, await backfillProject(work.projectId, context), context);
      return;
    case 'project-changed':
      await loseItems(work.projectId, await keepArchived(context));
      return;
    case 'reconcile':
      await comeBack(work, await reconcile(work.scope, context), context);
      return;
    case 'audience':
      await comeBack(work, await readAudience(context), context);
      return;
    case 'accounts':
      await comeBack(work, await reportStoredAccounts(context), context);
      return;
    case 'settle':
      await comeBack(work, await settleAll(context), context);
      return;
  }
}

/** Long work that paused is asked for again; a delay longer than the platform's is waited for in pieces. */
async function comeBack(work: Work, pause: Pause, context: Pick<Context, 'log'>): Promise<void> {
  if (pause === null) return;
  context.log.info('work-paused', { kind: work.kind, seconds: pause });
  await pushWork([continued(work)], pause);
}

function retryAfter(error: unknown): number | null {
  if (error instanceof WriterBusy || isRefusedForRate(error)) return BUSY_RETRY_SECONDS;
  if (!(error instanceof AppError) || !ERRORS[error.code].retry) return null;
  return Math.min(error.data.retryAfterSeconds ?? BUSY_RETRY_SECONDS, LONGEST_RETRY_SECONDS);
}
