import { type Call, type Reply, self } from '../call';
import { forbidden, notFound } from '../errors';
import { isAdmin } from '../permissions/access';
import { renderUser } from '../render';
import type { Task } from './task';

/** How long a task waits and then runs; so a client sees it unfinished at least once. */
const QUEUED_FOR = 500;
const RUNS_FOR = 1_500;

/** Answers 303 with the address of a new task, whose work has been done. */
export const startTask = (call: Call, description: string, result: unknown): Reply => ({
  status: 303,
  headers: { Location: self(call.site, `/task/${keepTask(call, description, { result })}`) },
});

/**
 * Keeps a task and answers its id. Its work has been done in the same request; only its report comes later, so that a
 * client which does not poll sees nothing half done.
 */
export function keepTask(call: Call, description: string, outcome: Pick<Task, 'result' | 'bulk'>): string {
  const { store, clock } = call.site;
  const now = clock.now();
  const id = store.nextId('task');
  store.tasks.put({
    id,
    description,
    submittedBy: call.actor.accountId ?? '',
    submitted: now,
    runsAt: now + QUEUED_FOR,
    endsAt: now + QUEUED_FOR + RUNS_FOR,
    ...outcome,
  });
  return id;
}

/** A task, for its submitter and administrators alone. */
function taskOf({ site, actor }: Call, id: string): Task {
  const task = site.store.tasks.get(id);
  if (!task) throw notFound('The task was not found.');
  if (task.submittedBy !== actor.accountId && !isAdmin(site, actor))
    throw forbidden('Only the submitter and administrators can read the task.');
  return task;
}

/** How far a task is: its status, its progress in percent, and since when it is so. */
function progressOf(task: Task, now: number) {
  if (now >= task.endsAt) return { status: 'COMPLETE', progress: 100, since: task.endsAt };
  if (now >= task.runsAt) return { status: 'RUNNING', progress: 50, since: task.runsAt };
  return { status: 'ENQUEUED', progress: 0, since: task.submitted };
}

/** `TaskProgressBeanObject` of a task. */
export function showTask(call: Call, id: string): Record<string, unknown> {
  const { site } = call;
  const task = taskOf(call, id);
  const now = site.clock.now();
  const { status, progress, since } = progressOf(task, now);
  return {
    self: self(site, `/task/${id}`),
    id,
    description: task.description,
    status,
    progress,
    submittedBy: 10_000,
    submitted: task.submitted,
    ...(progress > 0 ? { started: task.runsAt } : {}),
    ...(progress === 100 ? { finished: task.endsAt, result: task.result } : {}),
    elapsedRuntime: progress > 0 ? Math.min(now, task.endsAt) - task.runsAt : 0,
    lastUpdate: since,
  };
}

/** `BulkOperationProgress` of a task that a bulk operation left. */
export function showBulkTask(call: Call, id: string): Record<string, unknown> {
  const { site } = call;
  const task = taskOf(call, id);
  if (!task.bulk) throw notFound('The task was not found.');
  const { status, progress, since } = progressOf(task, site.clock.now());
  const { processed, failed, unknown, total } = task.bulk;
  return {
    taskId: id,
    status,
    progressPercent: progress,
    submittedBy: renderUser(site, task.submittedBy),
    created: task.submitted,
    ...(progress > 0 ? { started: task.runsAt } : {}),
    updated: since,
    ...(progress === 100
      ? {
          processedAccessibleIssues: processed.map(Number),
          ...(Object.keys(failed).length > 0 ? { failedAccessibleIssues: failed } : {}),
          invalidOrInaccessibleIssueCount: unknown,
          totalIssueCount: total,
        }
      : {}),
  };
}
