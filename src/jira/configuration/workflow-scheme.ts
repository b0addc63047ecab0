import { assumeTrustedRoute, route } from '@forge/api';
import { z } from 'zod';
import { repeated } from '../pages';
import { type Identity, readJira, requestJira } from '../request';
import type { ObservedScheme } from './issue-type';

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

export async function findWorkflowScheme(name: string): Promise<string | null> {
  const answer = await readJira(
    { as: 'app', method: 'GET', route: route`/rest/api/3/workflowscheme?maxResults=1000` },
    z.object({ values: z.array(z.object({ id: z.number(), name: z.string() })) }),
  );
  const found = answer.values.find((value) => value.name === name);
  return found ? String(found.id) : null;
}

export async function createWorkflowScheme(
  name: string,
  defaultWorkflow: string,
  issueTypeMappings: Record<string, string>,
  as: Identity,
): Promise<string> {
  const created = await readJira(
    {
      as,
      method: 'POST',
      route: route`/rest/api/3/workflowscheme`,
      body: { name, defaultWorkflow, issueTypeMappings },
    },
    z.object({ id: z.number() }),
  );
  return String(created.id);
}

const readable = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    description: z.string().optional(),
    version: z.object({ id: z.string(), versionNumber: z.number() }),
    defaultWorkflow: z.object({ id: z.string() }).optional(),
    workflowsForIssueTypes: z.array(
      z.object({ issueTypeIds: z.array(z.string()), workflow: z.object({ id: z.string() }) }),
    ),
  }),
);

/** Adds workflows for issue types that the scheme does not map yet; it takes effect at once. */
export async function extendWorkflowScheme(
  schemeId: string,
  additions: readonly { issueTypeId: string; workflowId: string }[],
  as: Identity,
): Promise<string | null> {
  const [current] = await readJira(
    { as, method: 'POST', route: route`/rest/api/3/workflowscheme/read`, body: { workflowSchemeIds: [schemeId] } },
    readable,
  );
  if (!current) return null;
  const answer = await requestJira({
    as,
    method: 'POST',
    route: route`/rest/api/3/workflowscheme/update`,
    body: {
      id: current.id,
      name: current.name,
      description: current.description ?? '',
      version: current.version,
      ...(current.defaultWorkflow ? { defaultWorkflowId: current.defaultWorkflow.id } : {}),
      workflowsForIssueTypes: [
        ...current.workflowsForIssueTypes.map(({ issueTypeIds, workflow }) => ({
          issueTypeIds,
          workflowId: workflow.id,
        })),
        ...additions.map(({ issueTypeId, workflowId }) => ({ issueTypeIds: [issueTypeId], workflowId })),
      ],
    },
  });
  return taskOf(answer.location);
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

function taskOf(location: string | null): string | null {
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
