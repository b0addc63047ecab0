import type { Call } from '../call';
import { badRequest, conflict, notFound } from '../errors';
import type { Page } from '../model/entities';
import { ancestorsOf, mayDoToPage, visiblePage } from '../permissions/access';
import type { Site } from '../site';
import { freeTitle, lastPosition, putVersion, siblings } from './create';
import { erasePage } from './erase';
import { contentOf, publishPage } from './events';

export interface PageChange {
  title: string;
  /** The document as JSON text. */
  body: string;
  number: number | undefined;
  message: string;
  parentId: string | null;
  ownerId: string | undefined;
}

/** The newest version of a page as it is stored. */
export function newestVersion(site: Site, page: Page) {
  const version = site.store.versions.get(`${page.id}/${page.version}`);
  if (!version) throw new Error(`Page ${page.id} has no version ${page.version}.`);
  return version;
}

/** Refuses a change that was made on another state than the newest. */
function checkNumber(page: Page, number: number | undefined): void {
  if (number === undefined) throw badRequest('version.number is required: the current number plus one.');
  if (number !== page.version + 1)
    throw conflict(`Version must be incremented on update. Current version is: ${page.version}`);
}

/** Publishes a new version of a page; a change of the parent moves it. */
export function changePage(call: Call, page: Page, change: PageChange): Page {
  checkNumber(page, change.number);
  const { store } = call.site;
  const title = freeTitle(call.site, page.spaceId, change.title, page.id);
  if (change.ownerId !== undefined && !call.site.directory.person(change.ownerId))
    throw badRequest(`There is no account ${change.ownerId}.`);
  const owner = change.ownerId ?? page.ownerId;
  const next: Page = {
    ...page,
    title,
    version: page.version + 1,
    ownerId: owner,
    lastOwnerId: owner === page.ownerId ? page.lastOwnerId : page.ownerId,
  };
  store.pages.put(next);
  putVersion(call, next, change.body, change.message);
  publishPage(call, 'updated', next, { updateTrigger: 'edit_page' });
  return change.parentId === page.parentId ? next : place(call, next, page.spaceId, change.parentId);
}

/** Puts a page below another parent, behind its new siblings, and tells that it moved. */
export function place(call: Call, page: Page, spaceId: string, parentId: string | null): Page {
  const { site } = call;
  if (parentId !== null) {
    const parent = site.store.pages.get(parentId);
    if (parent && [parent, ...ancestorsOf(site, parent)].some((one) => one.id === page.id))
      throw badRequest('A page cannot be moved below itself.');
  }
  const before = contentOf(site, page);
  if (spaceId !== page.spaceId) moveDescendants(site, page, spaceId);
  freeTitle(site, spaceId, page.title, page.id);
  const moved = site.store.pages.put({ ...page, spaceId, parentId, position: lastPosition(site, spaceId, parentId) });
  publishPage(call, 'moved', moved, { prevContent: before });
  return moved;
}

function moveDescendants(site: Site, page: Page, spaceId: string): void {
  for (const child of site.store.pages.by('parent', page.id)) {
    if (child.status !== 'draft') freeTitle(site, spaceId, child.title, child.id);
    site.store.pages.put({ ...child, spaceId });
    moveDescendants(site, child, spaceId);
  }
}

/** Puts a page before or after a sibling of the target's; another parent is a move. */
export function reorder(call: Call, page: Page, target: Page, position: 'before' | 'after'): Page {
  const { site } = call;
  const placed =
    page.parentId === target.parentId && page.spaceId === target.spaceId
      ? page
      : place(call, page, target.spaceId, target.parentId);
  const before = siblings(site, target.spaceId, target.parentId);
  const rest = before.filter((one) => one.id !== page.id);
  const at = rest.findIndex((one) => one.id === target.id) + (position === 'after' ? 1 : 0);
  const after = [...rest.slice(0, at), placed, ...rest.slice(at)];
  for (const [index, one] of after.entries()) site.store.pages.put({ ...one, position: index + 1 });
  const parent = target.parentId === null ? undefined : site.store.pages.get(target.parentId);
  if (parent)
    publishPage(call, 'children_reordered', parent, {
      oldSortedChildPageIds: before.map((one) => one.id),
      newSortedChildPageIds: after.map((one) => one.id),
    });
  return site.store.pages.get(page.id) ?? placed;
}

/** Takes a page out of the trash; its contents stay as they are ("Update page": status). */
export function restorePage(call: Call, page: Page, number: number | undefined): Page {
  checkNumber(page, number);
  const { store } = call.site;
  freeTitle(call.site, page.spaceId, page.title, page.id);
  const parent = page.parentId === null ? undefined : store.pages.get(page.parentId);
  const home = store.spaces.get(page.spaceId)?.homepageId ?? null;
  const parentId = parent?.status === 'current' ? parent.id : home === page.id ? null : home;
  const restored = store.pages.put({
    ...page,
    status: 'current',
    parentId,
    position: lastPosition(call.site, page.spaceId, parentId),
  });
  publishPage(call, 'restored', restored);
  return restored;
}

/** Moves a page to the trash; its children move up to its parent. */
export function trashPage(call: Call, id: string): void {
  const { site } = call;
  const page = visiblePage(site, call.actor, id);
  if (!mayDoToPage(site, call.actor, page, 'delete')) throw notFound('You may view the page, but not delete it.');
  if (page.status === 'trashed')
    throw notFound('The page is in the trash already; delete it for good with purge=true.');
  for (const child of siblings(site, page.spaceId, page.id)) {
    site.store.pages.put({
      ...child,
      parentId: page.parentId,
      position: lastPosition(site, page.spaceId, page.parentId),
    });
  }
  publishPage(call, 'trashed', site.store.pages.put({ ...page, status: 'trashed' }));
}

/** Removes a page of the trash for good, with all that belongs to it. */
export function purgePage(call: Call, id: string): void {
  const { site } = call;
  const { store } = site;
  const page = visiblePage(site, call.actor, id);
  if (page.status !== 'trashed') throw badRequest('Only a page in the trash can be purged; delete it first.');
  if (!mayDoToPage(site, call.actor, page, 'administer')) throw notFound('Only who administers the space may purge.');
  publishPage(call, 'deleted', page);
  for (const child of store.pages.by('parent', page.id)) store.pages.put({ ...child, parentId: page.parentId });
  erasePage(store, page);
}

/** Archives pages, or takes them out of the archive. */
export function setArchived(call: Call, ids: readonly string[], archived: boolean): void {
  const { site } = call;
  for (const id of ids) {
    const page = visiblePage(site, call.actor, id);
    if (!mayDoToPage(site, call.actor, page, 'archive')) throw notFound(`You may view page ${id}, but not archive it.`);
    if (page.status !== (archived ? 'current' : 'archived'))
      throw badRequest(`Page ${id} is ${page.status} and cannot be ${archived ? 'archived' : 'unarchived'}.`);
    const next = site.store.pages.put({ ...page, status: archived ? 'archived' : 'current' });
    publishPage(call, archived ? 'archived' : 'unarchived', next);
  }
}
