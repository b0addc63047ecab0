import { assumeTrustedRoute, route } from '@forge/api';
import { z } from 'zod';
import { allValues } from '../pages';
import { type Identity, readJira, requestJira } from '../request';

export interface ObservedField {
  id: string;
  name: string;
  type: string;
}

/** Custom fields of the site by one call; names are not unique. */
export async function allCustomFields(): Promise<ObservedField[]> {
  const fields = await readJira(
    { as: 'app', method: 'GET', route: route`/rest/api/3/field` },
    z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        custom: z.boolean(),
        schema: z.object({ custom: z.string().optional() }).optional(),
      }),
    ),
  );
  return fields
    .filter((field) => field.custom)
    .map(({ id, name, schema }) => ({ id, name, type: schema?.custom ?? '' }));
}

/** Custom fields of one name: a point each, where listing all costs a point for every field of the site. */
export async function customFieldsNamed(name: string): Promise<ObservedField[]> {
  const found = await allValues(
    `/rest/api/3/field/search?type=custom&query=${encodeURIComponent(name)}`,
    z.object({ id: z.string(), name: z.string(), schema: z.object({ custom: z.string().optional() }).optional() }),
  );
  return found
    .filter((field) => field.name === name)
    .map(({ id, schema }) => ({ id, name, type: schema?.custom ?? '' }));
}

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
  isGlobal: boolean;
  projectIds: string[];
}

export async function contextsOf(fieldId: string): Promise<ObservedContext[]> {
  const contexts = await allValues(
    `/rest/api/3/field/${fieldId}/context`,
    z.object({ id: z.string(), name: z.string(), isGlobalContext: z.boolean() }),
  );
  const mappings = await allValues(
    `/rest/api/3/field/${fieldId}/context/projectmapping`,
    z.object({ contextId: z.string(), projectId: z.string().optional() }),
  );
  return contexts.map(({ id, name, isGlobalContext }) => ({
    id,
    name,
    isGlobal: isGlobalContext,
    projectIds: mappings.flatMap((mapping) =>
      mapping.contextId === id && mapping.projectId ? [mapping.projectId] : [],
    ),
  }));
}

export async function createContext(
  fieldId: string,
  name: string,
  projectIds: readonly string[],
  issueTypeIds: readonly string[],
  as: Identity,
): Promise<string> {
  const created = await readJira(
    {
      as,
      method: 'POST',
      route: assumeTrustedRoute(`/rest/api/3/field/${fieldId}/context`),
      body: { name, projectIds, issueTypeIds },
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

export async function deleteContext(fieldId: string, contextId: string, as: Identity): Promise<void> {
  await requestJira({ as, method: 'DELETE', route: route`/rest/api/3/field/${fieldId}/context/${contextId}` });
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
