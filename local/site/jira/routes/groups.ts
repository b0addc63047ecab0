import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Call, created, ok, page, queryInteger, queryList, type Route, route, self } from '../call';
import { badRequest, conflict, forbidden, notFound } from '../errors';
import type { Group } from '../model/entities';
import { hasGlobal } from '../permissions/access';
import { renderUser } from '../render';

const READ = 'read:jira-user';
const MANAGE = 'manage:jira-configuration';
/** Users, groups and roles cost two points each (rate limiting page). */
const WEIGHT = 2;
/** "Get users from group": between 1 and 50 a page. */
const MEMBERS_A_PAGE = 50;
/** The system property `jira.ajax.autocomplete.limit`, as it is unless an administrator changes it. */
const PICKED = 20;

function group(call: Call): Group {
  const groupId = call.query.get('groupId');
  const name = call.query.get('groupname') ?? '';
  const { groups } = call.site.store;
  const found = groupId === null ? groups.by('name', name.toLowerCase())[0] : groups.get(groupId);
  if (!found) throw notFound(`The group with ${groupId === null ? 'name' : 'id'} '${groupId ?? name}' does not exist.`);
  return found;
}

export const groupName = (call: Call, value: Group) => ({
  name: value.name,
  groupId: value.id,
  self: self(call.site, `/group?groupId=${value.id}`),
});

const groupBean = (call: Call, value: Group) => ({
  ...groupName(call, value),
  expand: 'users',
  users: { size: value.members.length, items: [], 'max-results': 50, 'start-index': 0, 'end-index': 0 },
});

const browsesGroups = (call: Call): boolean => hasGlobal(call.site, call.actor, 'USER_PICKER');

function members(call: Call) {
  if (!browsesGroups(call) && !hasGlobal(call.site, call.actor, 'ADMINISTER'))
    throw forbidden('Browse users and groups permission is required to view the members of a group.');
  const inactive = call.query.get('includeInactiveUsers') === 'true';
  const users = group(call)
    .members.map((id) => call.site.store.users.get(id))
    .filter((user) => user !== undefined)
    .filter((user) => inactive || user.active);
  return page(call, '/group/member', users, (user) => renderUser(call.site, user.id), {
    size: MEMBERS_A_PAGE,
    most: MEMBERS_A_PAGE,
    weight: WEIGHT,
  });
}

/** The name with what was found in it in bold, as HTML: a name is text of people. */
function marked(name: string, text: string): string {
  const at = text === '' ? -1 : name.toLowerCase().indexOf(text.toLowerCase());
  const escaped = (part: string) => part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  if (at < 0) return escaped(name);
  const end = at + text.length;
  return `${escaped(name.slice(0, at))}<b>${escaped(name.slice(at, end))}</b>${escaped(name.slice(end))}`;
}

/** "Find groups": whoever may not browse groups is told of one alone, by its whole name. */
function picker(call: Call) {
  const text = call.query.get('query') ?? '';
  const excluded = queryList(call, 'excludeId');
  const matches = (name: string) =>
    browsesGroups(call) ? name.toLowerCase().includes(text.toLowerCase()) : name === text;
  const found = call.site.store.groups
    .all()
    .filter(({ id, name }) => matches(name) && !excluded.includes(id))
    .sort((a, b) => a.name.localeCompare(b.name));
  const shown = found.slice(0, queryInteger(call, 'maxResults', PICKED, PICKED));
  const groups = shown.map(({ id, name }) => ({ name, html: marked(name, text), labels: [], groupId: id }));
  const header = `Showing ${shown.length} of ${found.length} matching groups`;
  return ok({ header, total: found.length, groups }, shown.length, WEIGHT);
}

export const groupRoutes: readonly Route[] = [
  route('POST', '/group', 'admin', MANAGE, (call) => {
    const { name } = call.body(z.object({ name: z.string().trim().min(1) }));
    const { groups } = call.site.store;
    if (groups.by('name', name.toLowerCase()).length > 0)
      throw badRequest(`A group with the name '${name}' exists already.`);
    return created(groupBean(call, groups.put({ id: randomUUID(), name, members: [] })));
  }),
  route('DELETE', '/group', 'admin', MANAGE, (call) => {
    call.site.store.groups.delete(group(call).id);
    return { status: 200 };
  }),
  route('GET', '/group/bulk', 'user', READ, (call) => {
    if (!browsesGroups(call)) throw forbidden('Browse users and groups permission is required to view groups.');
    const groupIds = queryList(call, 'groupId');
    const names = queryList(call, 'groupName');
    const groups = call.site.store.groups
      .all()
      .filter(
        (value) =>
          (groupIds.length === 0 || groupIds.includes(value.id)) && (names.length === 0 || names.includes(value.name)),
      );
    return page(call, '/group/bulk', groups, (value) => ({ name: value.name, groupId: value.id }), { weight: WEIGHT });
  }),
  route('GET', '/group/member', 'user', MANAGE, members),
  route('GET', '/groups/picker', 'anyone', READ, picker),
  route('POST', '/group/user', 'admin', MANAGE, (call) => {
    const target = group(call);
    const { accountId } = call.body(z.object({ accountId: z.string() }));
    const user = call.site.store.users.get(accountId);
    if (!user) throw notFound(`The user with account ID '${accountId}' does not exist.`);
    if (target.members.includes(user.id))
      throw badRequest(`Cannot add user. '${user.displayName}' is already a member of '${target.name}'`);
    return created(groupBean(call, call.site.store.groups.put({ ...target, members: [...target.members, user.id] })));
  }),
  route('DELETE', '/group/user', 'admin', MANAGE, (call) => {
    const target = group(call);
    const accountId = call.query.get('accountId') ?? '';
    if (!target.members.includes(accountId)) throw conflict(`'${accountId}' is not a member of '${target.name}'.`);
    call.site.store.groups.put({ ...target, members: target.members.filter((id) => id !== accountId) });
    return { status: 200 };
  }),
];
