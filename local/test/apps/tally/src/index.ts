import api, { getAppContext, route } from '@forge/api';
import { type AsyncEvent, Queue } from '@forge/events';
import { kvs, WhereConditions } from '@forge/kvs';
import Resolver from '@forge/resolver';

/** Counts the issues that are made in each project, and says on an issue when a project's goal is met. */
interface Count {
  issues: number;
  goal?: number;
}

const keyOf = (project: string) => `project:${project}`;
const countOf = async (project: string): Promise<Count> => (await kvs.get<Count>(keyOf(project))) ?? { issues: 0 };

const define = new Resolver();

define.define('counts', async ({ context }) => {
  const { results } = await kvs
    .query()
    .where('key', WhereConditions.beginsWith('project:'))
    .limit(100)
    .getMany<Count>();
  return {
    projects: results.map(({ key, value }) => ({ project: key.slice('project:'.length), ...value })),
    license: { inContext: context.license, ofApp: getAppContext().license },
  };
});

define.define('goal', async ({ payload }) => {
  const { project, goal } = payload as { project: string; goal: number };
  if (!Number.isInteger(goal) || goal < 1) throw new Error('A goal is a whole number of issues.');
  await kvs.set(keyOf(project), { ...(await countOf(project)), goal });
});

export const resolver = define.getDefinitions();

interface Created {
  issue: { id: string; fields: { project: { key: string } } };
}

/** Counting waits in a queue, one at a time for each project, so that no two events read the same number. */
export async function onCreated({ issue }: Created): Promise<void> {
  const project = issue.fields.project.key;
  await new Queue({ key: 'counts' }).push({
    body: { project, issueId: issue.id },
    concurrency: { key: project, limit: 1 },
  });
}

export async function onCount(event: AsyncEvent): Promise<void> {
  const { project, issueId } = event.body as { project: string; issueId: string };
  const before = await countOf(project);
  const now = { ...before, issues: before.issues + 1 };
  await kvs.set(keyOf(project), now);
  if (now.issues !== now.goal) return;
  const content = [{ type: 'paragraph', content: [{ type: 'text', text: `Issue ${now.goal}: the goal is met.` }] }];
  await api.asApp().requestJira(route`/rest/api/3/issue/${issueId}/comment`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ body: { type: 'doc', version: 1, content } }),
  });
}

export async function onDay(): Promise<void> {
  await kvs.set('last-day', new Date().toISOString());
}

export async function onUninstall(
  { context }: { context: { moduleKey: string } },
  { principal }: { principal?: unknown },
): Promise<void> {
  await kvs.set('project:gone', { issues: 0, by: context.moduleKey, asNobody: principal === undefined });
}

export async function onUninstallBroken(): Promise<void> {
  throw new Error('It cannot say goodbye.');
}

/** Longer than the platform waits, whatever the manifest asks for. */
export async function onUninstallSlow(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 56_000));
}
