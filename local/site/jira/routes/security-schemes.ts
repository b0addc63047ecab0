import { z } from 'zod';
import { type Call, created, noContent, ok, page, queryList, type Reply, type Route, route, self } from '../call';
import { badRequest, notFound } from '../errors';
import type { Project } from '../model/entities';
import type { SecurityScheme } from '../model/security';
import { startTask } from '../model/tasks';
import { administeredProject, hasProject, visibleProject } from '../permissions/access';
import { levelNamed, SECURITY, schemeOf } from '../permissions/security';
import { description, id, name } from './bodies';
import { levelBean, levelOf, levelsBody, securityScheme, withLevels } from './security-shared';

const MANAGE = 'manage:jira-configuration';
const BASE = '/issuesecurityschemes';

const projectsOf = (call: Call, scheme: SecurityScheme): Project[] =>
  call.site.store.projects.by('securityScheme', scheme.id).filter(({ deletedAt }) => deletedAt === null);

/** `SecurityScheme`, with its levels where one scheme is read. */
const bean = (call: Call, scheme: SecurityScheme, withLevelsToo: boolean) => ({
  self: self(call.site, `${BASE}/${scheme.id}`),
  id: Number(scheme.id),
  name: scheme.name,
  description: scheme.description,
  ...(scheme.defaultLevelId === null ? {} : { defaultSecurityLevelId: Number(scheme.defaultLevelId) }),
  ...(withLevelsToo ? { levels: scheme.levels.map((level) => levelBean(call, scheme, level)) } : {}),
});

const createBody = z.object({ name: name.max(60), description, levels: levelsBody });

function checkName(call: Call, wanted: string, except?: string): void {
  const taken = call.site.store.securitySchemes.find(
    (one) => one.id !== except && one.name.toLowerCase() === wanted.toLowerCase(),
  );
  if (taken) throw badRequest(`An issue security scheme with the name '${wanted}' already exists.`);
}

function create(call: Call): Reply {
  const { store } = call.site;
  const input = call.body(createBody);
  checkName(call, input.name);
  const empty = {
    id: store.nextId('securityScheme'),
    name: input.name,
    description: input.description ?? '',
    defaultLevelId: null,
    levels: [],
  };
  const scheme = store.securitySchemes.put(withLevels(call, empty, input.levels));
  return created({ id: scheme.id }, 1 + scheme.levels.length);
}

function update(call: Call): Reply {
  const scheme = securityScheme(call, call.param('id'));
  const input = call.body(z.object({ name: name.max(60).optional(), description }));
  if (input.name !== undefined) checkName(call, input.name, scheme.id);
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  call.site.store.securitySchemes.put({ ...scheme, ...given });
  return noContent();
}

function remove(call: Call): Reply {
  const scheme = securityScheme(call, call.param('schemeId'));
  if (projectsOf(call, scheme).length > 0)
    throw badRequest('The issue security scheme cannot be deleted while projects use it.');
  call.site.store.securitySchemes.delete(scheme.id);
  return noContent();
}

const associationBody = z.object({
  projectId: id,
  schemeId: id.nullable(),
  oldToNewSecurityLevelMappings: z.array(z.object({ oldLevelId: id, newLevelId: id })).default([]),
});

/** Issues keep no level that the new scheme lacks, except by the mapping; `-1` stands for no level on either side. */
function associate(call: Call): Reply {
  const { store } = call.site;
  const input = call.body(associationBody);
  const project = store.projects.get(input.projectId);
  if (!project || project.deletedAt !== null) throw notFound(`No project could be found with id '${input.projectId}'.`);
  if (project.style === 'next-gen') throw badRequest('A team-managed project takes no issue security scheme.');
  const scheme = input.schemeId === null ? undefined : securityScheme(call, input.schemeId);
  const mapped = new Map(input.oldToNewSecurityLevelMappings.map((one) => [one.oldLevelId, one.newLevelId]));
  for (const one of mapped.values()) if (scheme && one !== '-1') levelOf(scheme, one);
  const { securitySchemeId: _, ...rest } = project;
  store.projects.put({ ...rest, ...(scheme ? { securitySchemeId: scheme.id } : {}) });
  for (const issue of store.issues.by('project', project.id)) {
    const { [SECURITY]: old, ...values } = issue.values;
    const next = mapped.get(typeof old === 'string' ? old : '-1') ?? old;
    const isThere = scheme?.levels.some((level) => level.id === next) ?? false;
    if (old !== undefined || isThere)
      store.issues.put({ ...issue, values: isThere ? { ...values, [SECURITY]: next } : values });
  }
  return startTask(call, 'Associate issue security scheme with project', null);
}

