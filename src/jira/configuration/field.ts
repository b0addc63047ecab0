import { route } from '@forge/api';
import { z } from 'zod';
import { allValues, repeated } from '../pages';
import { type Identity, readJira, requestJira } from '../request';

export interface ObservedField {
  id: string;
  name: string;
  type: string;
  description: string;
  /** Screens that show it. */
  screens: number;
  /** Whether Jira or another app forbids changing it. */
  isLocked: boolean;
}

const fieldBean = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullish(),
  schema: z.object({ custom: z.string().optional() }).optional(),
  screensCount: z.number().optional(),
  isLocked: z.boolean().optional(),
});

/** Custom fields of the site, all of them or those that the query names; names are not unique, and the trash is left out. */
async function searchFields(query: string): Promise<ObservedField[]> {
  const found = await allValues(`/rest/api/3/field/search?type=custom&expand=screensCount,isLocked${query}`, fieldBean);
  return found.map(({ id, name, schema, description, screensCount, isLocked }) => ({
    id,
    name,
    type: schema?.custom ?? '',
    description: description ?? '',
    screens: screensCount ?? 0,
    isLocked: isLocked === true,
  }));
}

export const allCustomFields = (): Promise<ObservedField[]> => searchFields('');

/** Custom fields whose name or description holds the words: a point each, where all of them cost a point for each. */
export const customFieldsWith = (words: string): Promise<ObservedField[]> =>
  searchFields(`&query=${encodeURIComponent(words)}`);

export const customField = (id: string): Promise<ObservedField[]> => searchFields(`&${repeated('id', [id])}`);

export async function createField(
  name: string,
  description: string,
  type: string,
  searcherKey: string,
  as: Identity,
): Promise<string> {
  const created = await readJira(
    { as, method: 'POST', route: route`/rest/api/3/field`, body: { name, description, type, searcherKey } },
    z.object({ id: z.string() }),
  );
  return created.id;
}

export interface ObservedContext {
  id: string;
  name: string;
  description: string;
  isGlobal: boolean;
  projectIds: string[];
  /** Empty: every issue type. */
  issueTypeIds: string[];
}

export async function contextsOf(fieldId: string): Promise<ObservedContext[]> {
  const contexts = await allValues(
    `/rest/api/3/field/${fieldId}/context`,
    z.object({
      id: z.string(),
      name: z.string(),
      description: z.string(),
      isGlobalContext: z.boolean(),
      isAnyIssueType: z.boolean(),
    }),
  );
  const projects = contexts.every(({ isGlobalContext }) => isGlobalContext)
    ? []
    : await allValues(
        `/rest/api/3/field/${fieldId}/context/projectmapping`,
        z.object({ contextId: z.string(), projectId: z.string().optional() }),
      );
  const types = contexts.every(({ isAnyIssueType }) => isAnyIssueType)
    ? []
    : await allValues(
        `/rest/api/3/field/${fieldId}/context/issuetypemapping`,
        z.object({ contextId: z.string(), issueTypeId: z.string().optional() }),
      );
  return contexts.map(({ id, name, description, isGlobalContext }) => ({
    id,
    name,
    description,
    isGlobal: isGlobalContext,
    projectIds: projects.flatMap((entry) => (entry.contextId === id && entry.projectId ? [entry.projectId] : [])),
    issueTypeIds: types.flatMap((entry) => (entry.contextId === id && entry.issueTypeId ? [entry.issueTypeId] : [])),
  }));
}

export async function createContext(
  fieldId: string,
  name: string,
  description: string,
  projectIds: readonly string[],
  issueTypeIds: readonly string[],
  as: Identity,
): Promise<string> {
  const created = await readJira(
    {
      as,
      method: 'POST',
      route: route`/rest/api/3/field/${fieldId}/context`,
      body: { name, description, projectIds, issueTypeIds },
    },
    z.object({ id: z.string() }),
  );
  return created.id;
}

export async function addProjectToContext(
  fieldId: string,
  contextId: string,
  projectId: string,
  as: Identity,
): Promise<void> {
  await requestJira({
    as,
    method: 'PUT',
    route: route`/rest/api/3/field/${fieldId}/context/${contextId}/project`,
    body: { projectIds: [projectId] },
  });
}

export async function optionsOf(fieldId: string, contextId: string): Promise<{ id: string; value: string }[]> {
  return allValues(
    `/rest/api/3/field/${fieldId}/context/${contextId}/option`,
    z.object({ id: z.string(), value: z.string() }),
  );
}

/** At most 1,000 options a call ("Create custom field options", Jira REST v3); the longest list has 70. */
export async function createOptions(
  fieldId: string,
  contextId: string,
  values: readonly string[],
  as: Identity,
): Promise<void> {
  await requestJira({
    as,
    method: 'POST',
    route: route`/rest/api/3/field/${fieldId}/context/${contextId}/option`,
    body: { options: values.map((value) => ({ value })) },
  });
}
