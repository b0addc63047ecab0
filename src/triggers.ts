import { pageWorkOf, workOf } from './ingest/events';
import { pushWork } from './queue/facts-queue';
import { readConfiguration } from './store/configuration';

/** A product event becomes work for the writer, or nothing: no call to Jira and no statement is spent here. */
export async function onJiraEvent(event: unknown): Promise<void> {
  const work = workOf(event, await readConfiguration());
  if (work.length > 0) await pushWork(work);
}

/** As `onJiraEvent`, for pages: only those that were approved as the AI policy are looked at. */
export async function onConfluenceEvent(event: unknown): Promise<void> {
  const work = pageWorkOf(event, await readConfiguration());
  if (work.length > 0) await pushWork(work);
}
