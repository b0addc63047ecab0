import { notFound } from '../errors';
import type { Page, Restriction, Space, SpaceOperation } from '../model/entities';
import { ADMINISTRATORS_GROUP, type Site } from '../site';
import type { Actor } from './actor';

/**
 * Whether a line of the space's permissions lets the actor do it. The app's own user may do what its scopes cover, in
 * every space (docs/faithfulness/confluence.md).
 */
export function holdsInSpace(
  actor: Actor,
  space: Space,
  operation: SpaceOperation,
  target: 'space' | 'page' = 'space',
): boolean {
  if (actor.isApp) return true;
  return space.permissions.some((permission) => {
    if (permission.operation !== operation || permission.target !== target) return false;
    const { type, id } = permission.subject;
    if (actor.accountId === null) return type === 'anonymous';
    // Somebody who is logged in needs a licence even for what is open to the world.
    if (!actor.licensed) return false;
    return type === 'anonymous' || (type === 'user' ? id === actor.accountId : actor.groupIds.has(id));
  });
}

export const maySeeSpace = (actor: Actor, space: Space): boolean => holdsInSpace(actor, space, 'read');
export const administersSpace = (actor: Actor, space: Space): boolean => holdsInSpace(actor, space, 'administer');

const isRestricted = ({ users, groups }: Restriction): boolean => users.length + groups.length > 0;

function passes(actor: Actor, restriction: Restriction): boolean {
  if (actor.isApp || !isRestricted(restriction)) return true;
  if (actor.accountId === null) return false;
  return restriction.users.includes(actor.accountId) || restriction.groups.some((id) => actor.groupIds.has(id));
}

/** The page's ancestors, the space's top first. */
export function ancestorsOf(site: Site, page: Page): Page[] {
  const found: Page[] = [];
  for (let id = page.parentId; id !== null; ) {
    const parent = site.store.pages.get(id);
    if (!parent) break;
    found.unshift(parent);
    id = parent.parentId;
  }
  return found;
}

/**
 * Whether somebody may view a page: the space lets him, and so does every view restriction from the top of the tree to
 * the page (support.atlassian.com/confluence-cloud/docs/add-or-remove-page-restrictions: view restrictions are inherited).
 * A draft is its author's alone.
 */
export function maySeePage(site: Site, actor: Actor, page: Page): boolean {
  const space = site.store.spaces.get(page.spaceId);
  if (!space || !maySeeSpace(actor, space)) return false;
  if (page.status === 'draft' && page.authorId !== actor.accountId) return false;
  return [...ancestorsOf(site, page), page].every((one) => passes(actor, one.restrictions.read));
}

/** Whether somebody may change a page: he sees it, adds pages in the space, and its edit restriction (not inherited) has him. */
export function mayEditPage(site: Site, actor: Actor, page: Page): boolean {
  const space = site.store.spaces.get(page.spaceId);
  return (
    space !== undefined &&
    maySeePage(site, actor, page) &&
    holdsInSpace(actor, space, 'create', 'page') &&
    passes(actor, page.restrictions.update)
  );
}

/** What somebody may do to a page besides viewing and editing, by the space's permission of that name. */
export function mayDoToPage(
  site: Site,
  actor: Actor,
  page: Page,
  operation: 'delete' | 'archive' | 'restrict_content' | 'administer',
): boolean {
  const space = site.store.spaces.get(page.spaceId);
  if (!space || !maySeePage(site, actor, page) || !passes(actor, page.restrictions.update)) return false;
  const target = operation === 'delete' || operation === 'archive' ? 'page' : 'space';
  return holdsInSpace(actor, space, operation, target);
}

/** The space with that id, if it exists and may be viewed; otherwise 404. */
export function visibleSpace(site: Site, actor: Actor, id: string): Space {
  const space = site.store.spaces.get(id);
  if (!space || !maySeeSpace(actor, space)) throw notFound('The space does not exist or you may not view it.');
  return space;
}

/** As `visibleSpace`, by the key. */
export function visibleSpaceByKey(site: Site, actor: Actor, key: string): Space {
  return visibleSpace(site, actor, site.store.spaces.by('key', key.toLowerCase())[0]?.id ?? '');
}

/** The page with that id, if it exists and may be viewed; otherwise 404, as Confluence tells neither apart. */
export function visiblePage(site: Site, actor: Actor, id: string): Page {
  const page = site.store.pages.get(id);
  if (!page || !maySeePage(site, actor, page)) throw notFound('The page does not exist or you may not view it.');
  return page;
}

/** The page, if the actor may change it; 404 otherwise, as the published description says for both. */
export function editablePage(site: Site, actor: Actor, id: string): Page {
  const page = visiblePage(site, actor, id);
  if (!mayEditPage(site, actor, page)) throw notFound('You may view the page, but not change it.');
  return page;
}

/** Whether somebody may create spaces. */
export function mayCreateSpaces(site: Site, actor: Actor): boolean {
  if (actor.isApp) return true;
  return actor.licensed && [...actor.groupIds].some((id) => site.directory.group(id)?.name === ADMINISTRATORS_GROUP);
}
