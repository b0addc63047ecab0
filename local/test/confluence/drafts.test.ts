import { adf, type Bench, bench, paragraph, person } from './site';

let site: Bench;
let space: { id: string; homepageId: string };
beforeEach(async () => {
  site = bench();
  space = await site.space('AIMS');
  site.events.length = 0;
});
afterEach(() => site.confluence.close());

const ann = person('ann');
const begin = (title = 'Begun', caller = ann) => site.page(space.id, title, { status: 'draft' }, caller);
const put = (id: string, status: string, title: string, number = 1, caller = ann) =>
  site.call(
    'PUT',
    `/pages/${id}`,
    { id, status, title, body: adf(paragraph(`Text of ${title}`)), version: { number } },
    caller,
  );
const read = (id: string, caller = ann) =>
  site.call('GET', `/pages/${id}?get-draft=true&body-format=atlas_doc_format`, undefined, caller);

test('a draft is its author’s alone, in no list, tree or search, and no event tells of it', async () => {
  const draft = await begin();
  expect(draft).toMatchObject({ status: 'draft', version: { number: 1 } });
  expect(await read(draft.id)).toMatchObject({ status: 200, body: { status: 'draft', title: 'Begun' } });
  expect((await site.call('GET', `/pages/${draft.id}`, undefined, ann)).status).toBe(404);
  expect((await read(draft.id, person('admin'))).status).toBe(404);
  const idsIn = async (path: string) =>
    (await site.done('GET', path, undefined, ann)).results.map((one: { id: string }) => one.id);
  expect(await idsIn(`/spaces/${space.id}/pages`)).not.toContain(draft.id);
  expect(await idsIn(`/pages/${space.homepageId}/children`)).toEqual([]);
  const found = await site.done('GET', '/wiki/rest/api/search?cql=title="Begun"', undefined, ann);
  expect(found.results).toEqual([]);
  expect(await idsIn('/wiki/local/space/AIMS/drafts')).toEqual([draft.id]);
  expect((await site.done('GET', '/wiki/local/space/AIMS/drafts')).results).toEqual([]);
  expect(site.events).toEqual([]);
});

test('saving again replaces what was there, and its version stays 1', async () => {
  const draft = await begin();
  expect((await put(draft.id, 'draft', 'Better', 2)).status).toBe(409);
  expect(await put(draft.id, 'draft', 'Better')).toMatchObject({
    status: 200,
    body: { status: 'draft', title: 'Better', version: { number: 1 } },
  });
  expect((await read(draft.id)).body.body.atlas_doc_format.value).toBe(paragraph('Text of Better'));
  expect((await put(draft.id, 'draft', 'Not hers', 1, person('bob'))).status).toBe(404);
});

test('published, it is a page at version 1 with one event, and what it says is there for all', async () => {
  const draft = await begin();
  const published = await put(draft.id, 'current', 'Ready');
  expect(published).toMatchObject({
    status: 200,
    body: { status: 'current', title: 'Ready', version: { number: 1 }, parentId: space.homepageId },
  });
  expect(site.events.map(({ name }) => name)).toEqual(['avi:confluence:created:page']);
  expect((await site.call('GET', `/pages/${draft.id}`, undefined, person('bob'))).status).toBe(200);
  expect((await site.edit(published.body, 'Next')).body.version.number).toBe(2);
});

test('its title may be taken or missing until it is published', async () => {
  await site.page(space.id, 'Taken');
  const draft = await begin('Taken');
  expect((await put(draft.id, 'draft', '')).status).toBe(200);
  expect((await put(draft.id, 'current', 'Taken')).status).toBe(400);
  expect((await put(draft.id, 'current', '')).status).toBe(400);
  expect((await put(draft.id, 'current', 'Free')).status).toBe(200);
});

test('where its parent has gone, it is published below the home page', async () => {
  const parent = await site.page(space.id, 'Parent');
  const draft = await site.page(space.id, 'Child', { status: 'draft', parentId: parent.id }, ann);
  await site.done('DELETE', `/pages/${parent.id}`);
  expect((await put(draft.id, 'current', 'Child')).body.parentId).toBe(space.homepageId);
});

test('a draft is discarded for good, and only by saying that it is one', async () => {
  const draft = await begin();
  expect((await site.call('DELETE', `/pages/${draft.id}`, undefined, ann)).status).toBe(404);
  expect((await site.call('DELETE', `/pages/${draft.id}?draft=true`, undefined, person('bob'))).status).toBe(404);
  expect((await site.call('DELETE', `/pages/${draft.id}?draft=true`, undefined, ann)).status).toBe(204);
  expect((await read(draft.id)).status).toBe(404);
  const page = await site.page(space.id, 'Published');
  expect((await site.call('DELETE', `/pages/${page.id}?draft=true`)).status).toBe(404);
  expect((await put(page.id, 'draft', 'Published', 1, person('admin'))).status).toBe(400);
});
