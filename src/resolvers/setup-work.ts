import { InvocationError, InvocationErrorCode } from '@forge/events';
import { applyRun } from '../blueprint/apply';
import { AppError } from '../errors';
import { applyImport } from '../importing/apply';
import type { Ingest } from '../ingest/collaborators';
import { keepTimeZone } from '../ingest/keep-time-zone';
import { pauseFor } from '../ingest/pause';
import { describeError } from '../log';
import { pushWork } from '../queue/facts-queue';
import { pushSetup, type SetupWork, setupWorkSchema } from '../queue/setup-queue';
import { migrate } from '../store/migrations';
import { readRun } from '../store/setup-run';

/** Kept back for the step in hand before the platform ends the invocation. */
const MARGIN_MILLISECONDS = 60_000;
/** Jira's own tasks are polled by coming back, not by sleeping. */
const POLL_SECONDS = 5;
const RETRY_SECONDS = 60;

/** Works one event of the setup queue; each kind goes on where it stood. */
export async function consumeSetup(body: unknown, collaborators: Ingest): Promise<InvocationError | undefined> {
  const work = setupWorkSchema.parse(body);
  const hasTime = () => collaborators.remaining() > MARGIN_MILLISECONDS;
  try {
    await migrate();
    if (work.kind === 'apply') await apply(work.runId, collaborators, hasTime);
    else await importMore(work, collaborators);
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    collaborators.log.info('setup-postponed', { kind: work.kind, ...describeError(error) });
    const seconds = Math.min(error.data.retryAfterSeconds ?? RETRY_SECONDS, 900);
    return new InvocationError({ retryAfter: seconds, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST });
  }
}

async function importMore(work: SetupWork & { kind: 'import' }, collaborators: Ingest): Promise<void> {
  const pause = await applyImport(work.importId, collaborators.now, () => pauseFor(collaborators));
  if (pause !== null) await pushSetup([work], pause);
}

async function apply(runId: string, collaborators: Ingest, hasTime: () => boolean): Promise<void> {
  const progress = await applyRun(runId, collaborators.catalogue, collaborators.now, hasTime);
  if (progress === 'wait') await pushSetup([{ kind: 'apply', runId }], POLL_SECONDS);
  if (progress === 'more') await pushSetup([{ kind: 'apply', runId }]);
  if (progress !== 'done') return;
  await keepTimeZone();
  const stored = await readRun(runId);
  if (stored) await pushWork([{ kind: 'backfill', projectId: stored.run.projectId }]);
}
