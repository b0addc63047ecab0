import { type Call, cursorPage, type Route } from '../call';
import { showPage } from '../pages/show';
import { maySeePage, visibleSpaceByKey } from '../permissions/access';
import { local } from './content';

/** What the caller has begun to write in a space: no operation of the published REST lists drafts by space. */
function list(call: Call) {
  const { site, actor } = call;
  const space = visibleSpaceByKey(site, actor, call.param('spaceKey'));
  const drafts = site.store.pages
    .by('space', space.id)
    .filter((page) => page.status === 'draft' && maySeePage(site, actor, page));
  return cursorPage(call, drafts, (page) => showPage(site, page));
}

export const draftRoutes: readonly Route[] = [local('GET', '/space/{spaceKey}/drafts', list)];
