import { z } from 'zod';
import { type Call, created, noContent, ok, type Route, route } from '../call';
import { badRequest, conflict, notFound } from '../errors';
import { publishConfiguration } from '../issues/events';
import { typesOfProject } from '../issues/screens';
import type { IssueType } from '../model/entities';
import { visibleProject } from '../permissions/access';
import { renderIssueType } from '../render';

const READ = 'read:jira-work';
const MANAGE = 'manage:jira-configuration';
/** Longest name (OpenAPI, "Create issue type"). */
const typeName = z.string().trim().min(1).max(60, 'must be at most 60 characters');

export function typeOf(call: Call, id: string): IssueType {
  const type = call.site.store.issueTypes.get(id);
  if (!type) throw notFound(`The issue type with id '${id}' does not exist.`);
  return type;
}

function checkName(call: Call, name: string, except?: string): void {
  const taken = call.site.store.issueTypes.find(
    (type) => type.projectId === null && type.id !== except && type.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken) throw conflict('The issue type name is already in use: an issue type with this name already exists.');
}

function publish(call: Call, what: string, type: IssueType): void {
  publishConfiguration(call, `avi:jira:${what}:issuetype`, { issueType: renderIssueType(call.site, type) });
}

const createBody = z.object({
  name: typeName,
  description: z.string().default(''),
  type: z.enum(['standard', 'subtask']).optional(),
  hierarchyLevel: z.union([z.literal(0), z.literal(-1)]).optional(),
});

function create(call: Call) {
  const { store } = call.site;
  const input = call.body(createBody);
  if (input.type !== undefined && input.hierarchyLevel !== undefined)
    throw badRequest("Give 'type' or 'hierarchyLevel', not both.");
  checkName(call, input.name);
  const type = store.issueTypes.put({
    id: store.nextId('issueType'),
    name: input.name,
    description: input.description,
    hierarchyLevel: input.hierarchyLevel ?? (input.type === 'subtask' ? -1 : 0),
    avatarId: 10_300,
    projectId: null,
  });
  // New global types join the default scheme by themselves (the scheme's own description says so).
  const scheme = store.issueTypeSchemes.find((candidate) => candidate.isDefault);
  if (scheme) store.issueTypeSchemes.put({ ...scheme, issueTypeIds: [...scheme.issueTypeIds, type.id] });
  publish(call, 'created', type);
  return created(renderIssueType(call.site, type));
}

const updateBody = z.object({
  name: typeName.optional(),
  description: z.string().optional(),
  avatarId: z.number().int().optional(),
});

function update(call: Call) {
  const type = typeOf(call, call.param('id'));
  const input = call.body(updateBody);
  if (input.name !== undefined) checkName(call, input.name, type.id);
  const stored = call.site.store.issueTypes.put({
    ...type,
    name: input.name ?? type.name,
    description: input.description ?? type.description,
    avatarId: input.avatarId ?? type.avatarId,
  });
  publish(call, 'updated', stored);
  return ok(renderIssueType(call.site, stored));
}

function remove(call: Call) {
  const { store } = call.site;
  const type = typeOf(call, call.param('id'));
  if (store.issues.countBy('type', type.id) > 0)
    throw conflict('The issue type is in use: give issues of this type another one first.');
  for (const scheme of store.issueTypeSchemes.all()) {
    if (!scheme.issueTypeIds.includes(type.id)) continue;
    const issueTypeIds = scheme.issueTypeIds.filter((id) => id !== type.id);
    store.issueTypeSchemes.put({
      ...scheme,
      issueTypeIds,
      defaultIssueTypeId: scheme.defaultIssueTypeId === type.id ? (issueTypeIds[0] ?? null) : scheme.defaultIssueTypeId,
    });
  }
  publish(call, 'deleted', type);
  for (const property of store.properties.by('owner', `issuetype:${type.id}`)) store.properties.delete(property.id);
  store.issueTypes.delete(type.id);
  return noContent();
}

export const issueTypeRoutes: readonly Route[] = [
  route('GET', '/issuetype', 'anyone', READ, (call) => {
    const types = call.site.store.issueTypes.all();
    return ok(
      types.map((type) => renderIssueType(call.site, type)),
      types.length,
    );
  }),
  route('POST', '/issuetype', 'admin', MANAGE, create),
  route('GET', '/issuetype/project', 'anyone', READ, (call) => {
    const types = typesOfProject(call.site, visibleProject(call.site, call.actor, call.query.get('projectId') ?? ''));
    return ok(
      types.map((type) => renderIssueType(call.site, type)),
      types.length,
    );
  }),
  route('GET', '/issuetype/{id}', 'anyone', READ, (call) =>
    ok(renderIssueType(call.site, typeOf(call, call.param('id')))),
  ),
  route('PUT', '/issuetype/{id}', 'admin', MANAGE, update),
  route('DELETE', '/issuetype/{id}', 'admin', MANAGE, remove),
];
