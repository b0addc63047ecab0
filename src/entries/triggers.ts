import { InvocationError, InvocationErrorCode } from '@forge/events';
import { type Asked, askedBy, askedByPage } from '../ingest/events';
import { createLog, describeError } from '../log';
import { askToRead, pushWork } from '../queue/facts-queue';
import { readConfiguration } from '../store/configuration';

/** Seconds after which an event that could not be noted comes again; a random part keeps a burst from coming back as one. */
const AGAIN_SECONDS = 30;

/**
 * A product event becomes a note for the writer, or nothing: no call to Jira and no statement is spent here.
 * @returns an InvocationError when it could not be noted: the platform repeats no trigger that throws
 */
export async function onJiraEvent(event: unknown): Promise<InvocationError | undefined> {
  return take(askedBy(event, await readConfiguration()));
}

/** As `onJiraEvent`, for pages: only those that were approved as the AI policy are looked at. */
export async function onConfluenceEvent(event: unknown): Promise<InvocationError | undefined> {
  return take(askedByPage(event, await readConfiguration()));
}

async function take({ itemIds, work }: Asked): Promise<InvocationError | undefined> {
  try {
    await askToRead(itemIds);
    if (work.length > 0) await pushWork(work);
    return undefined;
  } catch (error) {
    createLog('').info('event-postponed', describeError(error));
    return new InvocationError({
      retryAfter: AGAIN_SECONDS + Math.floor(Math.random() * AGAIN_SECONDS),
      retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
    });
  }
}
