import { type Bench, bench, paragraph, person } from './site';

let site: Bench;
let space: { id: string; homepageId: string };
beforeEach(async () => {
  site = bench();
  space = await site.space('AIMS');
});
afterEach(() => site.confluence.close());

test('a new space has a home page; keys are unique whatever their case', async () => {
  const got = await site.done('GET', `/spaces/${space.id}?description-format=plain`);
  expect(got).toMatchObject({ key: 'AIMS', type: 'global', status: 'current', homepageId: space.homepageId });
  expect(await site.done('GET', `/pages/${space.homepageId}`)).toMatchObject({ parentId: null, parentType: null });
  expect((await site.call('POST', '/spaces', { key: 'aims', name: 'Again' })).status).toBe(400);
  expect((await site.call('POST', '/spaces', { key: 'no key', name: 'X' })).status).toBe(400);
  expect((await site.call('POST', '/spaces', { key: 'BOB', name: 'X' }, person('bob'))).status).toBe(404);
  expect((await site.done('GET', '/spaces?keys=aims')).results).toHaveLength(1);
});

test('a page is created below the home page, read as document, storage and view, and at the root when asked', async () => {
  const page = await site.page(space.id, 'AI Policy');
  expect(page).toMatchObject({ status: 'current', parentId: space.homepageId, version: { number: 1 } });
  const read = await site.done('GET', `/pages/${page.id}?body-format=atlas_doc_format`);
  expect(JSON.parse(read.body.atlas_doc_format.value)).toEqual(JSON.parse(paragraph('AI Policy')));
  const view = await site.done('GET', `/pages/${page.id}?body-format=view`);
  expect(view.body.view.value).toBe('<p>AI Policy</p>');
  const root = await site.done('POST', '/pages?root-level=true', { spaceId: space.id, title: 'Top' });
  expect(root.parentId).toBeNull();
});

test.each([
  ['text that is not JSON', 'atlas_doc_format', 'hello'],
  ['JSON that is no document', 'atlas_doc_format', '{"type":"paragraph"}'],
  ['an unknown node', 'atlas_doc_format', '{"type":"doc","version":1,"content":[{"type":"script"}]}'],
  ['a wiki text', 'wiki', 'h1. Hello'],
])('a body of %s is refused', async (_what, representation, value) => {
  const answer = await site.call('POST', '/pages', {
    spaceId: space.id,
    title: 'X',
    body: { representation, value },
  });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ status: 400 }] } });
});

test('titles are unique in a space, whatever their case, and free again after the page is in the trash', async () => {
  const first = await site.page(space.id, 'AI Policy');
  const again = () => site.call('POST', '/pages', { spaceId: space.id, title: 'ai policy' });
  expect(await again()).toMatchObject({
    status: 400,
    body: { errors: [{ title: expect.stringContaining('already') }] },
  });
  const other = await site.space('HR');
  expect((await site.call('POST', '/pages', { spaceId: other.id, title: 'AI Policy' })).status).toBe(200);
  await site.done('DELETE', `/pages/${first.id}`);
  expect((await again()).status).toBe(200);
});

test('an update carries the next number; a stale one is a conflict and changes nothing', async () => {
  const page = await site.page(space.id, 'AI Policy');
  const second = await site.edit(page, 'Second', { version: { number: 2, message: 'After the board' } });
  expect(second).toMatchObject({ status: 200, body: { version: { number: 2, message: 'After the board' } } });
  expect(await site.edit(page, 'Lost')).toMatchObject({ status: 409 });
  expect((await site.edit(page, 'Lost', { version: { number: 9 } })).status).toBe(409);
  expect((await site.edit(page, 'Lost', { version: {} })).status).toBe(400);
  const now = await site.done('GET', `/pages/${page.id}?body-format=atlas_doc_format`);
  expect(now.body.atlas_doc_format.value).toBe(paragraph('Second'));
});

test('every version stays readable with its title, body, message and author', async () => {
  const page = await site.page(space.id, 'AI Policy');
  await site.clock.advance(60_000);
  await site.edit(
    page,
    'Second',
    { title: 'Policy for AI', version: { number: 2, message: 'Renamed' } },
    person('bob'),
  );
  const { results } = await site.done('GET', `/pages/${page.id}/versions?body-format=atlas_doc_format`);
  expect(results.map((one: { number: number; authorId: string }) => [one.number, one.authorId])).toEqual([
    [2, 'bob'],
    [1, 'admin'],
  ]);
  expect(results[1].page).toMatchObject({ title: 'AI Policy' });
  const old = await site.done('GET', `/pages/${page.id}?version=1&body-format=atlas_doc_format`);
  expect(old).toMatchObject({ title: 'AI Policy', status: 'historical', version: { number: 1 } });
  expect(old.body.atlas_doc_format.value).toBe(paragraph('AI Policy'));
  expect(await site.done('GET', `/pages/${page.id}/versions/2`)).toMatchObject({ message: 'Renamed', prevVersion: 1 });
  expect((await site.call('GET', `/pages/${page.id}/versions/3`)).status).toBe(404);
});

