import { z } from 'zod';
import type { Context } from '../context';
import { AppError } from '../errors';
import { projectExists } from '../jira/configuration/project';
import { readCursor, writeCursor } from '../store/cursor';
import { itemIdsOfProject } from '../store/item';
import { pointsOfRead, spendPoints } from '../store/points';
import { type Pause, pacer } from './pause';
import { type Page, searchPage } from './search-page';
import { writeBatch } from './writer';

const cursorSchema = z.object({
  nextPageToken: z.string().nullable(),
  startedAt: z.number(),
  seen: z.number(),
  repaired: z.number(),
  finishedAt: z.number().nullable(),
});

export type BackfillProgress = z.infer<typeof cursorSchema>;

const backfillCursor = (projectId: string): string => `backfill:${projectId}`;

export function readBackfill(projectId: string): Promise<BackfillProgress | null> {
  return readCursor(backfillCursor(projectId), cursorSchema);
}

/**
 * Reads every issue of a project once, a page at a time, and then looks at what the store has and the pages had not.
 * Stops while there is time and while bulk work has points left, and goes on from its cursor when called again.
 */
export async function backfillProject(
  projectId: string,
  context: Context,
  pause: () => Promise<Pause> = pacer(context),
): Promise<Pause> {
  const cursorId = backfillCursor(projectId);
  const stored = await readCursor(cursorId, cursorSchema);
  let cursor: BackfillProgress =
    stored && stored.finishedAt === null
      ? stored
      : { nextPageToken: null, startedAt: context.now(), seen: 0, repaired: 0, finishedAt: null };
  for (;;) {
    const seconds = await pause();
    if (seconds !== null) {
      await writeCursor(cursorId, cursor, context.now());
      return seconds;
    }
    const page = await pageOf(projectId, cursor.nextPageToken, context);
    const repaired = await writeBatch({ issues: page.issues }, context);
    cursor = {
      ...cursor,
      nextPageToken: page.nextPageToken,
      seen: cursor.seen + page.issues.length,
      repaired: cursor.repaired + repaired,
    };
    if (page.nextPageToken === null) break;
    await writeCursor(cursorId, cursor, context.now());
  }
  const repaired = await checkUnseen(projectId, cursor.startedAt, context);
  await writeCursor(
    cursorId,
    { ...cursor, repaired: cursor.repaired + repaired, nextPageToken: null, finishedAt: context.now() },
    context.now(),
  );
  return null;
}

/** A page of the project's issues; none when the project is gone, for Jira refuses to search in what it does not know. */
async function pageOf(
  projectId: string,
  nextPageToken: string | null,
  context: Pick<Context, 'configuration' | 'now'>,
): Promise<Page> {
  try {
    return await searchPage(`project = ${Number(projectId)} ORDER BY id ASC`, nextPageToken, context);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'jira-rejected' || (await projectExists(projectId))) throw error;
    return { issues: [], nextPageToken: null };
  }
}

/** Items of the project that no page has shown: deleted or moved without an event. */
async function checkUnseen(projectId: string, startedAt: number, context: Context): Promise<number> {
  let repaired = 0;
  for (;;) {
    const unseen = await itemIdsOfProject(projectId, startedAt, 100);
    if (unseen.length === 0) return repaired;
    repaired += await writeBatch({ ids: unseen }, context);
    await spendPoints(pointsOfRead(unseen.length), context.now());
  }
}
