import { z } from 'zod';
import { type Call, created, noContent, ok, type Route, route, self } from '../call';
import { badRequest, conflict, notFound } from '../errors';
import type { PermissionGrant, PermissionScheme } from '../model/entities';
import { administeredProject, visibleProject } from '../permissions/access';
import { permissionCatalogue } from '../permissions/catalogue';
import { id as idBody, name } from './bodies';
import { PERSON_WEIGHT } from './users';

const READ = 'read:jira-work';
const MANAGE = 'manage:jira-configuration';

const HOLDERS = [
  'anyone',
  'applicationRole',
  'group',
  'user',
  'projectRole',
  'projectLead',
  'reporter',
  'assignee',
] as const;
const holder = z.object({ type: z.enum(HOLDERS), parameter: z.string().optional(), value: z.string().optional() });
const grantBody = z.object({ permission: z.string(), holder });
const schemeBody = z.object({ name, description: z.string().default(''), permissions: z.array(grantBody).default([]) });

function newGrant(call: Call, input: z.infer<typeof grantBody>): PermissionGrant {
  const { store } = call.site;
  if (permissionCatalogue(call.site).get(input.permission)?.type !== 'PROJECT') {
    throw badRequest(`The permission '${input.permission}' is not a project permission of this site.`);
  }
  const { type } = input.holder;
  const parameter = input.holder.value ?? input.holder.parameter;
  const known = {
    group: (value: string) => store.groups.get(value) ?? store.groups.by('name', value.toLowerCase())[0],
    user: (value: string) => store.users.get(value),
    projectRole: (value: string) => store.roles.get(value),
  };
  const find = type in known ? known[type as keyof typeof known] : null;
  const found = find?.(parameter ?? '');
  if (find && !found) throw badRequest(`The holder ${type} '${parameter}' does not exist.`);
  return {
    id: Number(store.nextId('permissionGrant')),
    permission: input.permission,
    holder: found ? { type, parameter: found.id } : { type, ...(parameter === undefined ? {} : { parameter }) },
  };
}

function schemeOf(call: Call): PermissionScheme {
  const scheme = call.site.store.permissionSchemes.get(call.param('schemeId'));
  if (!scheme) throw notFound(`The permission scheme with id ${call.param('schemeId')} does not exist.`);
  return scheme;
}

const grantBean = (call: Call, scheme: PermissionScheme, grant: PermissionGrant) => ({
  id: grant.id,
  self: self(call.site, `/permissionscheme/${scheme.id}/permission/${grant.id}`),
  holder: {
    type: grant.holder.type,
    ...(grant.holder.parameter === undefined
      ? {}
      : { parameter: grant.holder.parameter, value: grant.holder.parameter }),
  },
  permission: grant.permission,
});

const bean = (call: Call, scheme: PermissionScheme, withGrants: boolean) => ({
  expand: 'permissions,user,group,projectRole,field,all',
  id: Number(scheme.id),
  self: self(call.site, `/permissionscheme/${scheme.id}`),
  name: scheme.name,
  description: scheme.description,
  ...(withGrants ? { permissions: scheme.grants.map((grant) => grantBean(call, scheme, grant)) } : {}),
});

const wantsGrants = (call: Call) => /permissions|all/.test(call.query.get('expand') ?? '');

function create(call: Call) {
  const { store } = call.site;
  const input = call.body(schemeBody);
  if (store.permissionSchemes.find((scheme) => scheme.name === input.name))
    throw badRequest(`A permission scheme named '${input.name}' exists already.`);
  const scheme = store.permissionSchemes.put({
    id: store.nextId('permissionScheme'),
    name: input.name,
    description: input.description,
    grants: input.permissions.map((grant) => newGrant(call, grant)),
  });
  return created(bean(call, scheme, true));
}

