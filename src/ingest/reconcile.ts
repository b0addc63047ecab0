import { z } from 'zod';
import { dayOf } from '../domain/day';
import { pageItemIdOf } from '../domain/item/item-id';
import { projectExists } from '../jira/configuration/project';
import { approximateCount } from '../jira/issue';
import { cellsDue } from '../store/cell';
import { readCursor, writeCursor } from '../store/cursor';
import { countByProject, longestUnchecked, sweepReferences } from '../store/item';
import { openMarks, sweepMarks } from '../store/mark';
import { pointsOfRead, spendPoints, sweepPoints } from '../store/points';
import { backfillProject } from './backfill';
import type { Ingest } from './collaborators';
import { lookForDrift } from './drift';
import { type Pause, pacer } from './pause';
import { searchPage } from './search-page';
import type { Touched } from './touched';
import { writeItems } from './write-items';
import { BATCH, writeBatch, writeRecount } from './writer';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Every item is read at least once in so many days, whether or not anything says that it changed. */
const ROLLING_DAYS = 30;
/** Searches by date see minutes, and the index lags: look back further than the last run. */
const OVERLAP = 15 * MINUTE;
const MARGIN = 60_000;

const cursorSchema = z.object({
  finishedAt: z.number(),
  repaired: z.number(),
  /** A run that time, points or a crash cut off; a later one goes on from here. */
  run: z
    .object({
      scope: z.enum(['changed', 'full']),
      startedAt: z.number(),
      repaired: z.number(),
      /** Where the search for changed issues stands; null when all are read. */
      changed: z.object({ nextPageToken: z.string().nullable() }).nullable(),
      projectsDone: z.array(z.string()),
    })
    .nullable()
    .default(null),
});
const CURSOR = 'reconcile';

export type ReconcileProgress = z.infer<typeof cursorSchema>;
type Run = NonNullable<ReconcileProgress['run']>;

export function readReconcile(): Promise<ReconcileProgress | null> {
  return readCursor(CURSOR, cursorSchema);
}

/** Keeps how far the run is, so that one that is cut off or crashes goes on from here. */
type Save = () => Promise<void>;
/** Asked before each batch: seconds to come back after, or null to go on. */
type Wait = () => Promise<Pause>;

/**
 * Finds what events did not tell: issues changed since the last run, a slice of all items, projects whose count differs
 * from Jira's, and last the policy's pages. `full` reads every issue of every enrolled project. Goes on where an earlier
 * run was cut off.
 */
export async function reconcile(scope: 'changed' | 'full', ingest: Ingest): Promise<Pause> {
  await lookForDrift(ingest);
  await settleMarks(ingest);
  await recountDue(ingest);
  const last = (await readReconcile()) ?? { finishedAt: 0, repaired: 0, run: null };
  const run = last.run && (last.run.scope === 'full' || scope === 'changed') ? last.run : newRun(scope, ingest.now());
  const save = () => writeCursor(CURSOR, { ...last, run }, ingest.now());
  const wait = pacer(ingest);
  const pause =
    (await readChanged(last.finishedAt, run, save, wait, ingest)) ??
    (await readSlice(run, wait, ingest)) ??
    (await readProjects(run, save, wait, ingest));
  if (pause !== null) {
    await save();
    return pause;
  }
  // Confluence tells of no deleted page to an app that may not write: the few policy pages are read every night.
  run.repaired += await writeItems(ingest.configuration.policyPages.map(pageItemIdOf), ingest);
  await writeCursor(CURSOR, { finishedAt: run.startedAt, repaired: run.repaired, run: null }, ingest.now());
  await sweepMarks();
  await sweepReferences();
  await sweepPoints(ingest.now());
  return null;
}

/** Reading everything finds all that reading changes would, so a full run stands for both. */
function newRun(scope: Run['scope'], startedAt: number): Run {
  return {
    scope,
    startedAt,
    repaired: 0,
    changed: scope === 'changed' ? { nextPageToken: null } : null,
    projectsDone: [],
  };
}

async function readProjects(run: Run, save: Save, wait: Wait, ingest: Ingest): Promise<Pause> {
  const stored = await countByProject();
  for (const projectId of new Set([...ingest.configuration.projects, ...stored.keys()])) {
    if (run.projectsDone.includes(projectId)) continue;
    const seconds = await wait();
    if (seconds !== null) return seconds;
    const enrolled = ingest.configuration.projects.includes(projectId);
    const asCounted =
      enrolled && run.scope === 'changed' && (await countInJira(projectId)) === (stored.get(projectId) ?? 0);
    const pause = asCounted ? null : await backfillProject(projectId, ingest, wait);
    if (pause !== null) return pause;
    run.projectsDone.push(projectId);
    await save();
  }
  return null;
}

/** How many issues the project has; none when it is gone, which Jira refuses to count in. */
async function countInJira(projectId: string): Promise<number> {
  return (await projectExists(projectId)) ? approximateCount(`project = ${Number(projectId)}`) : 0;
}

/** Goes on from marks that a crash left, items first: reading them again may touch more cells. Pages come last. */
export async function settleMarks(ingest: Ingest): Promise<void> {
  for (;;) {
    const marks = await openMarks(BATCH, 'all but pages');
    if (ingest.remaining() < MARGIN) return;
    if (marks.length === 0) break;
    await writeItems(itemsOf(marks), ingest);
    const touched = touchedFrom(marks);
    if (touched.systems.size + touched.requirements.size > 0) await writeRecount(touched, ingest);
  }
  await writeItems(itemsOf(await openMarks(BATCH, 'pages')), ingest);
}

function itemsOf(marks: readonly string[]): string[] {
  return marks.filter((mark) => mark.startsWith('item:')).map((mark) => mark.slice('item:'.length));
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

async function readChanged(since: number, run: Run, save: Save, wait: Wait, ingest: Ingest): Promise<Pause> {
  if (run.changed === null || since === 0) return null;
  // Jira refuses a query that names a project which is gone.
  const projects: string[] = [];
  for (const projectId of ingest.configuration.projects) if (await projectExists(projectId)) projects.push(projectId);
  if (projects.length === 0) return null;
  const from = new Date(since - OVERLAP).toISOString().slice(0, 16).replace('T', ' ');
  const jql = `project IN (${projects.map(Number).join(', ')}) AND updated >= "${from}" ORDER BY id ASC`;
  while (run.changed !== null) {
    const pause = await wait();
    if (pause !== null) return pause;
    const page = await searchPage(jql, run.changed.nextPageToken, ingest);
    run.repaired += await writeBatch({ issues: page.issues }, ingest);
    run.changed = page.nextPageToken === null ? null : { nextPageToken: page.nextPageToken };
    await save();
  }
  return null;
}

/** The thirtieth part of all items that has not been read for longest; what is left of it waits for the next night. */
async function readSlice(run: Run, wait: Wait, ingest: Ingest): Promise<null> {
  if (run.scope === 'full') return null;
  const total = [...(await countByProject()).values()].reduce((sum, count) => sum + count, 0);
  let left = Math.ceil(total / ROLLING_DAYS);
  while (left > 0 && (await wait()) === null) {
    const ids = await longestUnchecked(Math.min(left, BATCH), run.startedAt - DAY);
    if (ids.length === 0) break;
    run.repaired += await writeBatch({ ids }, ingest);
    await spendPoints(pointsOfRead(ids.length), ingest.now());
    left -= ids.length;
  }
  return null;
}
