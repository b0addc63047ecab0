import { z } from 'zod';
import { dayOf } from '../domain/day';
import { issueIdsOf } from '../domain/item/item-id';
import { approximateCount, searchIssues } from '../jira/issue';
import { cellsDue } from '../store/cell';
import { readCursor, writeCursor } from '../store/cursor';
import { countByProject, longestUnchecked, sweepReferences } from '../store/item';
import { openMarks, sweepMarks } from '../store/mark';
import { backfillProject } from './backfill';
import type { Ingest } from './collaborators';
import { fieldsToRead } from './fields';
import type { Touched } from './touched';
import { BATCH, writeBatch, writeRecount } from './writer';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Every item is read at least once in so many days, whether or not anything says that it changed. */
const ROLLING_DAYS = 30;
/** Searches by date see minutes, and the index lags: look back further than the last run. */
const OVERLAP = 15 * MINUTE;
const MARGIN = 60_000;

const cursorSchema = z.object({ finishedAt: z.number(), repaired: z.number() });
const CURSOR = 'reconcile';

export type ReconcileProgress = z.infer<typeof cursorSchema>;

export function readReconcile(): Promise<ReconcileProgress | null> {
  return readCursor(CURSOR, cursorSchema);
}

/**
 * Finds what events did not tell: issues changed since the last run, a slice of all items, and projects whose count
 * differs from Jira's. `full` reads every issue of every enrolled project.
 * @returns false when time ran out; a later run goes on
 */
export async function reconcile(scope: 'changed' | 'full', ingest: Ingest): Promise<boolean> {
  await settleMarks(ingest);
  await recountDue(ingest);
  const startedAt = ingest.now();
  const last = await readReconcile();
  let repaired = 0;
  if (scope === 'changed') {
    repaired += await readChanged(last?.finishedAt ?? 0, ingest);
    repaired += await readSlice(startedAt, ingest);
  }
  const stored = await countByProject();
  for (const projectId of new Set([...ingest.configuration.projects, ...stored.keys()])) {
    if (ingest.remaining() < MARGIN) return false;
    const enrolled = ingest.configuration.projects.includes(projectId);
    if (
      enrolled &&
      scope === 'changed' &&
      (await approximateCount(`project = ${Number(projectId)}`)) === (stored.get(projectId) ?? 0)
    )
      continue;
    if (!(await backfillProject(projectId, ingest))) return false;
  }
  await writeCursor(CURSOR, { finishedAt: startedAt, repaired }, ingest.now());
  await sweepMarks();
  await sweepReferences();
  return true;
}

/** Goes on from marks that a crash left, items first: reading them again may touch more cells. */
export async function settleMarks(ingest: Ingest): Promise<void> {
  for (;;) {
    const marks = await openMarks(BATCH);
    if (marks.length === 0 || ingest.remaining() < MARGIN) return;
    const items = marks.filter((mark) => mark.startsWith('item:')).map((mark) => mark.slice('item:'.length));
    if (items.length > 0) await writeBatch({ ids: issueIdsOf(items) }, ingest);
    const touched = touchedFrom(marks);
    if (touched.systems.size + touched.requirements.size > 0) await writeRecount(touched, ingest);
  }
}

function touchedFrom(marks: readonly string[]): Touched {
  const of = (prefix: string) =>
    marks.filter((mark) => mark.startsWith(prefix)).map((mark) => mark.slice(prefix.length));
  return { systems: new Set(of('system:')), requirements: new Set(of('requirement:')), everySystem: false };
}

/** Recounts the cells whose state changes by itself today: evidence lapses, an acceptance expires. */
export async function recountDue(ingest: Ingest): Promise<void> {
  for (;;) {
    const due = await cellsDue(dayOf(ingest.now()), 500);
    if (due.length === 0 || ingest.remaining() < MARGIN) return;
    const ofOrganisation = due
      .filter(({ scope }) => scope === 'organisation')
      .map(({ requirementId }) => requirementId);
    const systems = due.filter(({ scope }) => scope !== 'organisation').map(({ scope }) => scope);
    await writeRecount(
      { systems: new Set(systems), requirements: new Set(ofOrganisation), everySystem: false },
      ingest,
    );
  }
}

async function readChanged(since: number, ingest: Ingest): Promise<number> {
  if (ingest.configuration.projects.length === 0 || since === 0) return 0;
  const from = new Date(since - OVERLAP).toISOString().slice(0, 16).replace('T', ' ');
  const jql = `project IN (${ingest.configuration.projects.map(Number).join(', ')}) AND updated >= "${from}" ORDER BY id ASC`;
  let repaired = 0;
  let nextPageToken: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof searchIssues>> = await searchIssues(
      jql,
      fieldsToRead(ingest.configuration),
      nextPageToken,
    );
    repaired += await writeBatch({ issues: page.issues }, ingest);
    nextPageToken = page.nextPageToken;
  } while (nextPageToken !== null && ingest.remaining() > MARGIN);
  return repaired;
}

/** The thirtieth part of all items that has not been read for longest. */
async function readSlice(startedAt: number, ingest: Ingest): Promise<number> {
  const total = [...(await countByProject()).values()].reduce((sum, count) => sum + count, 0);
  let left = Math.ceil(total / ROLLING_DAYS);
  let repaired = 0;
  while (left > 0 && ingest.remaining() > MARGIN) {
    const ids = issueIdsOf(await longestUnchecked(Math.min(left, BATCH), startedAt - DAY));
    if (ids.length === 0) break;
    repaired += await writeBatch({ ids }, ingest);
    left -= ids.length;
  }
  return repaired;
}