function update(call: Call) {
  const scheme = schemeOf(call);
  const input = call.body(schemeBody.partial());
  const stored = call.site.store.permissionSchemes.put({
    ...scheme,
    name: input.name ?? scheme.name,
    description: input.description ?? scheme.description,
    grants: input.permissions ? input.permissions.map((grant) => newGrant(call, grant)) : scheme.grants,
  });
  return ok(bean(call, stored, true));
}

function addGrant(call: Call) {
  const scheme = schemeOf(call);
  const grant = newGrant(call, call.body(grantBody));
  call.site.store.permissionSchemes.put({ ...scheme, grants: [...scheme.grants, grant] });
  return created(grantBean(call, scheme, grant));
}

function grantOf(call: Call, scheme: PermissionScheme): PermissionGrant {
  const grant = scheme.grants.find((candidate) => String(candidate.id) === call.param('permissionId'));
  if (!grant) throw notFound(`The permission grant ${call.param('permissionId')} does not exist.`);
  return grant;
}

export const permissionSchemeRoutes: readonly Route[] = [
  route('GET', '/permissionscheme', 'user', READ, (call) => {
    const schemes = call.site.store.permissionSchemes.all();
    return ok({ permissionSchemes: schemes.map((scheme) => bean(call, scheme, wantsGrants(call))) }, schemes.length);
  }),
  route('POST', '/permissionscheme', 'admin', MANAGE, create),
  route('GET', '/permissionscheme/{schemeId}', 'user', READ, (call) =>
    ok(bean(call, schemeOf(call), wantsGrants(call))),
  ),
  route('PUT', '/permissionscheme/{schemeId}', 'admin', MANAGE, update),
  route('DELETE', '/permissionscheme/{schemeId}', 'admin', MANAGE, (call) => {
    const scheme = schemeOf(call);
    if (call.site.store.projects.countBy('permissionScheme', scheme.id) > 0)
      throw conflict('The permission scheme is used by projects.');
    call.site.store.permissionSchemes.delete(scheme.id);
    return noContent();
  }),
  route('GET', '/permissionscheme/{schemeId}/permission', 'user', READ, (call) => {
    const scheme = schemeOf(call);
    return ok(
      {
        permissions: scheme.grants.map((grant) => grantBean(call, scheme, grant)),
        expand: 'user,group,projectRole,field,all',
      },
      scheme.grants.length,
      PERSON_WEIGHT,
    );
  }),
  route('POST', '/permissionscheme/{schemeId}/permission', 'admin', MANAGE, addGrant),
  route('GET', '/permissionscheme/{schemeId}/permission/{permissionId}', 'user', READ, (call) => {
    const scheme = schemeOf(call);
    return ok(grantBean(call, scheme, grantOf(call, scheme)), 1, PERSON_WEIGHT);
  }),
  route('DELETE', '/permissionscheme/{schemeId}/permission/{permissionId}', 'admin', MANAGE, (call) => {
    const scheme = schemeOf(call);
    const gone = grantOf(call, scheme);
    call.site.store.permissionSchemes.put({ ...scheme, grants: scheme.grants.filter((grant) => grant !== gone) });
    return noContent();
  }),
  route('GET', '/project/{projectKeyOrId}/permissionscheme', 'user', READ, (call) => {
    const project = visibleProject(call.site, call.actor, call.param('projectKeyOrId'));
    const scheme = call.site.store.permissionSchemes.get(project.permissionSchemeId);
    if (!scheme) throw notFound('The project has no permission scheme.');
    return ok(bean(call, scheme, wantsGrants(call)));
  }),
  route('PUT', '/project/{projectKeyOrId}/permissionscheme', 'user', 'manage:jira-project', (call) => {
    const project = administeredProject(call.site, call.actor, call.param('projectKeyOrId'));
    const { id } = call.body(z.object({ id: idBody }));
    const scheme = call.site.store.permissionSchemes.get(id);
    if (!scheme) throw notFound(`The permission scheme with id ${id} does not exist.`);
    call.site.store.projects.put({ ...project, permissionSchemeId: id });
    return ok(bean(call, scheme, wantsGrants(call)));
  }),
];
