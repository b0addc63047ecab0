import { z } from 'zod';
import { type Call, created, noContent, page, queryList, type Route, route } from '../call';
import { badRequest, conflict, notFound } from '../errors';
import type { IssueTypeScheme, Project } from '../model/entities';
import { description, id, ids, name } from './bodies';
import { typeOf } from './issue-types';

const MANAGE = 'manage:jira-configuration';

function schemeOf(call: Call, schemeId = call.param('issueTypeSchemeId')): IssueTypeScheme {
  const scheme = call.site.store.issueTypeSchemes.get(schemeId);
  if (!scheme) throw notFound(`The issue type scheme with id ${schemeId} was not found.`);
  return scheme;
}

/** A company-managed project by its id: schemes can be given to no other (OpenAPI, "only in classic projects"). */
export function classicProject(call: Call, projectId: string): Project {
  const project = call.site.store.projects.get(projectId);
  if (!project || project.deletedAt !== null) throw notFound(`The project with id ${projectId} was not found.`);
  if (project.style === 'next-gen')
    throw badRequest('The project is team-managed: it has no schemes. Use a company-managed project.');
  return project;
}

/** The projects that `projectId` parameters name, grouped by one of their schemes; 400 when none is named. */
export function projectsByScheme(call: Call, schemeIdOf: (project: Project) => string): [string, string[]][] {
  const wanted = queryList(call, 'projectId');
  if (wanted.length === 0) throw badRequest("The 'projectId' query parameter is required.");
  const groups = new Map<string, string[]>();
  for (const projectId of wanted) {
    const project = call.site.store.projects.get(projectId);
    if (!project || project.deletedAt !== null || project.style === 'next-gen') continue;
    const key = schemeIdOf(project);
    groups.set(key, [...(groups.get(key) ?? []), projectId]);
  }
  return [...groups];
}

const bean = (scheme: IssueTypeScheme) => ({
  id: scheme.id,
  name: scheme.name,
  description: scheme.description,
  ...(scheme.defaultIssueTypeId === null ? {} : { defaultIssueTypeId: scheme.defaultIssueTypeId }),
  isDefault: scheme.isDefault,
});

const createBody = z.object({ name, description, issueTypeIds: ids.min(1), defaultIssueTypeId: id.optional() });

function create(call: Call) {
  const { store } = call.site;
  const input = call.body(createBody);
  if (store.issueTypeSchemes.find((scheme) => scheme.name === input.name))
    throw conflict('The scheme name is used by another scheme.');
  const types = input.issueTypeIds.map((typeId) => typeOf(call, typeId));
  if (!types.some((type) => type.hierarchyLevel >= 0))
    throw badRequest('The scheme needs at least one standard issue type.');
  if (input.defaultIssueTypeId !== undefined && !input.issueTypeIds.includes(input.defaultIssueTypeId)) {
    throw badRequest('The default issue type must be one of the issue types of the scheme.');
  }
  const scheme = store.issueTypeSchemes.put({
    id: store.nextId('issueTypeScheme'),
    name: input.name,
    description: input.description ?? '',
    issueTypeIds: [...new Set(input.issueTypeIds)],
    defaultIssueTypeId: input.defaultIssueTypeId ?? null,
    isDefault: false,
  });
  return created({ issueTypeSchemeId: scheme.id });
}

/** All or nothing: fails when any of the types is in the scheme already (OpenAPI, "Add issue types to issue type scheme"). */
function addTypes(call: Call) {
  const scheme = schemeOf(call);
  const { issueTypeIds } = call.body(z.object({ issueTypeIds: ids.min(1) }));
  for (const typeId of issueTypeIds) typeOf(call, typeId);
  if (issueTypeIds.some((typeId) => scheme.issueTypeIds.includes(typeId)))
    throw badRequest('Some of the issue types are already in the issue type scheme.');
  call.site.store.issueTypeSchemes.put({ ...scheme, issueTypeIds: [...scheme.issueTypeIds, ...issueTypeIds] });
  return noContent();
}

