import { router } from '@forge/bridge';
import { ORGANISATION_SECTIONS, PROJECT_SECTIONS, pathOf } from '../routes';
import type { RowsPlace } from '../ui/rows-link';
import { call } from './call';

/**
 * Opens the project page, or the page of the whole organisation, at a place of its address. The frame may not go there
 * itself.
 */
export async function openManagement(projectId: string | null, place: RowsPlace, projectKey?: string): Promise<void> {
  if (projectId === null)
    return router.navigate({ target: 'module', moduleKey: 'aims-global', path: pathOf(place, ORGANISATION_SECTIONS) });
  const path = pathOf(place, PROJECT_SECTIONS);
  const key = projectKey ?? (await call('projects.list', { projectId })).projects[0]?.key;
  if (key) await router.navigate({ target: 'module', moduleKey: 'aims-project', projectKey: key, path });
}
