import { route } from '@forge/api';
import { z } from 'zod';
import { AppError } from '../../errors';
import { allValues, repeated } from '../pages';
import { type Identity, readJira, requestJira } from '../request';

const issueType = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  subtask: z.boolean(),
  hierarchyLevel: z.number().optional(),
  scope: z.object({ type: z.string() }).optional(),
});

export type ObservedIssueType = Pick<z.infer<typeof issueType>, 'id' | 'name' | 'description' | 'subtask'>;

/** Issue types of the whole site; those of team-managed projects are left out. */
export async function allIssueTypes(): Promise<ObservedIssueType[]> {
  const types = await readJira({ as: 'app', method: 'GET', route: route`/rest/api/3/issuetype` }, z.array(issueType));
  return types.filter((type) => type.scope?.type !== 'PROJECT');
}

export async function createIssueType(name: string, description: string, as: Identity): Promise<string> {
  const created = await readJira(
    { as, method: 'POST', route: route`/rest/api/3/issuetype`, body: { name, description, hierarchyLevel: 0 } },
    z.object({ id: z.string() }),
  );
  return created.id;
}

const noted = z.object({ value: z.object({ linkTypes: z.record(z.string(), z.string()) }) });

/** Ids of link types, by role, that an issue type's property keeps, for link types have no description; none without one. */
export async function linkTypesNotedOn(issueTypeId: string): Promise<Record<string, string>> {
  try {
    const path = route`/rest/api/3/issuetype/${issueTypeId}/properties/aims`;
    return (await readJira({ as: 'app', method: 'GET', route: path }, noted)).value.linkTypes;
  } catch (error) {
    if (error instanceof AppError && error.code === 'jira-not-found') return {};
    throw error;
  }
}

/** @param linkTypes role -> id */
export async function noteLinkTypesOn(
  issueTypeId: string,
  linkTypes: Readonly<Record<string, string>>,
  as: Identity,
): Promise<void> {
  const path = route`/rest/api/3/issuetype/${issueTypeId}/properties/aims`;
  await requestJira({ as, method: 'PUT', route: path, body: { linkTypes } });
}

export const namedScheme = z.object({ id: z.string(), name: z.string(), description: z.string().optional() });

export type NamedScheme = z.infer<typeof namedScheme>;

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

/** By issue type, how many of the projects have it in their scheme. */
export async function projectsOfTypes(projectIds: readonly string[]): Promise<Map<string, number>> {
  const schemes = await allValues(
    `/rest/api/3/issuetypescheme/project?${repeated('projectId', projectIds)}`,
    z.object({ issueTypeScheme: z.object({ id: z.string() }), projectIds: z.array(z.string()) }),
  );
  const projects = new Map(schemes.map((entry) => [entry.issueTypeScheme.id, entry.projectIds.length]));
  const mapping = await allValues(
    '/rest/api/3/issuetypescheme/mapping',
    z.object({ issueTypeSchemeId: z.string(), issueTypeId: z.string() }),
  );
  const counts = new Map<string, number>();
  for (const { issueTypeId, issueTypeSchemeId } of mapping)
    counts.set(issueTypeId, (counts.get(issueTypeId) ?? 0) + (projects.get(issueTypeSchemeId) ?? 0));
  return counts;
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
  description: string,
  issueTypeIds: readonly string[],
  defaultIssueTypeId: string | null,
  as: Identity,
): Promise<string> {
  const created = await readJira(
    {
      as,
      method: 'POST',
      route: route`/rest/api/3/issuetypescheme`,
      body: { name, description, issueTypeIds, ...(defaultIssueTypeId ? { defaultIssueTypeId } : {}) },
    },
    z.object({ issueTypeSchemeId: z.string() }),
  );
  return created.issueTypeSchemeId;
}

/** Every issue type scheme of the site. */
export function allIssueTypeSchemes(): Promise<NamedScheme[]> {
  return allValues('/rest/api/3/issuetypescheme', namedScheme);
}

export async function assignIssueTypeScheme(issueTypeSchemeId: string, projectId: string, as: Identity): Promise<void> {
  await requestJira({
    as,
    method: 'PUT',
    route: route`/rest/api/3/issuetypescheme/project`,
    body: { issueTypeSchemeId, projectId },
  });
}
