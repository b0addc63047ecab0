import { z } from 'zod';
import { issueIdsOf } from '../domain/item/item-id';
import { AppError } from '../errors';
import { searchIssues } from '../jira/issue';
import { readCursor, writeCursor } from '../store/cursor';
import { itemIdsOfProject } from '../store/item';
import type { Ingest } from './collaborators';
import { fieldsToRead } from './fields';
import { writeBatch } from './writer';

const cursorSchema = z.object({
  nextPageToken: z.string().nullable(),
  startedAt: z.number(),
  seen: z.number(),
  repaired: z.number(),
  finishedAt: z.number().nullable(),
});

export type BackfillProgress = z.infer<typeof cursorSchema>;

/** Time kept back so that a batch in hand is finished before the platform ends the invocation. */
const MARGIN_MILLISECONDS = 30_000;

const backfillCursor = (projectId: string): string => `backfill:${projectId}`;

export function readBackfill(projectId: string): Promise<BackfillProgress | null> {
  return readCursor(backfillCursor(projectId), cursorSchema);
}

/**
 * Reads every issue of a project once, a page at a time, and then looks at what the store has and the pages had not.
 * Stops while there is time, and goes on from its cursor when called again.
 * @returns false when there is more to do
 */
export async function backfillProject(projectId: string, ingest: Ingest): Promise<boolean> {
  const cursorId = backfillCursor(projectId);
  const stored = await readCursor(cursorId, cursorSchema);
  let cursor: BackfillProgress =
    stored && stored.finishedAt === null
      ? stored
      : { nextPageToken: null, startedAt: ingest.now(), seen: 0, repaired: 0, finishedAt: null };
  for (;;) {
    if (ingest.remaining() < MARGIN_MILLISECONDS) {
      await writeCursor(cursorId, cursor, ingest.now());
      return false;
    }
    const page = await pageOf(projectId, cursor, ingest);
    const repaired = await writeBatch({ issues: page.issues }, ingest);
    cursor = {
      ...cursor,
      nextPageToken: page.nextPageToken,
      seen: cursor.seen + page.issues.length,
      repaired: cursor.repaired + repaired,
    };
    if (page.nextPageToken === null) break;
    await writeCursor(cursorId, cursor, ingest.now());
  }
  const repaired = await checkUnseen(projectId, cursor.startedAt, ingest);
  await writeCursor(
    cursorId,
    { ...cursor, repaired: cursor.repaired + repaired, nextPageToken: null, finishedAt: ingest.now() },
    ingest.now(),
  );
  return true;
}

/** A page token lives for a limited time; when Jira no longer knows it, the project is read again from the start. */
async function pageOf(projectId: string, cursor: BackfillProgress, ingest: Ingest) {
  const jql = `project = ${Number(projectId)} ORDER BY id ASC`;
  try {
    return await searchIssues(jql, fieldsToRead(ingest.configuration), cursor.nextPageToken);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'jira-rejected' || cursor.nextPageToken === null) throw error;
    return searchIssues(jql, fieldsToRead(ingest.configuration), null);
  }
}

/** Items of the project that no page has shown: deleted or moved without an event. */
async function checkUnseen(projectId: string, startedAt: number, ingest: Ingest): Promise<number> {
  let repaired = 0;
  for (;;) {
    const unseen = await itemIdsOfProject(projectId, startedAt, 100);
    if (unseen.length === 0) return repaired;
    repaired += await writeBatch({ ids: issueIdsOf(unseen) }, ingest);
  }
}
