import { route } from '@forge/api';
import { z } from 'zod';
import { AppError } from '../../errors';
import { allValues } from '../pages';
import { type Identity, readJira, requestJira } from '../request';

const project = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  style: z.string().optional(),
  simplified: z.boolean().optional(),
});

export type JiraProject = z.infer<typeof project>;

export async function readProject(projectId: string): Promise<JiraProject> {
  return readJira({ as: 'app', method: 'GET', route: route`/rest/api/3/project/${projectId}` }, project);
}

/** Whether the project is there and the app may read it; one in the trash is not. */
export async function projectExists(projectId: string): Promise<boolean> {
  try {
    await readProject(projectId);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'jira-not-found') return false;
    throw error;
  }
}

/** Team-managed projects keep issue types, fields and workflows to themselves. */
export function isTeamManaged({ style, simplified }: JiraProject): boolean {
  return style === 'next-gen' || simplified === true;
}

export function allProjects(): Promise<JiraProject[]> {
  return allValues('/rest/api/3/project/search', project);
}

/** A company-managed business project led by the administrator who asked for it. */
export async function createProject(key: string, name: string, leadAccountId: string): Promise<string> {
  const created = await readJira(
    {
      as: 'app',
      method: 'POST',
      route: route`/rest/api/3/project`,
      body: { key, name, projectTypeKey: 'business', leadAccountId, assigneeType: 'UNASSIGNED' },
    },
    z.object({ id: z.union([z.string(), z.number()]) }),
  );
  return String(created.id);
}

/** Marks a project as enrolled for display conditions and event filters. */
export async function markProject(projectId: string, value: unknown, as: Identity): Promise<void> {
  await requestJira({ as, method: 'PUT', route: route`/rest/api/3/project/${projectId}/properties/aims`, body: value });
}
