import { z } from 'zod';
import type { Context } from '../context';
import { pageItemIdOf } from '../domain/item/item-id';
import { projectExists } from '../jira/configuration/project';
import { approximateCount } from '../jira/issue';
import { pushWork } from '../queue/facts-queue';
import { countingProjects } from '../store/configuration';
import { readCursor, writeCursor } from '../store/cursor';
import { countByProject, longestUnchecked, sweepReferences } from '../store/item';
import { sweepMarks } from '../store/mark';
import { pointsOfRead, spendPoints, sweepPoints } from '../store/points';
import { endRulesUpdate } from '../store/rules-update';
import { chunks } from '../store/sql';
import { keepArchived } from './archived-projects';
import { backfillProject } from './backfill';
import { recountDecided } from './decided';
import { lookForDrift } from './drift';
import { keepTimeZone } from './keep-time-zone';
import { type Pause, pacer } from './pause';
import { isReportDue } from './report-accounts';
import { searchPage } from './search-page';
import { settleAll } from './settle';
import { lookWhoLeft } from './who-left';
import { writeItems } from './write-items';
import { BATCH, writeBatch } from './writer';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Every item is read at least once in so many days, whether or not anything says that it changed. */
const ROLLING_DAYS = 30;
/** So much empty work is read each night: no event tells that a page was linked. */
const EMPTY_ITEMS = 500;
/**
 * Searches by date see minutes, and the index lags; a decision has the instant at which its resolver began: look back further
 * than the last run.
 */
const OVERLAP = 15 * MINUTE;

const cursorSchema = z.object({
  finishedAt: z.number(),
  repaired: z.number(),
  /** When the newest run that read everything began. */
  fullAt: z.number().default(0),
  /** When whose accounts are stored was last reported. */
  reportedAt: z.number().default(0),
  /** A run that time, points or a crash cut off; a later one goes on from here. */
  run: z
    .object({
      /** How much it reads; stored under the name that it was released with, as in the queue. */
      scope: z.enum(['changed', 'full']),
      startedAt: z.number(),
      repaired: z.number(),
      /** What was decided since the last run is recounted. */
      decided: z.boolean().default(false),
      /** Where the search for changed issues stands; null when all are read. */
      changed: z.object({ nextPageToken: z.string().nullable() }).nullable(),
      projectsDone: z.array(z.string()),
      /** The person after whom to look who has left; null when all were looked at. */
      left: z.string().nullable().default(''),
    })
    .nullable()
    .default(null),
});
const CURSOR = 'reconcile';
const NEVER: ReconcileProgress = { finishedAt: 0, repaired: 0, fullAt: 0, reportedAt: 0, run: null };

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
 * Finds what nobody told: decisions that nobody recounted, issues changed since the last run, a slice of all items, projects whose count differs
 * from Jira's, owners who have left, and last the policy's pages and its audience. `full` reads every issue of every enrolled project.
 * Goes on where an earlier run was cut off.
 */
export async function reconcile(extent: 'changed' | 'full', context: Context): Promise<Pause> {
  await keepTimeZone();
  const told = await keepArchived(await lookForDrift(context));
  const unsettled = await settleAll(told);
  if (unsettled !== null) return unsettled;
  const last = (await readReconcile()) ?? NEVER;
  // What issues are read by has changed; or whoever asked for a full run, and crashed, is made up for.
  const wanted = told.configuration.readAllSince > last.fullAt ? 'full' : extent;
  const run = last.run && (last.run.scope === 'full' || wanted === 'changed') ? last.run : newRun(wanted, told.now());
  const save = () => writeCursor(CURSOR, { ...last, run }, told.now());
  if (!run.decided) {
    await recountDecided(last.finishedAt - OVERLAP, told);
    run.decided = true;
  }
  const wait = pacer(told);
  const pause =
    (await readChanged(last.finishedAt, run, save, wait, told)) ??
    (await readSlice(run, wait, told)) ??
    (await readProjects(run, save, wait, told)) ??
    (await readWhoLeft(run, save, wait, told));
  if (pause !== null) {
    await save();
    return pause;
  }
  // The event of a page that was deleted may be lost: the few policy pages are read every night.
  run.repaired += await writeItems(told.configuration.policyPages.map(pageItemIdOf), told);
  // By itself: Jira may not answer for people while it does for issues.
  if (told.configuration.readsAudience) await pushWork([{ kind: 'audience' }]);
  const reports = isReportDue(last.reportedAt, run.startedAt);
  if (reports) await pushWork([{ kind: 'accounts' }]);
  const ended: ReconcileProgress = {
    finishedAt: run.startedAt,
    repaired: run.repaired,
    fullAt: run.scope === 'full' ? run.startedAt : last.fullAt,
    reportedAt: reports ? run.startedAt : last.reportedAt,
    run: null,
  };
  await writeCursor(CURSOR, ended, told.now());
  if (run.scope === 'full') await endRulesUpdate(run.startedAt, told.now());
  await sweepMarks();
  await sweepReferences();
  await sweepPoints(told.now());
  return null;
}

