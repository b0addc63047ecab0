import { z } from 'zod';
import type { PeopleGroup, Person } from '../../../seam';
import { type Call, ok, type Reply, type Route, v1, v2 } from '../call';
import { forbidden, notFound } from '../errors';
import { GUESTS_GROUP, type Site } from '../site';
import { listV1 } from './page-v1';

/** People and groups cost two points each (rate limiting page). */
const WEIGHT = 2;

const picture = (accountId: string) => ({
  path: `/wiki/aa-avatar/${encodeURIComponent(accountId)}`,
  width: 48,
  height: 48,
  isDefault: true,
});

const isGuest = (site: Site, accountId: string): boolean =>
  site.directory.groupsOf(accountId).some(({ name }) => name === GUESTS_GROUP);

/** `User` of version 1. The e-mail address is hidden, as people's default is. */
export function showUser(site: Site, accountId: string): Record<string, unknown> {
  const person = site.directory.person(accountId);
  if (!person) return { type: 'unknown', accountId, accountType: '', publicName: 'Unknown user' };
  return {
    type: 'known',
    accountId,
    accountType: person.accountType === 'app' ? 'app' : 'atlassian',
    email: '',
    publicName: person.displayName,
    displayName: person.displayName,
    profilePicture: picture(accountId),
    isExternalCollaborator: isGuest(site, accountId),
    _links: { self: `${site.base}/rest/api/user?accountId=${encodeURIComponent(accountId)}` },
  };
}

/** `Group` of version 1. */
export const showGroup = (site: Site, group: PeopleGroup) => ({
  type: 'group',
  name: group.name,
  id: group.id,
  _links: { self: `${site.base}/rest/api/group/by-id?id=${encodeURIComponent(group.id)}` },
});

/** People whom Confluence knows: those with a licence, and apps. Customers of a help centre are none. */
function known(call: Call, accountId: string): Person {
  const person = call.site.directory.person(accountId);
  if (!person || person.accountType === 'customer')
    throw notFound(`There is no user with the account id ${accountId}.`);
  return person;
}

function groupOf(call: Call, id: string): PeopleGroup {
  const group = call.site.directory.group(id);
  if (!group) throw notFound(`There is no group with the id ${id}.`);
  return group;
}

/** `POST /users-bulk`: unknown accounts are left out. */
function bulk(call: Call): Reply {
  const { accountIds } = call.body(z.object({ accountIds: z.array(z.string()).min(1).max(250) }));
  const { directory, base } = call.site;
  const people = [...new Set(accountIds)]
    .map((id) => directory.person(id))
    .filter((person) => person !== undefined)
    .filter((person) => person.accountType !== 'customer');
  const results = people.map((person) => ({
    displayName: person.displayName,
    timeZone: 'UTC',
    isExternalCollaborator: isGuest(call.site, person.accountId),
    accountStatus: person.active ? 'active' : 'inactive',
    accountId: person.accountId,
    email: '',
    accountType: person.accountType,
    publicName: person.displayName,
    profilePicture: { path: picture(person.accountId).path, isDefault: true },
  }));
  return ok({ results, _links: { base } }, results.length, WEIGHT);
}

function members(call: Call): Reply {
  const group = groupOf(call, call.param('groupId'));
  return listV1(call, group.members, (id) => showUser(call.site, id), undefined, WEIGHT);
}

const READ_USERS = ['read:confluence-user', 'read:content-details:confluence'] as const;
const READ_GROUPS = ['read:confluence-groups', 'read:group:confluence'] as const;

export const peopleRoutes: readonly Route[] = [
  v2('POST', '/users-bulk', ['read:user:confluence'], bulk, 'user'),
  v1(
    'GET',
    '/user/current',
    READ_USERS,
    (call) => {
      if (call.actor.accountId === null)
        return ok({ type: 'anonymous', displayName: 'Anonymous', profilePicture: picture('anonymous') }, 1, WEIGHT);
      if (!call.actor.licensed) throw forbidden('Current user not permitted to use Confluence');
      return ok(showUser(call.site, call.actor.accountId), 1, WEIGHT);
    },
    'anyone',
  ),
  v1('GET', '/user', READ_USERS, (call) => {
    const person = known(call, call.query.get('accountId') ?? '');
    return ok(showUser(call.site, person.accountId), 1, WEIGHT);
  }),
  v1('GET', '/user/memberof', ['read:confluence-user', 'read:group:confluence', 'read:user:confluence'], (call) => {
    const person = known(call, call.query.get('accountId') ?? '');
    const groups = call.site.directory.groupsOf(person.accountId);
    return listV1(call, groups, (group) => showGroup(call.site, group), undefined, WEIGHT);
  }),
  v1('GET', '/group', READ_GROUPS, (call) =>
    listV1(call, call.site.directory.groups(), (group) => showGroup(call.site, group), undefined, WEIGHT),
  ),
  v1('GET', '/group/by-id', READ_GROUPS, (call) =>
    ok(showGroup(call.site, groupOf(call, call.query.get('id') ?? '')), 1, WEIGHT),
  ),
  v1('GET', '/group/picker', READ_GROUPS, (call) => {
    const text = (call.query.get('query') ?? '').toLowerCase();
    const groups = call.site.directory.groups().filter((group) => group.name.toLowerCase().includes(text));
    return listV1(call, groups, (group) => showGroup(call.site, group), undefined, WEIGHT);
  }),
  v1(
    'GET',
    '/group/{groupId}/membersByGroupId',
    ['read:confluence-groups', 'read:group:confluence', 'read:user:confluence'],
    members,
  ),
];
