import type { Context } from '../context';
import { projectsInState } from '../jira/project-state';
import { pushWork } from '../queue/facts-queue';
import { changeConfiguration, readConfiguration } from '../store/configuration';
import { itemIdsOfProject } from '../store/item';
import { writeBatch } from './writer';

/**
 * Looks which enrolled projects are archived: what belongs to one no longer counts, as if it were gone; what comes back is read
 * again. Asked at night and on every event of a project, for an archived project keeps its issues for whoever asks by id.
 */
export async function keepArchived(context: Context): Promise<Context> {
  const { projects, archived: before } = context.configuration;
  if (projects.length === 0) return context;
  const found = new Set(await projectsInState('archived'));
  const archived = projects.filter((id) => found.has(id));
  if (archived.join() === before.join()) return context;
  await changeConfiguration((stored) => ({ ...stored, archived }));
  const fresh = { ...context, configuration: await readConfiguration() };
  for (const projectId of archived.filter((id) => !before.includes(id))) await loseItems(projectId, fresh);
  const back = before.filter((id) => !archived.includes(id));
  await pushWork(back.map((projectId) => ({ kind: 'backfill', projectId })));
  return fresh;
}

/**
 * Reads every item of a project again. What Jira no longer has, or has archived, becomes a tombstone.
 * Stops when a batch changes nothing: then Jira still has them, and whatever was told was about something else.
 */
export async function loseItems(projectId: string, context: Context): Promise<void> {
  for (;;) {
    const ids = await itemIdsOfProject(projectId, context.now() + 1, 100);
    if (ids.length === 0 || (await writeBatch({ ids }, context)) === 0) return;
  }
}
