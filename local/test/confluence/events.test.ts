import { APP, type Bench, bench, person, through } from './site';

let site: Bench;
let space: { id: string; homepageId: string };
beforeEach(async () => {
  site = bench();
  space = await site.space('AIMS');
  site.events.splice(0);
});
afterEach(() => site.confluence.close());

const names = () => site.events.map(({ name }) => name.replace('avi:confluence:', ''));

test('the life of a page, event by event', async () => {
  const page = await site.page(space.id, 'AI Policy');
  const other = await site.page(space.id, 'Other');
  await site.edit(page, 'Second');
  await site.done('PUT', `/wiki/rest/api/content/${page.id}/move/append/${other.id}`);
  const archived = await site.done('POST', '/wiki/rest/api/content/archive', { pages: [{ id: page.id }] });
  await site.clock.advance(2_000);
  expect(await site.done('GET', `/wiki/rest/api/longtask/${archived.id}`)).toMatchObject({ finished: true });
  await site.done('POST', '/wiki/local/content/unarchive', { pages: [{ id: page.id }] });
  await site.done('DELETE', `/pages/${page.id}`);
  const trashed = await site.done('GET', `/pages/${page.id}`);
  await site.edit(trashed, 'Restored');
  await site.done('DELETE', `/pages/${page.id}`);
  await site.done('DELETE', `/pages/${page.id}?purge=true`);
  expect(names()).toEqual(
    [
      'created',
      'created',
      'updated',
      'moved',
      'archived',
      'unarchived',
      'trashed',
      'restored',
      'trashed',
      'deleted',
    ].map((name) => `${name}:page`),
  );
});

test('an event tells page, space, version and who caused it, without names or addresses', async () => {
  const page = await site.page(space.id, 'AI Policy', {}, person('ann'));
  await site.clock.advance(1_000);
  await site.edit(page, 'Second', {}, person('bob'));
  expect(site.events[1]).toMatchObject({
    causedByApp: false,
    payload: {
      atlassianId: 'bob',
      eventCreatedDate: '2026-01-05T09:00:01.000Z',
      updateTrigger: 'edit_page',
      content: {
        id: page.id,
        type: 'page',
        status: 'current',
        title: 'AI Policy',
        space: { id: Number(space.id), key: 'AIMS', status: 'current' },
        history: { createdBy: { accountId: 'ann', displayName: 'ann', email: 'ann' } },
        version: { number: 2, by: { accountId: 'bob' } },
      },
    },
  });
});

test('a move tells where the page was; an order tells the children before and after', async () => {
  const a = await site.page(space.id, 'A');
  const b = await site.page(space.id, 'B');
  const hr = await site.space('HR');
  site.events.splice(0);
  await site.done('PUT', `/wiki/rest/api/content/${b.id}/move/before/${a.id}`);
  await site.done('PUT', `/wiki/rest/api/content/${a.id}/move/append/${hr.homepageId}`);
  expect(site.events).toMatchObject([
    { name: 'avi:confluence:children_reordered:page', payload: { newSortedChildPageIds: [b.id, a.id] } },
    {
      name: 'avi:confluence:moved:page',
      payload: { content: { space: { key: 'HR' } }, prevContent: { space: { key: 'AIMS' } } },
    },
  ]);
});

test('what the app does is its own, as itself and as a user', async () => {
  const page = await site.page(space.id, 'By the app', {}, APP);
  await site.edit(page, 'Second', {}, through('ann'));
  expect(site.events.map(({ causedByApp }) => causedByApp)).toEqual([true, true]);
  expect(site.events[1]?.payload.atlassianId).toBe('ann');
});

test('a refused request publishes nothing and leaves nothing behind', async () => {
  const page = await site.page(space.id, 'AI Policy');
  site.events.splice(0);
  expect((await site.edit(page, 'x', { version: { number: 7 } })).status).toBe(409);
  expect((await site.call('POST', '/pages', { spaceId: space.id, title: 'AI Policy' })).status).toBe(400);
  expect(site.events).toEqual([]);
  expect((await site.done('GET', `/pages/${page.id}/versions`)).results).toHaveLength(1);
});

test('an old version is restored as the newest', async () => {
  const page = await site.page(space.id, 'AI Policy');
  await site.edit(page, 'Second');
  await site.done('POST', `/wiki/rest/api/content/${page.id}/version`, {
    operationKey: 'restore',
    params: { versionNumber: 1, message: 'Back' },
  });
  const now = await site.done('GET', `/pages/${page.id}?body-format=atlas_doc_format`);
  expect(now).toMatchObject({ version: { number: 3, message: 'Back' } });
  expect(now.body.atlas_doc_format.value).toContain('AI Policy');
});
