import type { Call } from '../call';
import { badRequest, notFound } from '../errors';
import type { Space, SpaceOperation, SpacePermission, Subject } from '../model/entities';
import { startTask } from '../model/tasks';
import { mayCreateSpaces } from '../permissions/access';
import { LICENSED_GROUP } from '../site';
import { EMPTY_DOCUMENT } from './body';
import { createPage } from './create';
import { erasePage } from './erase';

const KEY = /^[A-Za-z0-9]{1,255}$/;

/** What everybody with a licence may do in a new space, and what its creator may do besides. */
const EVERYBODY: readonly (readonly [SpaceOperation, 'space' | 'page'])[] = [
  ['read', 'space'],
  ['create', 'page'],
  ['export', 'space'],
];
const CREATOR: typeof EVERYBODY = [
  ...EVERYBODY,
  ['delete', 'page'],
  ['archive', 'page'],
  ['restrict_content', 'space'],
  ['administer', 'space'],
];
/** Who creates pages may restrict them. */
const SHARED: typeof EVERYBODY = [...EVERYBODY, ['delete', 'page'], ['archive', 'page'], ['restrict_content', 'space']];

/** A space with its home page. @throws ConfluenceError 400 for a bad key, 404 when the caller may not create spaces */
export function createSpace(
  call: Call,
  given: { key: string; name: string; description: string; isPrivate: boolean },
): Space {
  const { site, actor } = call;
  if (!mayCreateSpaces(site, actor)) throw notFound('You may not create spaces.');
  if (!KEY.test(given.key)) throw badRequest('A space key has 1 to 255 letters and digits.');
  if (given.name.trim() === '') throw badRequest('A space needs a name.');
  if (site.store.spaces.by('key', given.key.toLowerCase()).length > 0)
    throw badRequest(`A space with key ${given.key} already exists.`);
  const lines = (subject: Subject, rights: typeof EVERYBODY): SpacePermission[] =>
    rights.map(([operation, target]) => ({ id: site.store.nextId('permission'), subject, operation, target }));
  const everybody = site.directory.groups().find((group) => group.name === LICENSED_GROUP);
  const draft: Space = {
    id: site.store.nextId('space'),
    key: given.key,
    name: given.name.trim(),
    description: given.description,
    status: 'current',
    authorId: actor.accountId ?? '',
    createdAt: site.clock.now(),
    homepageId: '',
    permissions: [
      ...lines({ type: 'user', id: actor.accountId ?? '' }, CREATOR),
      ...(given.isPrivate || !everybody ? [] : lines({ type: 'group', id: everybody.id }, SHARED)),
    ],
  };
  site.store.spaces.put(draft);
  const home = createPage(call, draft, { title: `${draft.name} Home`, parentId: null, body: EMPTY_DOCUMENT });
  return site.store.spaces.put({ ...draft, homepageId: home.id });
}

/** Removes a space and all its pages; events of the pages are not sent (Confluence has no cascading events). */
export function deleteSpace(call: Call, space: Space): unknown {
  const { store } = call.site;
  for (const page of store.pages.by('space', space.id)) erasePage(store, page);
  store.spaces.delete(space.id);
  return startTask(call, `Delete space ${space.key}`);
}
