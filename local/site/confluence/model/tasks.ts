import type { Call } from '../call';
import { notFound } from '../errors';

/** How long a task runs, so that a client sees it unfinished at least once. */
const RUNS_FOR = 1_000;

/** `LongTask`: the work has been done in the same request; only its report comes later. */
export function startTask(call: Call, name: string): { id: string; links: { status: string } } {
  const { store, clock } = call.site;
  const now = clock.now();
  const id = store.nextId('task');
  store.tasks.put({ id, name, submittedBy: call.actor.accountId ?? '', startedAt: now, endsAt: now + RUNS_FOR });
  return { id, links: { status: `/rest/api/longtask/${id}` } };
}

/** `LongTaskStatusWithLinks` of a task that the caller started. */
export function showTask(call: Call, id: string): Record<string, unknown> {
  const task = call.site.store.tasks.get(id);
  if (!task || task.submittedBy !== call.actor.accountId) throw notFound('There is no such task.');
  const now = call.site.clock.now();
  const finished = now >= task.endsAt;
  return {
    id,
    name: { key: task.name, args: [] },
    elapsedTime: Math.min(now, task.endsAt) - task.startedAt,
    percentageComplete: finished ? 100 : 50,
    successful: true,
    finished,
    messages: [],
    status: finished ? 'success' : 'in progress',
    errors: [],
    _links: { self: `${call.site.base}/rest/api/longtask/${id}`, base: call.site.base, context: '/wiki' },
  };
}
