import { z } from 'zod';
import { type Call, cursorPage, noContent, ok, queryList, type Reply, type Route, v2 } from '../call';
import { badRequest, notFound } from '../errors';
import type { Page, PageVersion } from '../model/entities';
import { bodySchema, documentOf, EMPTY_DOCUMENT } from '../pages/body';
import { changePage, newestVersion, purgePage, restorePage, trashPage } from '../pages/change';
import { createPage, OPEN } from '../pages/create';
import { discardDraft, publishDraft, saveDraft } from '../pages/draft';
import { operationsOn, showBody, showPage, showProperty, showVersion } from '../pages/show';
import { editablePage, holdsInSpace, maySeePage, visiblePage, visibleSpace } from '../permissions/access';
import { labelsOf } from './labels';

const READ = ['read:page:confluence'];
const WRITE = ['write:page:confluence'];

const format = (call: Call) => call.query.get('body-format');

const SORTS: Readonly<Record<string, (call: Call, a: Page, b: Page) => number>> = {
  id: (_call, a, b) => Number(a.id) - Number(b.id),
  title: (_call, a, b) => a.title.localeCompare(b.title),
  'created-date': (_call, a, b) => a.createdAt - b.createdAt || Number(a.id) - Number(b.id),
  'modified-date': (call, a, b) =>
    newestVersion(call.site, a).createdAt - newestVersion(call.site, b).createdAt || Number(a.id) - Number(b.id),
};

/** Sorts by `sort` of the query, `-` in front for descending. */
function sortPages(call: Call, pages: Page[]): Page[] {
  const sort = call.query.get('sort') ?? 'id';
  const compare = SORTS[sort.replace(/^-/, '')];
  if (!compare) throw badRequest(`sort must be one of ${Object.keys(SORTS).join(', ')}, not '${sort}'.`);
  return pages.sort((a, b) => (sort.startsWith('-') ? compare(call, b, a) : compare(call, a, b)));
}

/** Pages that the caller may view, by the filters of the list operations. */
function listed(call: Call, pages: readonly Page[]): Reply {
  const ids = queryList(call, 'id');
  const spaceIds = queryList(call, 'space-id');
  const statuses = queryList(call, 'status');
  const title = call.query.get('title');
  const wanted = statuses.length === 0 ? ['current', 'archived'] : statuses;
  const found = pages
    .filter((page) => ids.length === 0 || ids.includes(page.id))
    .filter((page) => spaceIds.length === 0 || spaceIds.includes(page.spaceId))
    .filter((page) => wanted.includes(page.status) && (title === null || page.title === title))
    .filter((page) => maySeePage(call.site, call.actor, page));
  return cursorPage(call, sortPages(call, found), (page) => showPage(call.site, page, { format: format(call) }));
}

function inSpace(call: Call): Reply {
  const space = visibleSpace(call.site, call.actor, call.param('id'));
  const roots = call.query.get('depth') === 'root';
  return listed(
    call,
    call.site.store.pages.by('space', space.id).filter((page) => !roots || page.parentId === null),
  );
}

function versionOf(call: Call, page: Page, text: string): PageVersion {
  const version = call.site.store.versions.get(`${page.id}/${text}`);
  if (!version) throw notFound(`The page has no version ${text}.`);
  return version;
}

const versionsOf = (call: Call, page: Page) =>
  call.site.store.versions.by('page', page.id).sort((a, b) => b.number - a.number);

const all = (results: readonly unknown[]) => ({ results, meta: { hasMore: false }, _links: {} });

function get(call: Call): Reply {
  const { site, actor, query } = call;
  const page = visiblePage(site, actor, call.param('id'));
  const statuses = queryList(call, 'status');
  if (page.status === 'draft' && query.get('get-draft') !== 'true' && !statuses.includes('draft'))
    throw notFound('The page was never published; ask for its draft with get-draft=true.');
  if (statuses.length > 0 && !statuses.includes(page.status) && !statuses.includes('historical'))
    throw notFound(`The page is ${page.status}.`);
  const number = query.get('version');
  const wants = (name: string) => query.get(name) === 'true';
  const more = {
    ...(wants('include-labels') ? { labels: all(labelsOf(site, page)) } : {}),
    ...(wants('include-properties')
      ? { properties: all(site.store.properties.by('page', page.id).map(showProperty)) }
      : {}),
    ...(wants('include-operations') ? { operations: all(operationsOn(site, actor, page)) } : {}),
    ...(wants('include-versions') ? { versions: all(versionsOf(call, page).map(showVersion)) } : {}),
  };
  const version = number === null ? {} : { version: versionOf(call, page, number) };
  return ok(showPage(site, page, { format: format(call), more, ...version }));
}

const status = z.enum(['current', 'draft']);
const newPage = z.object({
  spaceId: z.string(),
  status: status.default('current'),
  title: z.string().optional(),
  parentId: z.string().optional(),
  body: bodySchema.optional(),
});

