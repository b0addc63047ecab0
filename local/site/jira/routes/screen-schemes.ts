import { z } from 'zod';
import { type Call, created, noContent, page, queryList, type Route, route } from '../call';
import { badRequest, conflict, notFound } from '../errors';
import type { IssueTypeScreenScheme, ScreenScheme } from '../model/entities';
import { renderProjectDetails } from '../render';
import { description, id, ids, name } from './bodies';
import { classicProject, projectsByScheme } from './issue-type-schemes';

const MANAGE = 'manage:jira-configuration';

const screens = z.object({ default: id, create: id.optional(), edit: id.optional(), view: id.optional() });

/** The screens that a scheme names, all of which must exist. */
function knownScreens(call: Call, input: z.infer<typeof screens>): ScreenScheme['screens'] {
  const given = Object.fromEntries(
    Object.entries(input).filter(([, screenId]) => screenId !== undefined),
  ) as ScreenScheme['screens'];
  const unknown = Object.values(given).find((screenId) => !call.site.store.screens.get(screenId));
  if (unknown !== undefined) throw notFound(`The screen with id ${unknown} was not found.`);
  return given;
}

function screenScheme(call: Call, schemeId: string): ScreenScheme {
  const scheme = call.site.store.screenSchemes.get(schemeId);
  if (!scheme) throw notFound(`The screen scheme with id ${schemeId} was not found.`);
  return scheme;
}

function createScreenScheme(call: Call) {
  const { store } = call.site;
  const input = call.body(z.object({ name, description, screens }));
  if (store.screenSchemes.find((scheme) => scheme.name === input.name))
    throw badRequest('The screen scheme name is used by another screen scheme.');
  const scheme = store.screenSchemes.put({
    id: store.nextId('screenScheme'),
    name: input.name,
    description: input.description ?? '',
    screens: knownScreens(call, input.screens),
  });
  return created({ id: Number(scheme.id) });
}

function updateScreenScheme(call: Call) {
  const scheme = screenScheme(call, call.param('screenSchemeId'));
  const input = call.body(z.object({ name: name.optional(), description, screens: screens.partial().optional() }));
  call.site.store.screenSchemes.put({
    ...scheme,
    name: input.name ?? scheme.name,
    description: input.description ?? scheme.description,
    screens: knownScreens(call, screens.parse({ ...scheme.screens, ...input.screens })),
  });
  return noContent();
}

const mapping = z.object({ issueTypeId: z.union([z.literal('default'), id]), screenSchemeId: id });

function knownMappings(call: Call, mappings: z.infer<typeof mapping>[]): Record<string, string> {
  for (const { issueTypeId, screenSchemeId } of mappings) {
    screenScheme(call, screenSchemeId);
    if (issueTypeId !== 'default' && !call.site.store.issueTypes.get(issueTypeId))
      throw notFound(`The issue type with id ${issueTypeId} was not found.`);
  }
  const entries = mappings.map(({ issueTypeId, screenSchemeId }) => [issueTypeId, screenSchemeId] as const);
  if (new Set(entries.map(([typeId]) => typeId)).size < entries.length)
    throw badRequest('Duplicate issue type IDs in the mappings.');
  return Object.fromEntries(entries);
}

function schemeOf(call: Call, schemeId = call.param('issueTypeScreenSchemeId')): IssueTypeScreenScheme {
  const scheme = call.site.store.issueTypeScreenSchemes.get(schemeId);
  if (!scheme) throw notFound(`The issue type screen scheme with id ${schemeId} was not found.`);
  return scheme;
}

function create(call: Call) {
  const { store } = call.site;
  const input = call.body(z.object({ name, description, issueTypeMappings: z.array(mapping).min(1) }));
  if (store.issueTypeScreenSchemes.find((scheme) => scheme.name === input.name))
    throw conflict('The issue type screen scheme name is used by another one.');
  const mappings = knownMappings(call, input.issueTypeMappings);
  if (mappings.default === undefined) throw badRequest('A mapping for the issue type `default` is required.');
  const scheme = store.issueTypeScreenSchemes.put({
    id: store.nextId('issueTypeScreenScheme'),
    name: input.name,
    description: input.description ?? '',
    mappings,
  });
  return created({ id: scheme.id });
}

function addMappings(call: Call) {
  const scheme = schemeOf(call);
  const added = knownMappings(
    call,
    call.body(z.object({ issueTypeMappings: z.array(mapping).min(1) })).issueTypeMappings,
  );
  const taken = Object.keys(added).find((typeId) => scheme.mappings[typeId] !== undefined);
  if (taken !== undefined) throw conflict(`The issue type ${taken} is already a part of the issue type screen scheme.`);
  call.site.store.issueTypeScreenSchemes.put({ ...scheme, mappings: { ...scheme.mappings, ...added } });
  return noContent();
}

function removeMappings(call: Call) {
  const scheme = schemeOf(call);
  const { issueTypeIds } = call.body(z.object({ issueTypeIds: ids.min(1) }));
  if (issueTypeIds.some((typeId) => scheme.mappings[typeId] === undefined))
    throw badRequest('Some of the issue types are not in the scheme.');
  const mappings = Object.fromEntries(
    Object.entries(scheme.mappings).filter(([typeId]) => !issueTypeIds.includes(typeId)),
  );
  call.site.store.issueTypeScreenSchemes.put({ ...scheme, mappings });
  return noContent();
}

