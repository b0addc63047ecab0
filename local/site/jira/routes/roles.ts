import { z } from 'zod';
import { type Call, noContent, ok, type Route, route, self } from '../call';
import { badRequest, conflict, notFound } from '../errors';
import type { Project, Role, RoleActors } from '../model/entities';
import { administeredProject, visibleProject } from '../permissions/access';
import { name } from './bodies';
import { PERSON_WEIGHT } from './users';

const READ = 'read:jira-work';
const MANAGE = 'manage:jira-configuration';

function roleOf(call: Call): Role {
  const role = call.site.store.roles.get(call.param('id'));
  if (!role) throw notFound(`Can not find project role with id ${call.param('id')}.`);
  return role;
}

const actorsOf = (project: Project | null, role: Role): RoleActors =>
  project?.actors[role.id] ?? { users: [], groups: [] };

function bean(call: Call, role: Role, project: Project | null) {
  const { store } = call.site;
  const actors = actorsOf(project, role);
  const path = project ? `/project/${project.id}/role/${role.id}` : `/role/${role.id}`;
  return {
    self: self(call.site, path),
    name: role.name,
    id: Number(role.id),
    description: role.description,
    actors: [
      ...actors.users.map((id) => ({
        id: 0,
        displayName: store.users.get(id)?.displayName ?? '',
        type: 'atlassian-user-role-actor',
        actorUser: { accountId: id },
      })),
      ...actors.groups.map((id) => {
        const group = store.groups.get(id);
        return {
          id: 0,
          displayName: group?.name ?? '',
          type: 'atlassian-group-role-actor',
          name: group?.name ?? '',
          actorGroup: { name: group?.name ?? '', displayName: group?.name ?? '', groupId: id },
        };
      }),
    ],
  };
}

const actorsBody = z.object({
  user: z.array(z.string()).default([]),
  group: z.array(z.string()).default([]),
  groupId: z.array(z.string()).default([]),
});

function addActors(call: Call) {
  const { store } = call.site;
  const project = administeredProject(call.site, call.actor, call.param('projectIdOrKey'));
  const role = roleOf(call);
  const input = call.body(actorsBody);
  const groups = [...input.groupId, ...input.group].map((text) => {
    const group = store.groups.get(text) ?? store.groups.by('name', text.toLowerCase())[0];
    if (!group) throw notFound(`The group '${text}' does not exist.`);
    return group.id;
  });
  const unknown = input.user.find((id) => !store.users.get(id));
  if (unknown !== undefined) throw notFound(`The user '${unknown}' does not exist.`);
  const before = actorsOf(project, role);
  if ([...input.user, ...groups].some((id) => before.users.includes(id) || before.groups.includes(id))) {
    throw badRequest('One of the actors is a member of the project role already.');
  }
  const actors = { users: [...before.users, ...input.user], groups: [...before.groups, ...groups] };
  return ok(bean(call, role, store.projects.put({ ...project, actors: { ...project.actors, [role.id]: actors } })));
}

function removeActor(call: Call) {
  const { store } = call.site;
  const project = administeredProject(call.site, call.actor, call.param('projectIdOrKey'));
  const role = roleOf(call);
  const before = actorsOf(project, role);
  const gone = [
    call.query.get('user'),
    call.query.get('groupId'),
    store.groups.by('name', (call.query.get('group') ?? '').toLowerCase())[0]?.id,
  ];
  const actors = {
    users: before.users.filter((id) => !gone.includes(id)),
    groups: before.groups.filter((id) => !gone.includes(id)),
  };
  if (actors.users.length + actors.groups.length === before.users.length + before.groups.length)
    throw notFound('The actor is not a member of the project role.');
  store.projects.put({ ...project, actors: { ...project.actors, [role.id]: actors } });
  return noContent();
}

const PROJECT = '/project/{projectIdOrKey}/role';

export const roleRoutes: readonly Route[] = [
  route('GET', '/role', 'admin', MANAGE, (call) => {
    const roles = call.site.store.roles.all();
    return ok(
      roles.map((role) => bean(call, role, null)),
      roles.length,
      PERSON_WEIGHT,
    );
  }),
  route('POST', '/role', 'admin', MANAGE, (call) => {
    const input = call.body(z.object({ name, description: z.string().default('') }));
    const { roles } = call.site.store;
    if (roles.find((role) => role.name === input.name))
      throw conflict(`A project role named '${input.name}' exists already.`);
    return ok(bean(call, roles.put({ id: call.site.store.nextId('role'), ...input }), null));
  }),
  route('GET', '/role/{id}', 'admin', MANAGE, (call) => ok(bean(call, roleOf(call), null), 1, PERSON_WEIGHT)),
  route('GET', PROJECT, 'user', READ, (call) => {
    const project = visibleProject(call.site, call.actor, call.param('projectIdOrKey'));
    const roles = call.site.store.roles.all();
    return ok(
      Object.fromEntries(roles.map((role) => [role.name, self(call.site, `/project/${project.id}/role/${role.id}`)])),
      roles.length,
      PERSON_WEIGHT,
    );
  }),
  route('GET', `${PROJECT}/{id}`, 'user', READ, (call) =>
    ok(bean(call, roleOf(call), visibleProject(call.site, call.actor, call.param('projectIdOrKey'))), 1, PERSON_WEIGHT),
  ),
  route('POST', `${PROJECT}/{id}`, 'user', MANAGE, addActors),
  route('DELETE', `${PROJECT}/{id}`, 'user', 'manage:jira-project', removeActor),
];
