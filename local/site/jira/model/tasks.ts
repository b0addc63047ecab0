import { type Call, type Reply, self } from '../call';
import { forbidden, notFound } from '../errors';
import { isAdmin } from '../permissions/access';

/** How long a task waits and then runs; so a client sees it unfinished at least once. */
const QUEUED_FOR = 500;
const RUNS_FOR = 1_500;

/**
 * Answers 303 with the address of a new task. Its work has been done in the same request; only its report comes later, so
 * that a client which does not poll sees nothing half done.
 */
export function startTask(call: Call, description: string, result: unknown): Reply {
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
    result,
  });
  return { status: 303, headers: { Location: self(call.site, `/task/${id}`) } };
}

/** `TaskProgressBeanObject` of a task; only its submitter and administrators may read it. */
export function showTask(call: Call, id: string): Record<string, unknown> {
  const { site, actor } = call;
  const task = site.store.tasks.get(id);
  if (!task) throw notFound('The task was not found.');
  if (task.submittedBy !== actor.accountId && !isAdmin(site, actor))
    throw forbidden('Only the submitter and administrators can read the task.');
  const now = site.clock.now();
  const ended = now >= task.endsAt;
  const running = now >= task.runsAt;
  return {
    self: self(site, `/task/${id}`),
    id,
    description: task.description,
    status: ended ? 'COMPLETE' : running ? 'RUNNING' : 'ENQUEUED',
    progress: ended ? 100 : running ? 50 : 0,
    submittedBy: 10_000,
    submitted: task.submitted,
    ...(running ? { started: task.runsAt } : {}),
    ...(ended ? { finished: task.endsAt, result: task.result } : {}),
    elapsedRuntime: running ? Math.min(now, task.endsAt) - task.runsAt : 0,
    lastUpdate: ended ? task.endsAt : running ? task.runsAt : task.submitted,
  };
}
