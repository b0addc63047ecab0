import { z } from 'zod';
import { type Call, noContent, ok, type Reply, type Route, v1 } from '../call';
import { notFound } from '../errors';
import { showTask, startTask } from '../model/tasks';
import { changePage, setArchived } from '../pages/change';
import { administersSpace, editablePage, visibleSpaceByKey } from '../permissions/access';
import { isoTime } from '../site';
import { showUser } from './people';

const pages = z.object({
  pages: z
    .array(z.object({ id: z.union([z.string(), z.number()]).transform(String) }))
    .min(1)
    .max(300),
});

/** `POST /content/archive`: a task; here its work is done at once. */
function archive(call: Call): Reply {
  const input = call.body(pages as z.ZodType<{ pages: { id: string }[] }>);
  setArchived(
    call,
    input.pages.map(({ id }) => id),
    true,
  );
  return { status: 202, body: startTask(call, 'Archive pages') };
}

const restore = z.object({
  operationKey: z.literal('restore'),
  params: z.object({
    versionNumber: z.number().int(),
    message: z.string().default(''),
    restoreTitle: z.boolean().default(false),
  }),
});

/** `POST /content/{id}/version`: an old version's content becomes the newest version. */
function restoreVersion(call: Call): Reply {
  const page = editablePage(call.site, call.actor, call.param('id'));
  const { params } = call.body(restore as z.ZodType<z.infer<typeof restore>>);
  const old = call.site.store.versions.get(`${page.id}/${params.versionNumber}`);
  if (!old) throw notFound(`The page has no version ${params.versionNumber}.`);
  const next = changePage(call, page, {
    title: params.restoreTitle ? old.title : page.title,
    body: old.body,
    number: page.version + 1,
    message: params.message,
    parentId: page.parentId,
    ownerId: undefined,
  });
  const version = call.site.store.versions.get(`${next.id}/${next.version}`);
  return ok({
    by: showUser(call.site, version?.authorId ?? ''),
    when: isoTime(version?.createdAt ?? 0),
    friendlyWhen: '',
    message: version?.message ?? '',
    number: next.version,
    minorEdit: false,
    _expandable: {},
    _links: {},
  });
}

/** Who may view a space without logging in: Confluence has no public REST for it. */
function openToWorld(call: Call): Reply {
  const { store } = call.site;
  const space = visibleSpaceByKey(call.site, call.actor, call.param('spaceKey'));
  if (!administersSpace(call.actor, space)) throw notFound('Only who administers the space may open it to the world.');
  const { allowed } = call.body(z.object({ allowed: z.boolean() }));
  const rest = space.permissions.filter(({ subject }) => subject.type !== 'anonymous');
  const open = {
    id: store.nextId('permission'),
    subject: { type: 'anonymous', id: '' },
    operation: 'read',
    target: 'space',
  } as const;
  store.spaces.put({ ...space, permissions: allowed ? [...rest, open] : rest });
  return noContent();
}

/** Routes of this site alone, for what people do in Confluence's own screens; apps cannot call them. */
export const local = (method: Route['method'], path: string, handle: Route['handle']): Route => ({
  method,
  path: `/wiki/local${path}`,
  scopes: [['no scope gives this']],
  access: 'user',
  handle,
});

const WRITE = ['write:confluence-content', 'write:page:confluence'] as const;

export const contentRoutes: readonly Route[] = [
  v1('POST', '/content/archive', WRITE, archive),
  v1('POST', '/content/{id}/version', WRITE, restoreVersion),
  v1('GET', '/longtask/{id}', ['read:confluence-content.summary', 'read:content.metadata:confluence'], (call) =>
    ok(showTask(call, call.param('id'))),
  ),
  local('POST', '/content/unarchive', (call) => {
    const input = call.body(pages as z.ZodType<{ pages: { id: string }[] }>);
    setArchived(
      call,
      input.pages.map(({ id }) => id),
      false,
    );
    return noContent();
  }),
  local('GET', '/space/{spaceKey}/anonymous', (call) => {
    const space = visibleSpaceByKey(call.site, call.actor, call.param('spaceKey'));
    return ok({ allowed: space.permissions.some(({ subject }) => subject.type === 'anonymous') });
  }),
  local('PUT', '/space/{spaceKey}/anonymous', openToWorld),
];
