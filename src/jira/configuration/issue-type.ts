import { route } from '@forge/api';
import { z } from 'zod';
import { allValues, repeated } from '../pages';
import { type Identity, readJira, requestJira } from '../request';

const issueType = z.object({
  id: z.string(),
  name: z.string(),
  subtask: z.boolean(),
  hierarchyLevel: z.number().optional(),
  scope: z.object({ type: z.string() }).optional(),
});

/** Issue types of the whole site; those of team-managed projects are left out. */
export async function allIssueTypes(): Promise<{ id: string; name: string; subtask: boolean }[]> {
  const types = await readJira({ as: 'app', method: 'GET', route: route`/rest/api/3/issuetype` }, z.array(issueType));
  return types.filter((type) => type.scope?.type !== 'PROJECT');
}

export async function createIssueType(name: string, description: string, as: Identity): Promise<void> {
  await requestJira({
    as,
    method: 'POST',
    route: route`/rest/api/3/issuetype`,
    body: { name, description, hierarchyLevel: 0 },
  });
}

export interface ObservedScheme {
  id: string;
  name: string;
  /** Other projects that use it. */
  sharedBy: string[];
  /** Jira's own default, which projects made later will use too. */
  isDefault: boolean;
}

/** The issue type scheme of a project, with its issue types. */
export async function issueTypeSchemeOf(
  projectId: string,
  allProjectIds: readonly string[],
): Promise<ObservedScheme & { issueTypeIds: string[]; defaultIssueTypeId: string | null }> {
  const values = await allValues(
    `/rest/api/3/issuetypescheme/project?${repeated('projectId', allProjectIds)}`,
    z.object({
      issueTypeScheme: z.object({
        id: z.string(),
        name: z.string(),
        defaultIssueTypeId: z.string().nullish(),
        isDefault: z.boolean().optional(),
      }),
      projectIds: z.array(z.string()),
    }),
  );
  const mine = values.find((value) => value.projectIds.includes(projectId));
  const id = mine?.issueTypeScheme.id ?? '';
  const mapping = await allValues(
    `/rest/api/3/issuetypescheme/mapping?${repeated('issueTypeSchemeId', [id])}`,
    z.object({ issueTypeId: z.string() }),
  );
  return {
    id,
    name: mine?.issueTypeScheme.name ?? '',
    isDefault: mine?.issueTypeScheme.isDefault === true,
    sharedBy: (mine?.projectIds ?? []).filter((other) => other !== projectId),
    issueTypeIds: mapping.map((entry) => entry.issueTypeId),
    defaultIssueTypeId: mine?.issueTypeScheme.defaultIssueTypeId ?? null,
  };
}

/** Jira refuses the whole call when one of the types is in the scheme already: pass only what is missing. */
export async function addToIssueTypeScheme(
  schemeId: string,
  issueTypeIds: readonly string[],
  as: Identity,
): Promise<void> {
  await requestJira({
    as,
    method: 'PUT',
    route: route`/rest/api/3/issuetypescheme/${schemeId}/issuetype`,
    body: { issueTypeIds },
  });
}

export async function createIssueTypeScheme(
  name: string,
  issueTypeIds: readonly string[],
  defaultIssueTypeId: string | null,
  as: Identity,
): Promise<string> {
  const created = await readJira(
    {
      as,
      method: 'POST',
      route: route`/rest/api/3/issuetypescheme`,
      body: { name, issueTypeIds, ...(defaultIssueTypeId ? { defaultIssueTypeId } : {}) },
    },
    z.object({ issueTypeSchemeId: z.string() }),
  );
  return created.issueTypeSchemeId;
}

export async function findIssueTypeScheme(name: string): Promise<string | null> {
  const found = await allValues('/rest/api/3/issuetypescheme', z.object({ id: z.string(), name: z.string() }));
  return found.find((scheme) => scheme.name === name)?.id ?? null;
}

export async function assignIssueTypeScheme(issueTypeSchemeId: string, projectId: string, as: Identity): Promise<void> {
  await requestJira({
    as,
    method: 'PUT',
    route: route`/rest/api/3/issuetypescheme/project`,
    body: { issueTypeSchemeId, projectId },
  });
}
