import { route } from '@forge/api';
import { z } from 'zod';
import { allValues, repeated } from '../pages';
import { type Identity, readJira, requestJira } from '../request';
import { type NamedScheme, namedScheme, type ObservedScheme } from './issue-type';

const screen = z.object({ id: z.number(), name: z.string(), description: z.string().optional() });

export type NamedScreen = z.infer<typeof screen>;

export const allScreens = (): Promise<NamedScreen[]> => allValues('/rest/api/3/screens', screen);

export async function readScreens(ids: readonly number[]): Promise<NamedScreen[]> {
  return ids.length === 0 ? [] : allValues(`/rest/api/3/screens?${repeated('id', ids.map(String))}`, screen);
}

export async function createScreen(name: string, description: string, as: Identity): Promise<number> {
  const created = await readJira(
    { as, method: 'POST', route: route`/rest/api/3/screens`, body: { name, description } },
    z.object({ id: z.number() }),
  );
  return created.id;
}

const tab = z.object({ id: z.number(), name: z.string() });

export interface ObservedTab extends z.infer<typeof tab> {
  fieldIds: string[];
}

/** The tabs of a screen in their order, and the fields on all of them. */
export async function screenFields(screenId: number): Promise<{ tabs: ObservedTab[]; fieldIds: string[] }> {
  const found = await readJira(
    { as: 'app', method: 'GET', route: route`/rest/api/3/screens/${screenId}/tabs` },
    z.array(tab),
  );
  const tabs: ObservedTab[] = [];
  for (const { id, name } of found) {
    const fields = await readJira(
      { as: 'app', method: 'GET', route: route`/rest/api/3/screens/${screenId}/tabs/${id}/fields` },
      z.array(z.object({ id: z.string() })),
    );
    tabs.push({ id, name, fieldIds: fields.map((field) => field.id) });
  }
  return { tabs, fieldIds: tabs.flatMap(({ fieldIds }) => fieldIds) };
}

/** Adds a tab behind those that the screen has. */
export async function createTab(screenId: number, name: string, as: Identity): Promise<number> {
  const created = await readJira(
    { as, method: 'POST', route: route`/rest/api/3/screens/${screenId}/tabs`, body: { name } },
    tab,
  );
  return created.id;
}

export async function addFieldToScreen(screenId: number, tabId: number, fieldId: string, as: Identity): Promise<void> {
  await requestJira({
    as,
    method: 'POST',
    route: route`/rest/api/3/screens/${screenId}/tabs/${tabId}/fields`,
    body: { fieldId },
  });
}

const screenScheme = z.object({
  id: z.number(),
  name: z.string(),
  description: z.string().optional(),
  screens: z
    .object({
      default: z.number().optional(),
      create: z.number().optional(),
      edit: z.number().optional(),
      view: z.number().optional(),
    })
    .optional(),
});

export type ObservedScreenScheme = z.infer<typeof screenScheme>;

export function allScreenSchemes(): Promise<ObservedScreenScheme[]> {
  return allValues('/rest/api/3/screenscheme', screenScheme);
}

export async function createScreenScheme(
  name: string,
  description: string,
  screenId: number,
  as: Identity,
): Promise<number> {
  const created = await readJira(
    {
      as,
      method: 'POST',
      route: route`/rest/api/3/screenscheme`,
      body: { name, description, screens: { default: screenId } },
    },
    z.object({ id: z.number() }),
  );
  return created.id;
}

const DEFAULT_SCREEN_SCHEME = '1';

export interface ObservedIssueTypeScreenScheme extends ObservedScheme {
  /** Issue type id (or `default`) -> screen scheme id. */
  mappings: Record<string, string>;
}

export async function issueTypeScreenSchemeOf(
  projectId: string,
  allProjectIds: readonly string[],
): Promise<ObservedIssueTypeScreenScheme> {
  const values = await allValues(
    `/rest/api/3/issuetypescreenscheme/project?${repeated('projectId', allProjectIds)}`,
    z.object({
      issueTypeScreenScheme: z.object({ id: z.string(), name: z.string() }),
      projectIds: z.array(z.string()),
    }),
  );
  const mine = values.find((value) => value.projectIds.includes(projectId));
  const id = mine?.issueTypeScreenScheme.id ?? '';
  const mapping = await allValues(
    `/rest/api/3/issuetypescreenscheme/mapping?${repeated('issueTypeScreenSchemeId', [id])}`,
    z.object({ issueTypeId: z.string(), screenSchemeId: z.string() }),
  );
  return {
    id,
    name: mine?.issueTypeScreenScheme.name ?? '',
    // Jira marks no screen scheme as its default; the one that comes with the site has the id 1.
    isDefault: id === DEFAULT_SCREEN_SCHEME,
    sharedBy: (mine?.projectIds ?? []).filter((other) => other !== projectId),
    mappings: Object.fromEntries(mapping.map((entry) => [entry.issueTypeId, entry.screenSchemeId])),
  };
}

type Mapping = { issueTypeId: string; screenSchemeId: string };

export async function extendIssueTypeScreenScheme(
  schemeId: string,
  issueTypeMappings: readonly Mapping[],
  as: Identity,
): Promise<void> {
  await requestJira({
    as,
    method: 'PUT',
    route: route`/rest/api/3/issuetypescreenscheme/${schemeId}/mapping`,
    body: { issueTypeMappings },
  });
}

/** Every issue type screen scheme of the site. */
export function allIssueTypeScreenSchemes(): Promise<NamedScheme[]> {
  return allValues('/rest/api/3/issuetypescreenscheme', namedScheme);
}

export async function createIssueTypeScreenScheme(
  name: string,
  description: string,
  issueTypeMappings: readonly Mapping[],
  as: Identity,
): Promise<string> {
  const created = await readJira(
    {
      as,
      method: 'POST',
      route: route`/rest/api/3/issuetypescreenscheme`,
      body: { name, description, issueTypeMappings },
    },
    z.object({ id: z.string() }),
  );
  return created.id;
}

export async function assignIssueTypeScreenScheme(
  issueTypeScreenSchemeId: string,
  projectId: string,
  as: Identity,
): Promise<void> {
  await requestJira({
    as,
    method: 'PUT',
    route: route`/rest/api/3/issuetypescreenscheme/project`,
    body: { issueTypeScreenSchemeId, projectId },
  });
}
