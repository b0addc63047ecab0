import { createHash } from 'node:crypto';
import type { Catalogue } from '../../controls';
import type { Step } from '../domain/setup/step';
import { AppError, DETAILS, ERRORS } from '../errors';
import { markProject, projectExists } from '../jira/configuration/project';
import { allResolutions } from '../jira/configuration/resolution';
import { taskState } from '../jira/configuration/workflow-scheme';
import { changeConfiguration } from '../store/configuration';
import { noticeResolutions } from '../store/resolutions';
import { readRun, recordRun, recordStep, type SetupRun, type SetupStepBody } from '../store/setup-run';
import { act, noteLinkTypes } from './act';
import { configurationFrom } from './enrol';
import { type Namesake, namesakesOf } from './namesakes';
import { knownNow, observe, observeOneField, observePart } from './observe';
import type { Observed } from './observed';
import { keep } from './ownership';
import { plan } from './plan';
import { unkept } from './recover';
import { type Choices, PART_OF } from './step';
import { type Wanted, wanted as wantedConfiguration } from './wanted/wanted';

/** Fingerprint of a plan: what the administrator saw is what is applied, or nothing is. */
export function digestOf(steps: readonly Step[]): string {
  return createHash('sha256')
    .update(JSON.stringify(steps.map(({ id, impact, subject }) => [id, impact, subject])))
    .digest('hex')
    .slice(0, 32);
}

/** The steps of a plan, and what of the customer's could be used instead of making something of the app's own. */
export async function planFor(
  projectId: string,
  choices: Choices,
  catalogue: Catalogue,
): Promise<{ steps: Step[]; namesakes: Namesake[] }> {
  const wanted = wantedConfiguration(catalogue);
  const observed = await observe(projectId, wanted, choices);
  return { steps: plan(wanted, observed, choices), namesakes: namesakesOf(wanted, observed) };
}

export type Progress = 'done' | 'failed' | 'wait' | 'more';

/**
 * Goes on with a run: step by step, each looked at again before it is done and recorded after. Called again after a crash,
 * a wait or a lack of time it goes on where it stood, for a step that was done already has nothing left to do. Each call
 * does a step at least, however little time is left, so calls come to an end.
 * @returns `wait` while Jira works on a task, `more` when time ran out, `failed` when the run has ended with its error
 * @throws AppError that is worth another try; `endRun` when it was tried often enough
 */
export async function applyRun(
  runId: string,
  catalogue: Catalogue,
  now: () => number,
  hasTime: () => boolean,
): Promise<Progress> {
  const stored = await readRun(runId);
  if (stored?.run.state !== 'running') return 'done';
  try {
    return await goOn(runId, stored, catalogue, now, hasTime);
  } catch (error) {
    if (!(error instanceof AppError) || ERRORS[error.code].retry) throw error;
    const gone = error.code === 'jira-not-found' && !(await projectExists(stored.run.projectId));
    await endRun(runId, gone ? new AppError('setup-project-gone', {}, error) : error, now());
    return 'failed';
  }
}

async function goOn(
  runId: string,
  { run, steps }: NonNullable<Awaited<ReturnType<typeof readRun>>>,
  catalogue: Catalogue,
  now: () => number,
  hasTime: () => boolean,
): Promise<Progress> {
  const wanted = wantedConfiguration(catalogue);
  await recordRun(runId, run, now()); // Somebody is at work: see `isGivenUp`.
  let observed = await observe(run.projectId, wanted, run.choices);
  const recovered = unkept(wanted, observed);
  if (Object.keys(recovered).length > 0) await keep(recovered);
  let did = false;
  for (const step of steps) {
    if (step.outcome === 'done') continue;
    if (did && !hasTime()) return 'more';
    if (step.taskId !== null && (await isRunning(step, now()))) return 'wait';
    const outcome = await applyStep(step, run.choices, observed, wanted, now());
    observed = outcome.observed;
    if (outcome.taskId !== null) {
      await recordStep(runId, step.id, 'not-executed', { ...step, taskId: outcome.taskId, taskSince: now() }, now());
      return 'wait';
    }
    await recordStep(runId, step.id, 'done', { ...step, taskId: null, taskSince: null }, now());
    did = true;
  }
  await recordRun(runId, { ...run, state: 'done' }, now());
  return 'done';
}

