import { applyRun, endRun } from '../../blueprint/apply';
import type { Context } from '../../context';
import { AppError, ERRORS } from '../../errors';
import { keepTimeZone } from '../../ingest/keep-time-zone';
import { pacer } from '../../ingest/pause';
import { describeError } from '../../log';
import { pushWork } from '../../queue/facts-queue';
import { pushSetup, type SetupWork, setupWorkSchema } from '../../queue/setup-queue';
import { migrate } from '../../store/schema/migrate';
import { readRun } from '../../store/setup-run';
import { applyImport, endImport } from '../importing/apply';

/** Kept back for what is in hand before the platform ends the invocation. */
const MARGIN_MILLISECONDS = 60_000;
/** Jira's own tasks are polled by coming back, not by sleeping. */
const POLL_SECONDS = 5;
const RETRY_SECONDS = 60;
/** Longest delay of an event. */
const LONGEST_DELAY_SECONDS = 900;
/** With the longest delay half a day: an outage that is longer is told instead of waited for. */
const MOST_TRIES = 48;

/**
 * Works one event of the setup queue; each kind goes on where it stood. An error that may pass asks for the event again, a
 * bounded number of times; one that does not pass ends the work with its remedy. The platform itself would deliver an
 * event four times and then drop it, and the work would be "running" for ever.
 */
export async function consumeSetup(
  body: unknown,
  context: Pick<Context, 'catalogue' | 'now' | 'remaining' | 'log'>,
): Promise<void> {
  const work = setupWorkSchema.parse(body);
  try {
    await migrate();
    if (work.kind === 'apply') await apply(work.runId, context);
    else await importMore(work.importId, context);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const tries = (work.tries ?? 0) + 1;
    context.log.info('setup-postponed', { kind: work.kind, tries, ...describeError(error) });
    if (!ERRORS[error.code].retry || tries > MOST_TRIES) return end(work, error, context);
    const seconds = Math.min(error.data.retryAfterSeconds ?? RETRY_SECONDS, LONGEST_DELAY_SECONDS);
    await pushSetup([{ ...work, tries }], seconds);
  }
}

function end(work: SetupWork, error: AppError, { now }: Pick<Context, 'now'>): Promise<void> {
  return work.kind === 'apply' ? endRun(work.runId, error, now()) : endImport(work.importId, error, now());
}

async function importMore(importId: string, context: Pick<Context, 'now' | 'remaining'>): Promise<void> {
  const pause = await applyImport(importId, context.now, pacer(context));
  if (pause !== null) await pushSetup([{ kind: 'import', importId }], pause);
}

async function apply(runId: string, context: Pick<Context, 'catalogue' | 'now' | 'remaining'>): Promise<void> {
  const hasTime = () => context.remaining() > MARGIN_MILLISECONDS;
  const progress = await applyRun(runId, context.catalogue, context.now, hasTime);
  if (progress === 'wait') await pushSetup([{ kind: 'apply', runId }], POLL_SECONDS);
  if (progress === 'more') await pushSetup([{ kind: 'apply', runId }]);
  if (progress !== 'done') return;
  await keepTimeZone();
  const stored = await readRun(runId);
  if (stored) await pushWork([{ kind: 'backfill', projectId: stored.run.projectId }]);
}
