import { type Call, cursorPage, ok, queryLimit, type Reply, type Route, v1, v2 } from '../call';
import { badRequest, notFound } from '../errors';
import type { Page } from '../model/entities';
import { place, reorder } from '../pages/change';
import { siblings } from '../pages/create';
import { ancestorsOf, editablePage, holdsInSpace, mayEditPage, maySeePage, visiblePage } from '../permissions/access';

/** The children of a page that the caller may view, in their order. */
const childrenOf = (call: Call, page: Page): Page[] =>
  siblings(call.site, page.spaceId, page.id).filter((child) => maySeePage(call.site, call.actor, child));

function children(call: Call): Reply {
  const page = visiblePage(call.site, call.actor, call.param('id'));
  return cursorPage(call, childrenOf(call, page), (child) => ({
    id: child.id,
    status: child.status,
    title: child.title,
    spaceId: child.spaceId,
    childPosition: child.position,
  }));
}

/** The top of the tree first. Only what the caller may view: who sees a page sees its ancestors. */
function ancestors(call: Call): Reply {
  const page = visiblePage(call.site, call.actor, call.param('id'));
  const found = ancestorsOf(call.site, page).slice(-queryLimit(call, 25, 250));
  return ok({ results: found.map(({ id }) => ({ id, type: 'page' })), _links: { base: call.site.base } }, found.length);
}

const DEEPEST = 5;

/** `GET /pages/{id}/descendants`: newer than the description in use; as developer.atlassian.com/cloud/confluence/rest/v2/api-group-descendants. */
function descendants(call: Call): Reply {
  const page = visiblePage(call.site, call.actor, call.param('id'));
  const depth = Number(call.query.get('depth') ?? DEEPEST);
  if (!Number.isInteger(depth) || depth < 1 || depth > DEEPEST) throw badRequest(`depth is 1 to ${DEEPEST}.`);
  const found: { page: Page; depth: number }[] = [];
  const walk = (parent: Page, level: number): void => {
    for (const child of childrenOf(call, parent)) {
      found.push({ page: child, depth: level });
      if (level < depth) walk(child, level + 1);
    }
  };
  walk(page, 1);
  return cursorPage(call, found, ({ page: one, depth: level }) => ({
    id: one.id,
    status: one.status,
    title: one.title,
    type: 'page',
    parentId: one.parentId,
    depth: level,
    childPosition: one.position,
  }));
}

/** `PUT /content/{pageId}/move/{position}/{targetId}`: before or after a page, or below it (append). */
function move(call: Call): Reply {
  const { site, actor } = call;
  const page = editablePage(site, actor, call.param('pageId'));
  const target = visiblePage(site, actor, call.param('targetId'));
  const position = call.param('position');
  const space = site.store.spaces.get(target.spaceId);
  if (!space || !holdsInSpace(actor, space, 'create', 'page')) throw notFound('You may not add pages there.');
  if (target.id === page.id) throw badRequest('A page cannot be moved next to itself.');
  if (position === 'append') {
    if (!mayEditPage(site, actor, target)) throw notFound('You may not add pages below the target.');
    place(call, page, target.spaceId, target.id);
  } else if (position === 'before' || position === 'after') reorder(call, page, target, position);
  else throw badRequest(`The position is before, after or append, not '${position}'.`);
  return ok({ pageId: page.id });
}

export const treeRoutes: readonly Route[] = [
  v2('GET', '/pages/{id}/children', ['read:page:confluence'], children),
  v2('GET', '/pages/{id}/ancestors', ['read:content.metadata:confluence'], ancestors),
  v2('GET', '/pages/{id}/descendants', ['read:hierarchical-content:confluence'], descendants),
  v1(
    'PUT',
    '/content/{pageId}/move/{position}/{targetId}',
    ['write:confluence-content', 'write:page:confluence'],
    move,
  ),
];