function removeType(call: Call) {
  const { store } = call.site;
  const scheme = schemeOf(call);
  const typeId = call.param('issueTypeId');
  if (!scheme.issueTypeIds.includes(typeId)) throw notFound('The issue type is not in the issue type scheme.');
  if (scheme.isDefault || scheme.issueTypeIds.length === 1)
    throw badRequest('The issue type cannot be removed from this scheme.');
  const used = store.projects
    .by('issueTypeScheme', scheme.id)
    .some((project) => store.issues.by('project', project.id).some((issue) => issue.typeId === typeId));
  if (used) throw badRequest('Issues of a project with this scheme have the issue type.');
  store.issueTypeSchemes.put({
    ...scheme,
    issueTypeIds: scheme.issueTypeIds.filter((other) => other !== typeId),
    defaultIssueTypeId: scheme.defaultIssueTypeId === typeId ? null : scheme.defaultIssueTypeId,
  });
  return noContent();
}

function assign(call: Call) {
  const { store } = call.site;
  const input = call.body(z.object({ issueTypeSchemeId: id, projectId: id }));
  const scheme = schemeOf(call, input.issueTypeSchemeId);
  const project = classicProject(call, input.projectId);
  const missing = store.issues.by('project', project.id).find((issue) => !scheme.issueTypeIds.includes(issue.typeId));
  if (missing)
    throw badRequest(
      'The issue type scheme cannot be assigned: issues of the project have issue types that the scheme lacks.',
    );
  store.projects.put({ ...project, issueTypeSchemeId: scheme.id });
  return noContent();
}

function update(call: Call) {
  const scheme = schemeOf(call);
  const input = call.body(z.object({ name: name.optional(), description, defaultIssueTypeId: id.optional() }));
  call.site.store.issueTypeSchemes.put({
    ...scheme,
    name: input.name ?? scheme.name,
    description: input.description ?? scheme.description,
    defaultIssueTypeId: input.defaultIssueTypeId ?? scheme.defaultIssueTypeId,
  });
  return noContent();
}

const BASE = '/issuetypescheme';

export const issueTypeSchemeRoutes: readonly Route[] = [
  route('GET', BASE, 'admin', MANAGE, (call) => {
    const wanted = queryList(call, 'id');
    const text = (call.query.get('queryString') ?? '').toLowerCase();
    const schemes = call.site.store.issueTypeSchemes
      .all()
      .filter(
        (scheme) => (wanted.length === 0 || wanted.includes(scheme.id)) && scheme.name.toLowerCase().includes(text),
      );
    return page(call, BASE, schemes, bean);
  }),
  route('POST', BASE, 'admin', MANAGE, create),
  route('GET', `${BASE}/mapping`, 'admin', MANAGE, (call) => {
    const wanted = queryList(call, 'issueTypeSchemeId');
    const rows = call.site.store.issueTypeSchemes
      .all()
      .filter((scheme) => wanted.length === 0 || wanted.includes(scheme.id))
      .flatMap((scheme) => scheme.issueTypeIds.map((issueTypeId) => ({ issueTypeSchemeId: scheme.id, issueTypeId })));
    return page(call, `${BASE}/mapping`, rows, (row) => row);
  }),
  route('GET', `${BASE}/project`, 'admin', MANAGE, (call) =>
    page(
      call,
      `${BASE}/project`,
      projectsByScheme(call, (project) => project.issueTypeSchemeId),
      ([schemeId, projectIds]) => ({
        issueTypeScheme: bean(schemeOf(call, schemeId)),
        projectIds,
      }),
    ),
  ),
  route('PUT', `${BASE}/project`, 'admin', MANAGE, assign),
  route('PUT', `${BASE}/{issueTypeSchemeId}`, 'admin', MANAGE, update),
  route('DELETE', `${BASE}/{issueTypeSchemeId}`, 'admin', MANAGE, (call) => {
    const scheme = schemeOf(call);
    if (scheme.isDefault || call.site.store.projects.countBy('issueTypeScheme', scheme.id) > 0)
      throw badRequest('The issue type scheme is used by projects or is the default one.');
    call.site.store.issueTypeSchemes.delete(scheme.id);
    return noContent();
  }),
  route('PUT', `${BASE}/{issueTypeSchemeId}/issuetype`, 'admin', MANAGE, addTypes),
  route('DELETE', `${BASE}/{issueTypeSchemeId}/issuetype/{issueTypeId}`, 'admin', MANAGE, removeType),
];
