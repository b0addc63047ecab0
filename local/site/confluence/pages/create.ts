import type { Call } from '../call';
import { badRequest } from '../errors';
import type { Page, Restriction, Space } from '../model/entities';
import { titleKey } from '../model/store';
import type { Site } from '../site';
import { publishPage } from './events';

const LONGEST_TITLE = 255;
export const OPEN: Restriction = { users: [], groups: [] };

/** The title, trimmed. @throws ConfluenceError 400 when it is empty, too long or taken in the space */
export function freeTitle(site: Site, spaceId: string, title: string, own: string | null = null): string {
  const text = title.trim();
  if (text === '') throw badRequest('A page needs a title.');
  if (text.length > LONGEST_TITLE) throw badRequest(`A title has at most ${LONGEST_TITLE} characters.`);
  if (site.store.pages.by('title', titleKey(spaceId, text)).some((page) => page.id !== own))
    throw badRequest(`A page with this title already exists: A page already exists with the same TITLE in this space`);
  return text;
}

export const siblings = (site: Site, spaceId: string, parentId: string | null): Page[] =>
  (parentId === null
    ? site.store.pages.by('space', spaceId).filter((page) => page.parentId === null)
    : site.store.pages.by('parent', parentId)
  )
    .filter((page) => page.status === 'current')
    .sort((a, b) => a.position - b.position);

/** The position behind all siblings. */
export const lastPosition = (site: Site, spaceId: string, parentId: string | null): number =>
  (siblings(site, spaceId, parentId).at(-1)?.position ?? 0) + 1;

/** Stores a page with its first version and tells of it. */
export function createPage(
  call: Call,
  space: Space,
  given: {
    title: string;
    parentId: string | null;
    body: string;
    status?: 'current' | 'draft';
    restrictions?: Page['restrictions'];
  },
): Page {
  const { store, clock } = call.site;
  const authorId = call.actor.accountId ?? '';
  const now = clock.now();
  const page: Page = {
    id: store.nextId('content'),
    spaceId: space.id,
    status: given.status ?? 'current',
    // A draft may lack a title, or have one that is taken.
    title: given.status === 'draft' ? given.title.trim() : freeTitle(call.site, space.id, given.title),
    parentId: given.parentId,
    position: lastPosition(call.site, space.id, given.parentId),
    authorId,
    ownerId: authorId,
    lastOwnerId: null,
    createdAt: now,
    version: 1,
    restrictions: given.restrictions ?? { read: OPEN, update: OPEN },
    labelIds: [],
  };
  store.pages.put(page);
  putVersion(call, page, given.body, '');
  publishPage(call, 'created', page);
  return page;
}

/** Stores the newest version of a page as it stands. */
export function putVersion(call: Call, page: Page, body: string, message: string): void {
  call.site.store.versions.put({
    id: `${page.id}/${page.version}`,
    pageId: page.id,
    number: page.version,
    title: page.title,
    body,
    message,
    authorId: call.actor.accountId ?? '',
    createdAt: call.site.clock.now(),
  });
}
