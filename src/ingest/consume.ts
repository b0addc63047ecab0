import { InvocationError, InvocationErrorCode } from '@forge/events';
import { AppError, ERRORS } from '../errors';
import { describeError } from '../log';
import { pushWork, type Work, workSchema } from '../queue/facts-queue';
import { migrate } from '../store/migrations';
import { keepArchived, loseItems } from './archived-projects';
import { backfillProject } from './backfill';
import type { Ingest } from './collaborators';
import type { Pause } from './pause';
import { reconcile, recountDue, settleMarks } from './reconcile';
import { writeItems } from './write-items';
import { writeRecount } from './writer';
import { WriterBusy } from './writer-busy';

/** Seconds after which work that was refused is tried again; 429 says itself how long. */
const BUSY_RETRY_SECONDS = 60;
const LONGEST_RETRY_SECONDS = 900;

/**
 * Works one event of the facts queue. Delivery is at least once and in any order; each kind of work may be repeated.
 * @returns an InvocationError when the platform shall deliver the event again later
 */
export async function consumeWork(body: unknown, ingest: Ingest): Promise<InvocationError | undefined> {
  const work = workSchema.parse(body);
  try {
    await migrate();
    await run(work, ingest);
    return undefined;
  } catch (error) {
    const wait = retryAfter(error);
    if (wait === null) throw error;
    ingest.log.info('work-postponed', { kind: work.kind, seconds: wait, ...describeError(error) });
    return new InvocationError({ retryAfter: wait, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST });
  }
}

async function run(work: Work, ingest: Ingest): Promise<void> {
  switch (work.kind) {
    case 'items':
      await writeItems(work.itemIds, ingest);
      return;
    case 'recount':
      await writeRecount(
        { systems: new Set(work.systems), requirements: new Set(work.requirements), everySystem: work.everySystem },
        ingest,
      );
      return;
    case 'backfill':
      await comeBack(work, await backfillProject(work.projectId, ingest), ingest);
      return;
    case 'project-changed':
      await loseItems(work.projectId, await keepArchived(ingest));
      return;
    case 'reconcile':
      await comeBack(work, await reconcile(work.scope, ingest), ingest);
      return;
    case 'settle':
      await settleMarks(ingest);
      await recountDue(ingest);
      return;
  }
}

/** Long work that paused is asked for again; a delay longer than the platform's is waited for in pieces. */
async function comeBack(work: Work, pause: Pause, ingest: Ingest): Promise<void> {
  if (pause === null) return;
  ingest.log.info('work-paused', { kind: work.kind, seconds: pause });
  await pushWork([work], pause);
}

function retryAfter(error: unknown): number | null {
  if (error instanceof WriterBusy) return BUSY_RETRY_SECONDS;
  if (!(error instanceof AppError) || !ERRORS[error.code].retry) return null;
  return Math.min(error.data.retryAfterSeconds ?? BUSY_RETRY_SECONDS, LONGEST_RETRY_SECONDS);
}