function create(call: Call): Reply {
  const { site, actor, query } = call;
  const input = call.body(newPage);
  const space = visibleSpace(site, actor, input.spaceId);
  if (!holdsInSpace(actor, space, 'create', 'page')) throw notFound('You may not create pages in this space.');
  const atRoot = query.get('root-level') === 'true';
  if (atRoot && input.parentId !== undefined) throw badRequest('With root-level=true a page has no parentId.');
  const parentId = atRoot ? null : (input.parentId ?? (space.homepageId || null));
  if (parentId !== null) {
    const parent = visiblePage(site, actor, parentId);
    if (parent.spaceId !== space.id || parent.status !== 'current')
      throw badRequest('The parent must be a current page of the same space.');
  }
  const own = { users: [actor.accountId ?? ''], groups: [] };
  const page = createPage(call, space, {
    status: input.status,
    title: input.title ?? '',
    parentId,
    body: input.body ? documentOf(input.body) : EMPTY_DOCUMENT,
    restrictions: query.get('private') === 'true' ? { read: own, update: own } : { read: OPEN, update: OPEN },
  });
  return ok(showPage(site, page, { format: 'atlas_doc_format' }));
}

/** Ids are numbers for some clients and texts for others. */
const anId = z.union([z.string(), z.number()]).transform(String);
const changed = z.object({
  id: anId,
  status,
  title: z.string(),
  spaceId: anId.optional(),
  parentId: anId.nullish(),
  ownerId: z.string().optional(),
  body: bodySchema,
  version: z.object({ number: z.number().int().optional(), message: z.string().nullish() }),
}) as z.ZodType<{
  id: string;
  status: 'current' | 'draft';
  title: string;
  spaceId?: string | undefined;
  parentId?: string | null | undefined;
  ownerId?: string | undefined;
  body: z.infer<typeof bodySchema>;
  version: { number?: number | undefined; message?: string | null | undefined };
}>;

function update(call: Call): Reply {
  const { site, actor } = call;
  const input = call.body(changed);
  if (input.id !== call.param('id')) throw badRequest('The id of the body is not the id of the address.');
  const page = editablePage(site, actor, input.id);
  if (input.spaceId !== undefined && input.spaceId !== page.spaceId)
    throw badRequest('A page is not moved to another space by an update; use the move operation.');
  if (page.status === 'trashed')
    return ok(showPage(site, restorePage(call, page, input.version.number), { format: 'atlas_doc_format' }));
  if (input.status === 'draft' && page.status !== 'draft')
    throw badRequest('This site keeps drafts of pages that were never published; send the status current.');
  const parentId = input.parentId === undefined || input.parentId === null ? page.parentId : input.parentId;
  if (parentId !== null && parentId !== page.parentId) {
    const parent = visiblePage(site, actor, parentId);
    if (parent.spaceId !== page.spaceId) throw badRequest('The parent must be in the same space.');
  }
  if (page.status === 'draft') {
    const change = { title: input.title, body: documentOf(input.body), number: input.version.number, parentId };
    const message = input.version.message ?? '';
    const kept = input.status === 'draft' ? saveDraft(call, page, change) : publishDraft(call, page, change, message);
    return ok(showPage(site, kept, { format: 'atlas_doc_format' }));
  }
  const next = changePage(call, page, {
    title: input.title,
    body: documentOf(input.body),
    number: input.version.number,
    message: input.version.message ?? '',
    parentId,
    ownerId: input.ownerId,
  });
  return ok(showPage(site, next, { format: 'atlas_doc_format' }));
}

function remove(call: Call): Reply {
  const page = visiblePage(call.site, call.actor, call.param('id'));
  if (call.query.get('draft') === 'true') {
    discardDraft(call, page);
    return noContent();
  }
  if (page.status === 'draft') throw notFound('The page is a draft; discard it with draft=true.');
  if (call.query.get('purge') === 'true') purgePage(call, page.id);
  else trashPage(call, page.id);
  return noContent();
}

function versions(call: Call): Reply {
  const page = visiblePage(call.site, call.actor, call.param('id'));
  const list = versionsOf(call, page);
  if (call.query.get('sort') === 'modified-date') list.reverse();
  return cursorPage(call, list, (version) => ({
    ...showVersion(version),
    page: {
      id: page.id,
      title: version.title,
      ...(format(call) ? { body: showBody(format(call) ?? '', version.body) } : {}),
    },
  }));
}

function oneVersion(call: Call): Reply {
  const page = visiblePage(call.site, call.actor, call.param('page-id'));
  const version = versionOf(call, page, call.param('version-number'));
  return ok({
    ...showVersion(version),
    contentTypeModified: false,
    collaborators: [version.authorId],
    ...(version.number > 1 ? { prevVersion: version.number - 1 } : {}),
    ...(version.number < page.version ? { nextVersion: version.number + 1 } : {}),
  });
}

export const pageRoutes: readonly Route[] = [
  v2('GET', '/pages', READ, (call) => listed(call, call.site.store.pages.all())),
  v2('POST', '/pages', WRITE, create),
  v2('GET', '/spaces/{id}/pages', READ, inSpace),
  v2('GET', '/pages/{id}', READ, get),
  v2('PUT', '/pages/{id}', WRITE, update),
  v2('DELETE', '/pages/{id}', ['delete:page:confluence'], remove),
  v2('GET', '/pages/{id}/versions', READ, versions),
  v2('GET', '/pages/{page-id}/versions/{version-number}', READ, oneVersion),
  v2('GET', '/pages/{id}/operations', READ, (call) =>
    ok({ operations: operationsOn(call.site, call.actor, visiblePage(call.site, call.actor, call.param('id'))) }),
  ),
];