/** Reading everything finds all that reading changes would, so a full run stands for both. */
function newRun(extent: Run['scope'], startedAt: number): Run {
  return {
    scope: extent,
    startedAt,
    repaired: 0,
    decided: false,
    changed: extent === 'changed' ? { nextPageToken: null } : null,
    projectsDone: [],
    // A full run has read everybody with the issues.
    left: extent === 'changed' ? '' : null,
  };
}

async function readProjects(run: Run, save: Save, wait: Wait, context: Context): Promise<Pause> {
  const stored = await countByProject();
  for (const projectId of new Set([...countingProjects(context.configuration), ...stored.keys()])) {
    if (run.projectsDone.includes(projectId)) continue;
    const seconds = await wait();
    if (seconds !== null) return seconds;
    const enrolled = countingProjects(context.configuration).includes(projectId);
    const asCounted =
      enrolled && run.scope === 'changed' && (await countInJira(projectId)) === (stored.get(projectId) ?? 0);
    const pause = asCounted ? null : await backfillProject(projectId, context, wait);
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

async function readWhoLeft(run: Run, save: Save, wait: Wait, context: Context): Promise<Pause> {
  while (run.left !== null) {
    const before = await wait();
    if (before !== null) return before;
    const { pause, repaired, after } = await lookWhoLeft(run.left, wait, context);
    run.repaired += repaired;
    run.left = after;
    if (pause !== null) return pause;
    if (after !== null) await save();
  }
  return null;
}

async function readChanged(since: number, run: Run, save: Save, wait: Wait, context: Context): Promise<Pause> {
  if (run.changed === null || since === 0) return null;
  // Jira refuses a query that names a project which is gone.
  const projects: string[] = [];
  for (const projectId of countingProjects(context.configuration))
    if (await projectExists(projectId)) projects.push(projectId);
  if (projects.length === 0) return null;
  // Jira reads a date of JQL in the zone of whoever asks, which for an app is the site's.
  const from = context.zone.minuteOf(since - OVERLAP);
  const jql = `project IN (${projects.map(Number).join(', ')}) AND updated >= "${from}" ORDER BY id ASC`;
  while (run.changed !== null) {
    const pause = await wait();
    if (pause !== null) return pause;
    const page = await searchPage(jql, run.changed.nextPageToken, context);
    run.repaired += await writeBatch({ issues: page.issues }, context);
    run.changed = page.nextPageToken === null ? null : { nextPageToken: page.nextPageToken };
    await save();
  }
  return null;
}

/**
 * The thirtieth part of all items that has not been read for longest, and empty work that this run has not read yet: a page may have been
 * linked to it, or a file attached whose event was lost. What is left of them waits for the next night.
 */
async function readSlice(run: Run, wait: Wait, context: Context): Promise<null> {
  if (run.scope === 'full') return null;
  const total = [...(await countByProject()).values()].reduce((sum, count) => sum + count, 0);
  const slice = { most: Math.ceil(total / ROLLING_DAYS), before: run.startedAt - DAY };
  for (const ids of chunks(await longestUnchecked(slice, { most: EMPTY_ITEMS, before: run.startedAt }), BATCH)) {
    if ((await wait()) !== null) break;
    run.repaired += await writeBatch({ ids, why: 'unasked' }, context);
    await spendPoints(pointsOfRead(ids.length), context.now());
  }
  return null;
}
