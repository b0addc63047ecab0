import { randomUUID } from 'node:crypto';
import { digestOf, endRun, isGivenUp, planFor } from '../../blueprint/apply';
import { AppError } from '../../errors';
import { readBackfill } from '../../ingest/backfill';
import { readReconcile } from '../../ingest/reconcile';
import { createProject } from '../../jira/configuration/project';
import { pushWork } from '../../queue/facts-queue';
import { pushSetup } from '../../queue/setup-queue';
import { openMarks } from '../../store/mark';
import { tokenOf } from '../../store/person';
import { createRun, readRun } from '../../store/setup-run';
import { namesakeWords, refusedWords, stepWords } from '../../words/setup';
import type { UseCase } from '../use-case';

/** Marks counted for the status: beyond it, "many" is all that a person needs to know. */
const COUNTED_MARKS = 1_000;

export const setupCreateProject: UseCase<'setup.createProject', never> = async (
  { key, name },
  _context,
  { accountId },
) => ({
  projectId: await createProject(key, name, accountId),
});

/** The difference between the wanted configuration and the site; nothing is changed. */
export const setupPlan: UseCase<'setup.plan', 'catalogue'> = async ({ projectId, choices }, { catalogue }) => {
  const { steps, namesakes } = await planFor(projectId, choices, catalogue);
  return {
    digest: digestOf(steps),
    steps: steps.map((step) => ({ id: step.id, kind: step.kind, impact: step.impact, ...stepWords(step) })),
    namesakes: namesakes.map((namesake) => ({ ref: namesake.ref, ...namesakeWords(namesake) })),
  };
};

/** Starts what the administrator saw. The plan is made again first: when it differs, nothing is applied. */
export const setupApply: UseCase<'setup.apply', 'catalogue' | 'now'> = async (
  { projectId, choices, digest },
  { catalogue, now },
  { accountId },
) => {
  const { steps } = await planFor(projectId, choices, catalogue);
  if (digestOf(steps) !== digest) throw new AppError('plan-stale');
  const refused = steps.filter((step) => step.impact === 'refuse');
  if (refused.length > 0) throw new AppError('plan-refused', { detail: refusedWords(refused) });
  const runId = randomUUID();
  await createRun(
    runId,
    { projectId, person: await tokenOf(accountId), digest, choices, state: 'running' },
    steps.map((step) => ({
      ...step,
      what: stepWords(step).what,
      taskId: null,
      taskSince: null,
      error: null,
      done: step.impact === 'keep' || step.impact === 'adopt',
    })),
    now(),
  );
  await pushSetup([{ kind: 'apply', runId }]);
  return { runId };
};

export const setupProgress: UseCase<'setup.progress', 'now'> = async ({ runId }, { now }) => {
  let stored = await readRun(runId);
  if (stored && isGivenUp(stored.run, stored.changedAt, now())) {
    await endRun(runId, new AppError('setup-stopped'), now());
    stored = await readRun(runId);
  }
  if (!stored) throw new AppError('setup-not-started');
  return {
    runId,
    state: stored.run.state,
    steps: stored.steps.map(({ id, what, outcome, error }) => ({ id, what, outcome, error })),
  };
};

export const setupStatus: UseCase<'setup.status', 'configuration'> = async (_input, { configuration }) => {
  const projects = await Promise.all(
    configuration.projects.map(async (projectId) => {
      const backfill = await readBackfill(projectId);
      return {
        projectId,
        backfill: backfill
          ? { seen: backfill.seen, repaired: backfill.repaired, finishedAt: backfill.finishedAt }
          : null,
      };
    }),
  );
  return {
    projects,
    lastReconciled: (await readReconcile())?.finishedAt ?? null,
    openMarks: (await openMarks(COUNTED_MARKS)).length,
  };
};

export const setupReconcile: UseCase<'setup.reconcile', never> = async ({ extent }) => {
  await pushWork([{ kind: 'reconcile', scope: extent }]);
  return { accepted: true };
};
