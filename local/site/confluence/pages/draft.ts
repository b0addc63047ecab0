import type { Call } from '../call';
import { badRequest, conflict, notFound } from '../errors';
import type { Page } from '../model/entities';
import { freeTitle, lastPosition, putVersion } from './create';
import { erasePage } from './erase';
import { publishPage } from './events';

/** A page that was never published: its one version is what its author has written so far, and nobody is told of it. */
export interface DraftChange {
  readonly title: string;
  readonly body: string;
  readonly number: number | undefined;
  readonly parentId: string | null;
}

/** "Update content": the version of a draft is 1, until and when it is published. */
function checkNumber(number: number | undefined): void {
  if (number === undefined) throw badRequest('version.number is required; that of a draft is 1.');
  if (number !== 1) throw conflict('A draft has the version 1; send 1 to save or to publish it.');
}

/** Keeps what has been written, in place of what was there. */
export function saveDraft(call: Call, page: Page, change: DraftChange): Page {
  checkNumber(change.number);
  const { store } = call.site;
  const next = store.pages.put({ ...page, title: change.title.trim(), parentId: change.parentId });
  putVersion(call, next, change.body, '');
  return next;
}

/** Makes a draft a page, whose first version it is; below the home page where its parent has gone. */
export function publishDraft(call: Call, page: Page, change: DraftChange, message: string): Page {
  checkNumber(change.number);
  const { store } = call.site;
  const parent = change.parentId === null ? undefined : store.pages.get(change.parentId);
  const home = store.spaces.get(page.spaceId)?.homepageId ?? null;
  const parentId = change.parentId === null || parent?.status === 'current' ? change.parentId : home;
  const next = store.pages.put({
    ...page,
    status: 'current',
    title: freeTitle(call.site, page.spaceId, change.title, page.id),
    parentId,
    position: lastPosition(call.site, page.spaceId, parentId),
  });
  putVersion(call, next, change.body, message);
  publishPage(call, 'created', next);
  return next;
}

/** Discarded drafts are not sent to the trash ("Delete page"). */
export function discardDraft(call: Call, page: Page): void {
  if (page.status !== 'draft') throw notFound('The page has no draft.');
  erasePage(call.site.store, page);
}
