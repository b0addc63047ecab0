import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Call, ok, type Reply, type Route, v1 } from '../call';
import { badRequest, notFound } from '../errors';
import type { Page, Restriction } from '../model/entities';
import { OPEN } from '../pages/create';
import { publishPage } from '../pages/events';
import { mayDoToPage, mayEditPage, maySeePage, visiblePage } from '../permissions/access';
import { type Actor, actorOf, personActor } from '../permissions/actor';
import { listV1 } from './page-v1';
import { showGroup, showUser } from './people';

type Operation = keyof Page['restrictions'];
const OPERATIONS: readonly Operation[] = ['read', 'update'];

const array = (results: readonly unknown[]) => ({ results, start: 0, limit: 100, size: results.length });

/** `ContentRestriction` of one operation. */
function show(call: Call, page: Page, operation: Operation) {
  const { site } = call;
  const { users, groups } = page.restrictions[operation];
  const self = `${site.base}/rest/api/content/${page.id}/restriction/byOperation/${operation}`;
  return {
    operation,
    restrictions: {
      user: array(users.map((id) => showUser(site, id))),
      group: array(
        groups.flatMap((id) => {
          const group = site.directory.group(id);
          return group ? [showGroup(site, group)] : [];
        }),
      ),
    },
    _expandable: { content: `/rest/api/content/${page.id}` },
    _links: { self },
  };
}

function list(call: Call, page: Page): Reply {
  const hash = createHash('sha256').update(JSON.stringify(page.restrictions)).digest('hex');
  return listV1(
    call,
    OPERATIONS,
    (operation) => show(call, page, operation),
    () => ({ restrictionsHash: hash }),
  );
}

const subjects = z.object({
  user: z.array(z.object({ accountId: z.string() }).loose()).default([]),
  group: z.array(z.object({ id: z.string().optional(), name: z.string().optional() }).loose()).default([]),
});
const entry = z.object({
  operation: z.enum(['read', 'update']),
  restrictions: z.union([
    subjects,
    // The shape of an answer, so that what was read can be sent back.
    z
      .object({ user: z.object({ results: subjects.shape.user }), group: z.object({ results: subjects.shape.group }) })
      .transform(({ user, group }) => ({ user: user.results, group: group.results })),
  ]),
});
const body = z.union([
  z.array(entry),
  z.object({ results: z.array(entry) }).transform(({ results }) => results),
]) as z.ZodType<z.infer<typeof entry>[]>;

function restrictable(call: Call): Page {
  const page = visiblePage(call.site, call.actor, call.param('id'));
  if (!mayEditPage(call.site, call.actor, page) || !mayDoToPage(call.site, call.actor, page, 'restrict_content'))
    throw notFound('You may view the page, but not restrict it.');
  return page;
}

/** The given people and groups, all of which must exist. */
function named(call: Call, given: z.infer<typeof subjects>): Restriction {
  const { directory } = call.site;
  const users = given.user.map(({ accountId }) => {
    if (!directory.person(accountId)) throw badRequest(`There is no user with the account id ${accountId}.`);
    return accountId;
  });
  const groups = given.group.map(({ id, name }) => {
    const group = directory.groups().find((one) => (id === undefined ? one.name === name : one.id === id));
    if (!group) throw badRequest(`There is no group ${id ?? name ?? ''}.`);
    return group.id;
  });
  return { users, groups };
}

const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];

/** `add`: what is there stays. Otherwise the named operations are replaced and the others opened. */
const change = (add: boolean) => (call: Call) => {
  const page = restrictable(call);
  const next: Record<Operation, Restriction> = add ? { ...page.restrictions } : { read: OPEN, update: OPEN };
  for (const { operation, restrictions } of call.body(body)) {
    const { users, groups } = named(call, restrictions);
    next[operation] = {
      users: union(next[operation].users, users),
      groups: union(next[operation].groups, groups),
    };
  }
  return list(call, store(call, page, next));
};

function store(call: Call, page: Page, restrictions: Record<Operation, Restriction>): Page {
  const next = call.site.store.pages.put({ ...page, restrictions });
  // Whoever restricts must not lock himself out (documented as the UI's behaviour).
  if (!mayEditPage(call.site, call.actor, next))
    throw badRequest(
      'With these restrictions you could no longer change the page; name yourself or one of your groups.',
    );
  publishPage(call, 'permissions_updated', next);
  return next;
}

/** One person, by `accountId` of the query, or one group, of the address. */
interface One {
  readonly kind: 'users' | 'groups';
  readonly id: string;
}

const userOf = (call: Call): One => {
  const id = call.query.get('accountId') ?? '';
  return { kind: 'users', id: named(call, { user: [{ accountId: id }], group: [] }).users[0] ?? '' };
};
const groupOf = (call: Call): One => {
  const id = call.param('groupId');
  return { kind: 'groups', id: named(call, { user: [], group: [{ id }] }).groups[0] ?? '' };
};

