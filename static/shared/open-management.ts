import { router } from '@forge/bridge';
import { call } from './call';

/** Opens the project page, or the page of the whole organisation. The frame may not go there itself. */
export async function openManagement(projectId: string | null, projectKey?: string): Promise<void> {
  if (projectId === null) return router.navigate({ target: 'module', moduleKey: 'aims-global' });
  const key = projectKey ?? (await call('projects.list', { projectId })).projects[0]?.key;
  if (key) await router.navigate({ target: 'module', moduleKey: 'aims-project', projectKey: key });
}
