import { z } from 'zod';
import { change, query } from './sql';

/** One run of Apply: what the administrator saw and approved, and how far it has come. */
const runSchema = z.object({
  projectId: z.string(),
  /** Token of who approved it; null for a run whose person nobody knows any more. */
  person: z.string().nullable().default(null),
  digest: z.string(),
  choices: z.object({
    sharedSchemes: z.enum(['copy', 'extend']),
    otherScreens: z.boolean(),
    adopt: z.array(z.string()).default([]),
  }),
  state: z.enum(['running', 'done', 'failed']),
});

const stepSchema = z.object({
  what: z.string(),
  kind: z.string(),
  key: z.string(),
  impact: z.string(),
  taskId: z.string().nullable(),
  /** Since when Jira works on the task, epoch milliseconds. */
  taskSince: z.number().nullable().default(null),
  error: z.object({ code: z.string(), message: z.string(), remedy: z.string() }).nullable(),
});

export type SetupRun = z.infer<typeof runSchema>;
export type SetupStepBody = z.infer<typeof stepSchema>;
export type SetupOutcome = 'done' | 'failed' | 'not-executed';

const RUN = 'run';

/** A run with its steps, all not executed yet; a run id that exists is left as it is. */
export async function createRun(
  runId: string,
  run: SetupRun,
  steps: readonly (SetupStepBody & { id: string; done: boolean })[],
  now: number,
): Promise<void> {
  const rows = [
    [runId, RUN, 0, run.state, JSON.stringify(run), now],
    ...steps.map((step, index) => [
      runId,
      step.id,
      index + 1,
      step.done ? 'done' : 'not-executed',
      JSON.stringify(stepSchema.parse(bodyOf(step))),
      now,
    ]),
  ];
  await change(
    `INSERT INTO setup_step (run_id, step_id, position, outcome, body, updated_at) VALUES ${rows.map(() => '(?,?,?,?,?,?)').join(',')}
     ON DUPLICATE KEY UPDATE run_id = VALUES(run_id)`,
    rows.flat(),
  );
}

function bodyOf({ what, kind, key, impact, taskId, taskSince, error }: SetupStepBody): SetupStepBody {
  return { what, kind, key, impact, taskId, taskSince, error };
}

/** @returns the run with its steps in order, and when it last changed (epoch milliseconds) */
export async function readRun(runId: string): Promise<{
  run: SetupRun;
  steps: (SetupStepBody & { id: string; outcome: SetupOutcome })[];
  changedAt: number;
} | null> {
  const rows = await query<{ step_id: string; outcome: SetupOutcome; body: string; updated_at: number }>(
    'SELECT step_id, outcome, body, updated_at FROM setup_step WHERE run_id = ? ORDER BY position',
    [runId],
    { updated_at: 'number' },
  );
  const run = rows.find((row) => row.step_id === RUN);
  if (!run) return null;
  const steps = rows
    .filter((row) => row.step_id !== RUN)
    .map((row) => ({ id: row.step_id, outcome: row.outcome, ...stepSchema.parse(JSON.parse(row.body)) }));
  const changedAt = Math.max(...rows.map((row) => row.updated_at));
  return { run: runSchema.parse(JSON.parse(run.body)), steps, changedAt };
}

export async function recordStep(
  runId: string,
  stepId: string,
  outcome: SetupOutcome,
  body: SetupStepBody,
  now: number,
): Promise<void> {
  await change('UPDATE setup_step SET outcome = ?, body = ?, updated_at = ? WHERE run_id = ? AND step_id = ?', [
    outcome,
    JSON.stringify(bodyOf(body)),
    now,
    runId,
    stepId,
  ]);
}

export async function recordRun(runId: string, run: SetupRun, now: number): Promise<void> {
  await change('UPDATE setup_step SET outcome = ?, body = ?, updated_at = ? WHERE run_id = ? AND step_id = ?', [
    run.state,
    JSON.stringify(run),
    now,
    runId,
    RUN,
  ]);
}