/** Whether the restriction names him; 404 where it does not, as the published description says. */
const isNamed = (oneOf: (call: Call) => One) => (call: Call) => {
  const page = visiblePage(call.site, call.actor, call.param('id'));
  const { kind, id } = oneOf(call);
  if (!page.restrictions[operationOf(call)][kind].includes(id)) throw notFound('The restriction does not name it.');
  return ok(undefined);
};

const putOne = (oneOf: (call: Call) => One, isThere: boolean) => (call: Call) => {
  const page = restrictable(call);
  const operation = operationOf(call);
  const { kind, id } = oneOf(call);
  const rest = page.restrictions[operation][kind].filter((one) => one !== id);
  const next = { ...page.restrictions[operation], [kind]: isThere ? [...rest, id] : rest };
  store(call, page, { ...page.restrictions, [operation]: next });
  return ok(undefined);
};

function operationOf(call: Call): Operation {
  const operation = OPERATIONS.find((name) => name === call.param('operation'));
  if (!operation) throw badRequest(`A page is restricted for read or update, not for '${call.param('operation')}'.`);
  return operation;
}

const check = z.object({
  subject: z.object({ type: z.enum(['user', 'group']), identifier: z.string() }),
  operation: z.enum(['read', 'update', 'delete']),
});

/**
 * Whether somebody may do something with a page: a person by account id, `anonymous` for who is not logged in, or a member
 * of a group, by its id or name, who is in no other ("Check content permissions").
 */
function checkPermission(call: Call): Reply {
  const { site } = call;
  const { subject, operation } = call.body(check);
  const isAnonymous = subject.type === 'user' && subject.identifier === 'anonymous';
  const who = isAnonymous ? 'Anonymous user' : subject.type === 'user' ? 'User' : 'Group';
  const page = site.store.pages.get(call.param('id'));
  if (!page) throw notFound('The page does not exist.');
  const actor = subjectOf(call, subject, isAnonymous);
  const refused = (translation: string) =>
    ok({ hasPermission: false, errors: [{ translation, args: [] }], _links: {} });
  if (!actor.licensed && !isAnonymous) return refused('User is not allowed to use Confluence');
  const may = {
    read: maySeePage(site, actor, page),
    update: mayEditPage(site, actor, page),
    delete: mayDoToPage(site, actor, page, 'delete'),
  };
  return may[operation]
    ? ok({ hasPermission: true, errors: [], _links: {} })
    : refused(`${who} does not have permission to the content`);
}

function subjectOf(call: Call, subject: z.infer<typeof check>['subject'], isAnonymous: boolean): Actor {
  if (isAnonymous) return actorOf(call.site, { kind: 'anonymous' });
  return subject.type === 'user' ? personActor(call.site, subject.identifier) : groupActor(call, subject.identifier);
}

function groupActor(call: Call, id: string): Actor {
  const { directory } = call.site;
  const group = directory.group(id) ?? directory.groups().find(({ name }) => name === id);
  if (!group) throw badRequest(`There is no group ${id}.`);
  return { ...personActor(call.site, ''), licensed: true, groupIds: new Set([group.id]) };
}

const BASE = '/content/{id}/restriction';
const READ = ['read:confluence-content.all', 'read:content.restriction:confluence'] as const;
const WRITE = ['write:confluence-content', 'write:content.restriction:confluence'] as const;

const one = (end: string, oneOf: (call: Call) => One): Route[] => {
  const path = `${BASE}/byOperation/{operation}${end}`;
  return [
    v1('GET', path, READ, isNamed(oneOf)),
    v1('PUT', path, WRITE, putOne(oneOf, true)),
    v1('DELETE', path, WRITE, putOne(oneOf, false)),
  ];
};

export const restrictionRoutes: readonly Route[] = [
  v1('GET', BASE, READ, (call) => list(call, visiblePage(call.site, call.actor, call.param('id'))), 'anyone'),
  v1('POST', BASE, WRITE, change(true)),
  v1('PUT', BASE, WRITE, change(false)),
  v1('DELETE', BASE, WRITE, (call) => list(call, store(call, restrictable(call), { read: OPEN, update: OPEN }))),
  v1('GET', `${BASE}/byOperation`, READ, (call) => {
    const page = visiblePage(call.site, call.actor, call.param('id'));
    return ok({ read: show(call, page, 'read'), update: show(call, page, 'update') });
  }),
  v1('GET', `${BASE}/byOperation/{operation}`, READ, (call) =>
    ok(show(call, visiblePage(call.site, call.actor, call.param('id')), operationOf(call))),
  ),
  ...one('/user', userOf),
  ...one('/byGroupId/{groupId}', groupOf),
  v1(
    'POST',
    '/content/{id}/permission/check',
    ['read:confluence-content.permission', 'read:content.permission:confluence'],
    checkPermission,
  ),
];
