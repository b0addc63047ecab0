import { adf, type Bench, bench, paragraph, person } from './site';

let site: Bench;
let page: { id: string };
beforeEach(async () => {
  site = bench();
  page = await site.page((await site.space('AIMS')).id, 'AI Policy');
});
afterEach(() => site.confluence.close());

const ann = person('ann');
const bob = person('bob');
const write = (text: string, where: object = { pageId: page.id }, caller = ann) =>
  site.call('POST', '/footer-comments', { ...where, body: adf(paragraph(text)) }, caller);
const idsIn = async (path: string) => (await site.done('GET', path)).results.map((one: { id: string }) => one.id);

test('comments stand below their page, replies below their comment', async () => {
  const first = await write('Who decides?');
  expect(first).toMatchObject({ status: 201, body: { pageId: page.id, version: { number: 1, authorId: 'ann' } } });
  const second = await write('One more');
  const reply = await write('The board', { parentCommentId: first.body.id }, bob);
  expect(reply.body.parentCommentId).toBe(first.body.id);
  const path = `/pages/${page.id}/footer-comments`;
  expect(await idsIn(path)).toEqual([first.body.id, second.body.id]);
  expect(await idsIn(`${path}?sort=-created-date`)).toEqual([second.body.id, first.body.id]);
  expect(await idsIn(`/footer-comments/${first.body.id}/children`)).toEqual([reply.body.id]);
  const read = await site.done('GET', `/footer-comments/${reply.body.id}?body-format=atlas_doc_format`);
  expect(read.body.atlas_doc_format.value).toBe(paragraph('The board'));
});

test('its author alone changes a comment, one version on', async () => {
  const { id } = (await write('First')).body;
  const put = (number: number, caller = ann) =>
    site.call('PUT', `/footer-comments/${id}`, { version: { number }, body: adf(paragraph('Second')) }, caller);
  expect((await put(3)).status).toBe(409);
  expect((await put(2, bob)).status).toBe(404);
  expect(await put(2)).toMatchObject({ status: 200, body: { version: { number: 2 } } });
});

test('its author or who administers the space deletes it, with its replies', async () => {
  const { id } = (await write('First')).body;
  const reply = (await write('Reply', { parentCommentId: id }, bob)).body;
  expect((await site.call('DELETE', `/footer-comments/${id}`, undefined, bob)).status).toBe(404);
  expect((await site.call('DELETE', `/footer-comments/${id}`)).status).toBe(204);
  for (const gone of [id, reply.id]) expect((await site.call('GET', `/footer-comments/${gone}`)).status).toBe(404);
});

test('comments follow the rights on their page, and go with it', async () => {
  const { id } = (await write('Secret')).body;
  const own = { operation: 'read', restrictions: { user: [{ accountId: 'admin' }] } };
  await site.done('PUT', `/wiki/rest/api/content/${page.id}/restriction`, [own]);
  expect((await site.call('GET', `/footer-comments/${id}`, undefined, bob)).status).toBe(404);
  expect((await write('Late', { pageId: page.id }, bob)).status).toBe(404);
  await site.done('DELETE', `/pages/${page.id}`);
  expect((await write('To the trash', { pageId: page.id }, person('admin'))).status).toBe(400);
  await site.done('DELETE', `/pages/${page.id}?purge=true`);
  expect((await site.call('GET', `/footer-comments/${id}`)).status).toBe(404);
});

test('a comment belongs to a page or to a comment, not to both', async () => {
  const { id } = (await write('First')).body;
  expect((await write('Both', { pageId: page.id, parentCommentId: id })).status).toBe(400);
  expect((await write('Neither', {})).status).toBe(400);
});