function assign(call: Call) {
  const input = call.body(z.object({ issueTypeScreenSchemeId: id, projectId: id }));
  const scheme = schemeOf(call, input.issueTypeScreenSchemeId);
  const project = classicProject(call, input.projectId);
  call.site.store.projects.put({ ...project, issueTypeScreenSchemeId: scheme.id });
  return noContent();
}

const bean = (scheme: IssueTypeScreenScheme) => ({ id: scheme.id, name: scheme.name, description: scheme.description });
const BASE = '/issuetypescreenscheme';
const ONE = `${BASE}/{issueTypeScreenSchemeId}`;

/** The filter that `id` and `queryString` of a list stand for. */
function listed<T extends { id: string; name: string }>(call: Call, schemes: readonly T[]): T[] {
  const wanted = queryList(call, 'id');
  const text = (call.query.get('queryString') ?? '').toLowerCase();
  return schemes.filter(
    (scheme) => (wanted.length === 0 || wanted.includes(scheme.id)) && scheme.name.toLowerCase().includes(text),
  );
}

export const screenSchemeRoutes: readonly Route[] = [
  route('GET', '/screenscheme', 'admin', 'manage:jira-project', (call) =>
    page(call, '/screenscheme', listed(call, call.site.store.screenSchemes.all()), (scheme) => ({
      id: Number(scheme.id),
      name: scheme.name,
      description: scheme.description,
      screens: Object.fromEntries(
        Object.entries(scheme.screens).map(([operation, screenId]) => [operation, Number(screenId)]),
      ),
    })),
  ),
  route('POST', '/screenscheme', 'admin', MANAGE, createScreenScheme),
  route('PUT', '/screenscheme/{screenSchemeId}', 'admin', MANAGE, updateScreenScheme),
  route('DELETE', '/screenscheme/{screenSchemeId}', 'admin', 'manage:jira-project', (call) => {
    const scheme = screenScheme(call, call.param('screenSchemeId'));
    if (call.site.store.issueTypeScreenSchemes.find((one) => Object.values(one.mappings).includes(scheme.id)))
      throw badRequest('The screen scheme is used by an issue type screen scheme.');
    call.site.store.screenSchemes.delete(scheme.id);
    return noContent();
  }),
  route('GET', BASE, 'admin', MANAGE, (call) =>
    page(call, BASE, listed(call, call.site.store.issueTypeScreenSchemes.all()), bean),
  ),
  route('POST', BASE, 'admin', MANAGE, create),
  route('GET', `${BASE}/mapping`, 'admin', MANAGE, (call) => {
    const wanted = queryList(call, 'issueTypeScreenSchemeId');
    const rows = call.site.store.issueTypeScreenSchemes
      .all()
      .filter((scheme) => wanted.length === 0 || wanted.includes(scheme.id))
      .flatMap((scheme) =>
        Object.entries(scheme.mappings).map(([issueTypeId, screenSchemeId]) => ({
          issueTypeScreenSchemeId: scheme.id,
          issueTypeId,
          screenSchemeId,
        })),
      );
    return page(call, `${BASE}/mapping`, rows, (row) => row);
  }),
  route('GET', `${BASE}/project`, 'admin', MANAGE, (call) =>
    page(
      call,
      `${BASE}/project`,
      projectsByScheme(call, (project) => project.issueTypeScreenSchemeId),
      ([schemeId, projectIds]) => ({
        issueTypeScreenScheme: bean(schemeOf(call, schemeId)),
        projectIds,
      }),
    ),
  ),
  route('PUT', `${BASE}/project`, 'admin', MANAGE, assign),
  route('PUT', ONE, 'admin', MANAGE, (call) => {
    const scheme = schemeOf(call);
    const input = call.body(z.object({ name: name.optional(), description }));
    call.site.store.issueTypeScreenSchemes.put({
      ...scheme,
      name: input.name ?? scheme.name,
      description: input.description ?? scheme.description,
    });
    return noContent();
  }),
  route('DELETE', ONE, 'admin', MANAGE, (call) => {
    const scheme = schemeOf(call);
    if (call.site.store.projects.countBy('issueTypeScreenScheme', scheme.id) > 0)
      throw badRequest('The issue type screen scheme is used by projects.');
    call.site.store.issueTypeScreenSchemes.delete(scheme.id);
    return noContent();
  }),
  route('GET', `${ONE}/project`, 'admin', MANAGE, (call) => {
    const scheme = schemeOf(call);
    return page(
      call,
      `${BASE}/${scheme.id}/project`,
      call.site.store.projects.by('issueTypeScreenScheme', scheme.id),
      (project) => renderProjectDetails(call.site, project),
    );
  }),
  route('PUT', `${ONE}/mapping`, 'admin', MANAGE, addMappings),
  route('PUT', `${ONE}/mapping/default`, 'admin', MANAGE, (call) => {
    const scheme = schemeOf(call);
    const { screenSchemeId } = call.body(z.object({ screenSchemeId: id }));
    screenScheme(call, screenSchemeId);
    call.site.store.issueTypeScreenSchemes.put({
      ...scheme,
      mappings: { ...scheme.mappings, default: screenSchemeId },
    });
    return noContent();
  }),
  route('POST', `${ONE}/mapping/remove`, 'admin', MANAGE, removeMappings),
];
