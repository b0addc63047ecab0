import { z } from 'zod';
import { type Call, cursorPage, noContent, ok, queryList, type Reply, type Route, v1, v2 } from '../call';
import { badRequest, forbidden, notFound } from '../errors';
import type { Space } from '../model/entities';
import { createSpace, deleteSpace } from '../pages/space';
import { administersSpace, holdsInSpace, maySeeSpace, visibleSpace, visibleSpaceByKey } from '../permissions/access';
import { isoTime } from '../site';
import { showSpaceV1 } from './space-v1';

const READ = ['read:space:confluence'];

/** `SpaceBulk`; a single space carries the address of the site too. */
function show(call: Call, space: Space, more: Record<string, unknown> = {}) {
  const described = call.query.get('description-format') !== null;
  return {
    id: space.id,
    key: space.key,
    name: space.name,
    type: 'global',
    status: space.status,
    authorId: space.authorId,
    createdAt: isoTime(space.createdAt),
    homepageId: space.homepageId,
    ...(described ? { description: { plain: { representation: 'plain', value: space.description } } } : {}),
    ...more,
    _links: { webui: `/spaces/${space.key}`, base: call.site.base },
  };
}

function list(call: Call): Reply {
  const ids = queryList(call, 'ids');
  const keys = queryList(call, 'keys').map((key) => key.toLowerCase());
  const type = call.query.get('type');
  const status = call.query.get('status');
  const spaces = call.site.store.spaces
    .all()
    .filter((space) => maySeeSpace(call.actor, space))
    .filter((space) => ids.length === 0 || ids.includes(space.id))
    .filter((space) => keys.length === 0 || keys.includes(space.key.toLowerCase()))
    .filter((space) => (type === null || type === 'global') && (status === null || status === space.status));
  return cursorPage(call, sorted(spaces, call.query.get('sort')), (space) => show(call, space));
}

function sorted(spaces: Space[], sort: string | null): Space[] {
  const field = (sort ?? 'id').replace(/^-/, '');
  if (!['id', 'key', 'name'].includes(field)) throw badRequest(`sort must be id, key or name, not '${sort}'.`);
  const compare = (a: Space, b: Space) =>
    field === 'id' ? Number(a.id) - Number(b.id) : a[field as 'key' | 'name'].localeCompare(b[field as 'key' | 'name']);
  return spaces.sort((a, b) => (sort?.startsWith('-') ? compare(b, a) : compare(a, b)));
}

const OPERATIONS = [
  ['read', 'space'],
  ['administer', 'space'],
  ['export', 'space'],
  ['restrict_content', 'space'],
  ['create', 'page'],
  ['delete', 'page'],
  ['archive', 'page'],
] as const;

const operations = (call: Call, space: Space) =>
  OPERATIONS.filter(([operation, target]) => holdsInSpace(call.actor, space, operation, target)).map(
    ([operation, targetType]) => ({ operation, targetType }),
  );

/** `SpacePermissionAssignment`; access without a login has no principal here and is told by `GET /local/confluence/spaces`. */
const permissions = (space: Space) =>
  space.permissions
    .filter(({ subject }) => subject.type !== 'anonymous')
    .map(({ id, subject, operation, target }) => ({
      id,
      principal: { type: subject.type, id: subject.id },
      operation: { key: operation, targetType: target },
    }));

const all = (results: readonly unknown[]) => ({ results, meta: { hasMore: false }, _links: {} });

function get(call: Call): Reply {
  const space = visibleSpace(call.site, call.actor, call.param('id'));
  const wants = (name: string) => call.query.get(name) === 'true';
  return ok(
    show(call, space, {
      ...(wants('include-operations') ? { operations: all(operations(call, space)) } : {}),
      ...(wants('include-permissions') ? { permissions: all(permissions(space)) } : {}),
    }),
  );
}

const description = z.object({ value: z.string().default(''), representation: z.string().default('plain') }).optional();
const newSpace = z.object({
  name: z.string(),
  key: z.string().optional(),
  alias: z.string().optional(),
  description,
  roleAssignments: z.unknown().optional(),
});