function ofProject(call: Call): Reply {
  const project = administeredProject(call.site, call.actor, call.param('projectKeyOrId'));
  const scheme = schemeOf(call.site, project);
  if (!scheme) throw notFound('The project has no issue security scheme.');
  return ok(bean(call, scheme, true));
}

/** The levels are told to those alone who may give them. */
function levelsOfProject(call: Call): Reply {
  const { site, actor } = call;
  const project = visibleProject(site, actor, call.param('projectKeyOrId'));
  const scheme = hasProject(site, actor, 'SET_ISSUE_SECURITY', project) ? schemeOf(site, project) : undefined;
  return ok({ levels: scheme ? scheme.levels.map((level) => levelBean(call, scheme, level)) : [] });
}

export const securitySchemeRoutes: readonly Route[] = [
  route('GET', BASE, 'admin', 'manage:jira-project', (call) => {
    const all = call.site.store.securitySchemes.all();
    return ok({ issueSecuritySchemes: all.map((one) => bean(call, one, false)) }, all.length);
  }),
  route('POST', BASE, 'admin', MANAGE, create),
  route('GET', `${BASE}/search`, 'admin', MANAGE, (call) => {
    const [ids, projectIds] = [queryList(call, 'id'), queryList(call, 'projectId')];
    const found = call.site.store.securitySchemes
      .all()
      .filter((one) => ids.length === 0 || ids.includes(one.id))
      .filter((one) => projectIds.length === 0 || projectsOf(call, one).some((of) => projectIds.includes(of.id)));
    return page(call, `${BASE}/search`, found, (one) => ({
      self: self(call.site, `${BASE}/${one.id}`),
      id: Number(one.id),
      name: one.name,
      description: one.description,
      ...(one.defaultLevelId === null ? {} : { defaultLevel: Number(one.defaultLevelId) }),
      projectIds: projectsOf(call, one).map((of) => Number(of.id)),
    }));
  }),
  route('GET', `${BASE}/project`, 'admin', MANAGE, (call) => {
    const [schemes, projects] = [queryList(call, 'issueSecuritySchemeId'), queryList(call, 'projectId')];
    const all = call.site.store.securitySchemes
      .all()
      .flatMap((one) => projectsOf(call, one).map((of) => ({ issueSecuritySchemeId: one.id, projectId: of.id })));
    const found = all
      .filter((one) => schemes.length === 0 || schemes.includes(one.issueSecuritySchemeId))
      .filter((one) => projects.length === 0 || projects.includes(one.projectId));
    return page(call, `${BASE}/project`, found, (one) => one);
  }),
  route('PUT', `${BASE}/project`, 'admin', MANAGE, associate),
  route('GET', `${BASE}/{id}`, 'admin', 'manage:jira-project', (call) =>
    ok(bean(call, securityScheme(call, call.param('id')), true)),
  ),
  route('PUT', `${BASE}/{id}`, 'admin', MANAGE, update),
  route('DELETE', `${BASE}/{schemeId}`, 'admin', MANAGE, remove),
  route('GET', '/project/{projectKeyOrId}/issuesecuritylevelscheme', 'user', 'read:jira-work', ofProject),
  route('GET', '/project/{projectKeyOrId}/securitylevel', 'anyone', 'read:jira-work', levelsOfProject),
  route('GET', '/securitylevel/{id}', 'user', MANAGE, (call) => {
    const found = levelNamed(call.site, call.param('id'));
    if (!found) throw notFound('The issue security level does not exist.');
    return ok(levelBean(call, found.scheme, found.level));
  }),
];
