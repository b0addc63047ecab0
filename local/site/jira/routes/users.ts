import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Call, created, noContent, ok, page, queryInteger, queryList, type Route, route } from '../call';
import { badRequest, forbidden, notFound } from '../errors';
import type { User } from '../model/entities';
import { USERS_GROUP } from '../model/groups';
import { hasProject, requireLogin, visibleIssue, visibleProject } from '../permissions/access';
import { personActor } from '../permissions/actor';
import { renderUser } from '../render';
import { groupName } from './groups';

const READ = 'read:jira-user';
const MANAGE = 'manage:jira-configuration';
/** Users, groups and roles cost two points each (rate limiting page). */
export const PERSON_WEIGHT = 2;

const bean = (call: Call, user: User) => ({
  ...renderUser(call.site, user.id),
  timeZone: call.site.timeZone,
  locale: 'en_US',
});

function userOf(call: Call, accountId: string): User {
  const user = call.site.store.users.get(accountId);
  if (!user) throw notFound(`Specified user does not exist or you do not have required permissions: ${accountId}`);
  return user;
}

/** The people whose name or address contains the query, active ones first by name. */
function search(call: Call, text: string): User[] {
  const wanted = text.toLowerCase();
  return call.site.store.users
    .all()
    .filter(
      (user) =>
        user.displayName.toLowerCase().includes(wanted) ||
        user.emailAddress.toLowerCase().startsWith(wanted) ||
        user.id === text,
    )
    .sort((a, b) => a.displayName.localeCompare(b.displayName));
}

function listed(call: Call, users: readonly User[]) {
  const startAt = queryInteger(call, 'startAt', 0);
  const chosen = users.slice(startAt, startAt + queryInteger(call, 'maxResults', 50, 1000));
  return ok(
    chosen.map((user) => bean(call, user)),
    chosen.length,
    PERSON_WEIGHT,
  );
}

/** The people to whom issues of a project, or one issue, can be assigned. */
function assignable(call: Call) {
  const { site, actor, query } = call;
  const issueName = query.get('issueKey') ?? query.get('issueId');
  const issue = issueName === null ? undefined : visibleIssue(site, actor, issueName);
  const project = visibleProject(site, actor, issue?.projectId ?? query.get('project') ?? '');
  const able = (user: User) =>
    user.active &&
    user.accountType === 'atlassian' &&
    hasProject(site, personActor(user.id), 'ASSIGNABLE_USER', project, issue);
  return listed(call, search(call, query.get('query') ?? '').filter(able));
}

const newUser = z.object({
  emailAddress: z.email(),
  displayName: z.string().min(1).optional(),
  products: z.array(z.string()),
});

function addUser(
  call: Call,
  input: { emailAddress: string; displayName?: string | undefined },
  type: User['accountType'],
) {
  const { store } = call.site;
  if (store.users.find((user) => user.emailAddress === input.emailAddress)) {
    throw badRequest(`A user with the e-mail address ${input.emailAddress} exists already.`);
  }
  return store.users.put({
    id: type === 'customer' ? `qm:${randomUUID()}` : `712020:${randomUUID()}`,
    displayName: input.displayName ?? input.emailAddress.replace(/@.*/, ''),
    emailAddress: input.emailAddress,
    active: true,
    accountType: type,
  });
}

function createUser(call: Call) {
  const { store } = call.site;
  const input = call.body(newUser);
  const user = addUser(call, input, 'atlassian');
  const everyone = store.groups.get(USERS_GROUP);
  if (everyone && input.products.length > 0) store.groups.put({ ...everyone, members: [...everyone.members, user.id] });
  return created(bean(call, user));
}

/** A customer of a help centre, whom Jira Service Management's own API would create. */
function createCustomer(call: Call) {
  if (call.actor.throughApp) throw forbidden('An app cannot create customers here.');
  return created(bean(call, addUser(call, call.body(newUser.omit({ products: true })), 'customer')));
}

export const userRoutes: readonly Route[] = [
  route('GET', '/myself', 'user', READ, (call) => {
    const me = userOf(call, requireLogin(call.actor));
    return ok({ ...bean(call, me), emailAddress: me.emailAddress }, 1, PERSON_WEIGHT);
  }),
  route('GET', '/user', 'user', READ, (call) =>
    ok(bean(call, userOf(call, call.query.get('accountId') ?? '')), 1, PERSON_WEIGHT),
  ),
  route('POST', '/user', 'admin', MANAGE, createUser),
  { method: 'POST', path: '/local/jira/customers', scopes: [], access: 'admin', handle: createCustomer },
  route('DELETE', '/user', 'admin', MANAGE, (call) => {
    call.site.store.users.put({ ...userOf(call, call.query.get('accountId') ?? ''), active: false });
    return noContent();
  }),
  route('GET', '/user/bulk', 'user', READ, (call) => {
    const users = queryList(call, 'accountId')
      .map((id) => call.site.store.users.get(id))
      .filter((user) => user !== undefined);
    return page(call, '/user/bulk', users, (user) => bean(call, user), { weight: PERSON_WEIGHT, size: 10, most: 200 });
  }),
  route('GET', '/user/groups', 'user', READ, (call) => {
    const user = userOf(call, call.query.get('accountId') ?? '');
    const groups = call.site.store.groups.by('member', user.id);
    return ok(
      groups.map((value) => groupName(call, value)),
      groups.length,
      PERSON_WEIGHT,
    );
  }),
  route('GET', '/user/search', 'user', READ, (call) => {
    const accountId = call.query.get('accountId');
    if (accountId !== null) return listed(call, [userOf(call, accountId)]);
    return listed(
      call,
      search(call, call.query.get('query') ?? '').filter((user) => user.active),
    );
  }),
  route('GET', '/user/assignable/search', 'user', READ, assignable),
  route('GET', '/users/search', 'user', READ, (call) => listed(call, search(call, ''))),
  route('GET', '/users', 'user', READ, (call) => listed(call, search(call, ''))),
];