/** Version 2 calls a space by key or alias; here both are the key. */
function create(call: Call): Reply {
  const input = call.body(newSpace);
  if (input.roleAssignments !== undefined)
    throw badRequest('This site has no space roles; create the space without roleAssignments and set its permissions.');
  const space = createSpace(call, {
    key: input.key ?? input.alias ?? '',
    name: input.name,
    description: input.description?.value ?? '',
    isPrivate: false,
  });
  return { status: 201, body: show(call, space) };
}

const newSpaceV1 = z.object({
  key: z.string(),
  name: z.string(),
  description: z.object({ plain: z.object({ value: z.string() }) }).nullish(),
});

const createV1 = (isPrivate: boolean) => (call: Call) => {
  const input = call.body(newSpaceV1);
  return ok(
    showSpaceV1(
      call,
      createSpace(call, {
        key: input.key,
        name: input.name,
        description: input.description?.plain.value ?? '',
        isPrivate,
      }),
    ),
  );
};

const permission = z.object({
  subject: z.object({ type: z.enum(['user', 'group']), identifier: z.string() }),
  operation: z.object({
    key: z.enum(['read', 'create', 'delete', 'archive', 'restrict_content', 'administer', 'export']),
    target: z.enum(['space', 'page']),
  }),
});

function administered(call: Call): Space {
  const space = visibleSpaceByKey(call.site, call.actor, call.param('spaceKey'));
  if (!administersSpace(call.actor, space)) throw forbidden('Only who administers the space may do this.');
  return space;
}

function addPermission(call: Call): Reply {
  const space = administered(call);
  const { subject, operation } = call.body(permission);
  const { directory, store } = call.site;
  const known = subject.type === 'user' ? directory.person(subject.identifier) : directory.group(subject.identifier);
  if (!known) throw notFound(`There is no ${subject.type} ${subject.identifier}; a group is named by its id.`);
  const added = {
    id: store.nextId('permission'),
    subject: { type: subject.type, id: subject.identifier },
    operation: operation.key,
    target: operation.target,
  };
  store.spaces.put({ ...space, permissions: [...space.permissions, added] });
  return ok({ id: Number(added.id), subject, operation, _links: {} });
}

function removePermission(call: Call): Reply {
  const space = administered(call);
  const rest = space.permissions.filter(({ id }) => id !== call.param('id'));
  if (rest.length === space.permissions.length) throw notFound('The space has no such permission.');
  if (!rest.some(({ operation }) => operation === 'administer'))
    throw badRequest('Somebody must keep the right to administer the space.');
  call.site.store.spaces.put({ ...space, permissions: rest });
  return noContent();
}

const V1_WRITE = ['write:confluence-space', 'write:space:confluence'] as const;
const V1_PERMIT = ['write:confluence-space', 'write:space.permission:confluence'] as const;

export const spaceRoutes: readonly Route[] = [
  v2('GET', '/spaces', READ, list),
  v2('POST', '/spaces', ['write:space:confluence'], create),
  v2('GET', '/spaces/{id}', READ, get),
  v2('GET', '/spaces/{id}/operations', READ, (call) =>
    ok({ operations: operations(call, visibleSpace(call.site, call.actor, call.param('id'))) }),
  ),
  v2(
    'GET',
    '/spaces/{id}/permissions',
    READ,
    (call) =>
      cursorPage(call, permissions(visibleSpace(call.site, call.actor, call.param('id'))), (one) => one, { weight: 2 }),
    'user',
  ),
  v1('POST', '/space', V1_WRITE, createV1(false)),
  v1('POST', '/space/_private', V1_WRITE, createV1(true)),
  v1('DELETE', '/space/{spaceKey}', ['write:confluence-space', 'delete:space:confluence'], (call) => {
    const task = deleteSpace(call, administered(call));
    return { status: 202, body: task };
  }),
  v1('POST', '/space/{spaceKey}/permission', V1_PERMIT, addPermission),
  v1('DELETE', '/space/{spaceKey}/permission/{id}', V1_PERMIT, removePermission),
];