/** Ends a run at the step where it stands, with what went wrong and what to do about it. */
export async function endRun(runId: string, error: unknown, now: number): Promise<void> {
  const stored = await readRun(runId);
  if (stored?.run.state !== 'running') return;
  const step = stored.steps.find(({ outcome }) => outcome !== 'done');
  if (step) await recordStep(runId, step.id, 'failed', { ...step, error: wordsOf(error) }, now);
  await recordRun(runId, { ...stored.run, state: 'failed' }, now);
}

/** Longer than the platform delivers a crashed event again (a day): nobody is at work any more. */
const GIVEN_UP_MILLISECONDS = 25 * 3_600_000;

/** A run at which nobody has been for longer than the platform tries. */
export const isGivenUp = (run: SetupRun, changedAt: number, now: number): boolean =>
  run.state === 'running' && now - changedAt > GIVEN_UP_MILLISECONDS;

/** How long Jira may take for one task, the migration of a project's issues. */
const TASK_MILLISECONDS = 6 * 3_600_000;

/** @throws AppError jira-rejected when Jira gave up */
async function isRunning({ taskId, taskSince }: SetupStepBody, now: number): Promise<boolean> {
  const state = taskId === null ? 'done' : await taskState(taskId, 'app');
  if (state === 'failed') throw new AppError('jira-rejected', { detail: DETAILS.schemeNotChanged });
  if (state === 'running' && taskSince !== null && now - taskSince > TASK_MILLISECONDS)
    throw new AppError('jira-rejected', { detail: DETAILS.schemeTakesLong });
  return state === 'running';
}

/** Looks at the part again, acts if something is left to do, and looks once more. */
async function applyStep(
  approved: SetupStepBody & { id: string },
  choices: Choices,
  observed: Observed,
  wanted: Wanted,
  now: number,
): Promise<{ observed: Observed; taskId: string | null }> {
  let seen = await lookAgain(approved, observed, wanted);
  const current = plan(wanted, seen, choices).find((step) => step.id === approved.id);
  if (!current) throw new AppError('plan-stale', { detail: approved.what });
  if (current.impact === 'keep' || current.impact === 'adopt') return { observed: seen, taskId: null };
  if (current.impact === 'refuse') throw new AppError('plan-stale', { detail: approved.what });
  if (current.kind === 'enrol') {
    await enrol(seen, wanted, now);
    return { observed: { ...seen, enrolled: true }, taskId: null };
  }
  const taskId = await act(current, { wanted, observed: seen, as: 'app' });
  if (taskId === null) seen = await lookAgain(approved, seen, wanted);
  // Of a project that counts already, what is new is read from now on.
  if (current.kind === 'field' && seen.enrolled) await remember(seen, wanted, now);
  return { observed: seen, taskId };
}

/** The site with the part that a step is about, and what the app knows, looked at again. */
async function lookAgain(step: { kind: string; key: string }, observed: Observed, wanted: Wanted): Promise<Observed> {
  const now = { ...observed, known: await knownNow(observed) };
  const part = PART_OF[step.kind as Step['kind']];
  if (part !== null) return { ...now, ...(await observePart(part, now, wanted)) };
  const field = step.kind === 'field' && wanted.fields.find((candidate) => candidate.key === step.key);
  return field ? { ...now, ...(await observeOneField(field, now)) } : now;
}

async function remember(observed: Observed, wanted: Wanted, now: number): Promise<void> {
  await changeConfiguration((before) => configurationFrom(before, observed, wanted, now));
}

async function enrol(observed: Observed, wanted: Wanted, now: number): Promise<void> {
  await noteLinkTypes({ wanted, observed, as: 'app' });
  await markProject(observed.project.id, { enabled: true }, 'app');
  const notice = noticeResolutions(await allResolutions());
  await changeConfiguration((before) => notice(configurationFrom(before, observed, wanted, now)));
}

function wordsOf(error: unknown): { code: string; message: string; remedy: string } {
  if (error instanceof AppError) return { code: error.code, message: error.message, remedy: ERRORS[error.code].remedy };
  return { code: 'internal', message: ERRORS.internal.message, remedy: ERRORS.internal.remedy };
}
