import { assumeTrustedRoute, route } from '@forge/api';
import { z } from 'zod';
import { allValues, repeated } from '../pages';
import { type Identity, readJira, requestJira } from '../request';
import type { NamedScheme, ObservedScheme } from './issue-type';

export interface ObservedWorkflowScheme extends Omit<ObservedScheme, 'id'> {
  /** Null for Jira's default scheme, which has no id and cannot be edited. */
  id: string | null;
  defaultWorkflow: string;
  /** Issue type id -> workflow name. */
  mappings: Record<string, string>;
}

const scheme = z.object({
  id: z.number().optional(),
  name: z.string().optional(),
  defaultWorkflow: z.string().optional(),
  issueTypeMappings: z.record(z.string(), z.string()).optional(),
});

/** The workflow scheme of a project and who shares it. */
export async function workflowSchemeOf(
  projectId: string,
  allProjectIds: readonly string[],
): Promise<ObservedWorkflowScheme> {
  const answer = await readJira(
    {
      as: 'app',
      method: 'GET',
      route: assumeTrustedRoute(`/rest/api/3/workflowscheme/project?${repeated('projectId', allProjectIds)}`),
    },
    z.object({ values: z.array(z.object({ workflowScheme: scheme, projectIds: z.array(z.string()) })) }),
  );
  const mine = answer.values.find((value) => value.projectIds.includes(projectId));
  return {
    id: mine?.workflowScheme.id === undefined ? null : String(mine.workflowScheme.id),
    name: mine?.workflowScheme.name ?? 'Default workflow scheme',
    isDefault: mine?.workflowScheme.id === undefined,
    sharedBy: (mine?.projectIds ?? []).filter((other) => other !== projectId),
    defaultWorkflow: mine?.workflowScheme.defaultWorkflow ?? 'jira',
    mappings: mine?.workflowScheme.issueTypeMappings ?? {},
  };
}

/** Every workflow scheme of the site. */
export async function allWorkflowSchemes(): Promise<NamedScheme[]> {
  const schemes = await allValues(
    '/rest/api/3/workflowscheme',
    z.object({ id: z.number(), name: z.string(), description: z.string().optional() }),
  );
  return schemes.map(({ id, ...named }) => ({ id: String(id), ...named }));
}

export async function createWorkflowScheme(
  name: string,
  description: string,
  defaultWorkflow: string,
  issueTypeMappings: Record<string, string>,
  as: Identity,
): Promise<string> {
  const created = await readJira(
    {
      as,
      method: 'POST',
      route: route`/rest/api/3/workflowscheme`,
      body: { name, description, defaultWorkflow, issueTypeMappings },
    },
    z.object({ id: z.number() }),
  );
  return String(created.id);
}

/** Gives a project another scheme. New issue types have no issues yet, so no status needs a mapping. @returns a task id or null */
export async function switchWorkflowScheme(projectId: string, schemeId: string, as: Identity): Promise<string | null> {
  const answer = await requestJira({
    as,
    method: 'POST',
    route: route`/rest/api/3/workflowscheme/project/switch`,
    body: { projectId, targetSchemeId: schemeId, mappingsByIssueTypeOverride: [] },
  });
  return taskOf(answer.location);
}

/** The id of the task that Jira was asked to do by an answer's `Location`, or null where it is done already. */
export function taskOf(location: string | null): string | null {
  return location?.match(/\/task\/([^/?]+)/)?.[1] ?? null;
}

/** Whether an asynchronous change of Jira is through. */
export async function taskState(taskId: string, as: Identity): Promise<'running' | 'done' | 'failed'> {
  const task = await readJira(
    { as, method: 'GET', route: route`/rest/api/3/task/${taskId}` },
    z.object({ status: z.string() }),
  );
  if (task.status === 'COMPLETE') return 'done';
  return task.status === 'ENQUEUED' || task.status === 'RUNNING' ? 'running' : 'failed';
}