test('a page goes to the trash, comes back, and is gone for good when purged', async () => {
  const page = await site.page(space.id, 'AI Policy');
  const child = await site.page(space.id, 'Annex', { parentId: page.id });
  expect((await site.call('DELETE', `/pages/${page.id}?purge=true`)).status).toBe(400);
  await site.done('DELETE', `/pages/${page.id}`);
  expect((await site.done('GET', `/pages/${child.id}`)).parentId).toBe(space.homepageId);
  const list = async (status: string) =>
    (await site.done('GET', `/spaces/${space.id}/pages?status=${status}`)).results.map((one: { id: string }) => one.id);
  expect(await list('trashed')).toEqual([page.id]);
  expect(await list('current')).not.toContain(page.id);
  const restored = await site.edit(page, 'Ignored');
  expect(restored).toMatchObject({ status: 200, body: { status: 'current', version: { number: 1 } } });
  await site.done('DELETE', `/pages/${page.id}`);
  await site.done('DELETE', `/pages/${page.id}?purge=true`);
  expect((await site.call('GET', `/pages/${page.id}`)).status).toBe(404);
});

test('long lists come in pages, by the Link header and by _links.next', async () => {
  for (const number of [1, 2, 3, 4]) await site.page(space.id, `Page ${number}`);
  const titles: string[] = [];
  let path: string | undefined = `/spaces/${space.id}/pages?limit=2&sort=title`;
  while (path !== undefined) {
    const answer = await site.call('GET', path);
    titles.push(...answer.body.results.map((one: { title: string }) => one.title));
    path = answer.body._links.next;
    expect(answer.headers.Link?.includes('rel="next"') ?? false).toBe(path !== undefined);
  }
  expect(titles).toEqual(['Page 1', 'Page 2', 'Page 3', 'Page 4', 'Space AIMS Home']);
  expect((await site.call('GET', '/pages?cursor=nonsense')).status).toBe(400);
  expect((await site.call('GET', '/pages?limit=0')).status).toBe(400);
});

test('the tree: children in order, ancestors from the top, moves with their events', async () => {
  const a = await site.page(space.id, 'A');
  const b = await site.page(space.id, 'B');
  const c = await site.page(space.id, 'C', { parentId: a.id });
  const children = async (id: string) =>
    (await site.done('GET', `/pages/${id}/children`)).results.map((one: { title: string }) => one.title);
  expect(await children(space.homepageId)).toEqual(['A', 'B']);
  expect((await site.done('GET', `/pages/${c.id}/ancestors`)).results.map((one: { id: string }) => one.id)).toEqual([
    space.homepageId,
    a.id,
  ]);
  await site.done('PUT', `/wiki/rest/api/content/${b.id}/move/before/${a.id}`);
  expect(await children(space.homepageId)).toEqual(['B', 'A']);
  await site.done('PUT', `/wiki/rest/api/content/${c.id}/move/append/${b.id}`);
  expect(await children(b.id)).toEqual(['C']);
  expect((await site.call('PUT', `/wiki/rest/api/content/${b.id}/move/append/${c.id}`)).status).toBe(400);
  expect((await site.done('GET', `/pages/${space.homepageId}/descendants`)).results).toMatchObject([
    { title: 'B', depth: 1 },
    { title: 'C', depth: 2 },
    { title: 'A', depth: 1 },
  ]);
  const other = await site.space('HR');
  await site.done('PUT', `/wiki/rest/api/content/${b.id}/move/append/${other.homepageId}`);
  expect((await site.done('GET', `/pages/${c.id}`)).spaceId).toBe(other.id);
});

test('content properties are kept with a version of their own', async () => {
  const page = await site.page(space.id, 'AI Policy');
  const made = await site.done('POST', `/pages/${page.id}/properties`, { key: 'aims', value: { approved: 3 } });
  expect((await site.call('POST', `/pages/${page.id}/properties`, { key: 'aims', value: 1 })).status).toBe(409);
  const path = `/pages/${page.id}/properties/${made.id}`;
  const put = (number: number) => site.call('PUT', path, { key: 'aims', value: { approved: 4 }, version: { number } });
  expect((await put(1)).status).toBe(409);
  expect(await put(2)).toMatchObject({ status: 200, body: { value: { approved: 4 }, version: { number: 2 } } });
  expect((await site.done('GET', `/pages/${page.id}/properties?key=aims`)).results).toHaveLength(1);
  expect((await site.done('GET', `/pages/${page.id}/properties?key=other`)).results).toEqual([]);
  await site.done('DELETE', path);
  expect((await site.call('GET', path)).status).toBe(404);
});
