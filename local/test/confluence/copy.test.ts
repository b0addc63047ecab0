import { type Bench, bench, paragraph, person } from './site';

let site: Bench;
let space: { id: string; homepageId: string };
let page: { id: string; title: string };
beforeEach(async () => {
  site = bench();
  space = await site.space('AIMS');
  page = await site.page(space.id, 'AI Policy');
  await site.done('POST', `/pages/${page.id}/properties`, { key: 'app.document', value: { kind: 'policy' } });
  await site.done('POST', `/wiki/rest/api/content/${page.id}/label`, [{ prefix: 'global', name: 'approved' }]);
  const board = {
    operation: 'update',
    restrictions: { user: [{ accountId: 'admin' }], group: [{ id: 'id-of-board' }] },
  };
  await site.done('PUT', `/wiki/rest/api/content/${page.id}/restriction`, [board]);
  await attach('plan.txt', 'The plan');
  site.events.length = 0;
});
afterEach(() => site.confluence.close());

const attach = (name: string, text: string) =>
  site.confluence.handle({
    method: 'PUT',
    path: `/wiki/rest/api/content/${page.id}/child/attachment`,
    headers: { 'Content-Type': 'multipart/form-data; boundary=b', 'X-Atlassian-Token': 'nocheck' },
    body: `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n${text}\r\n--b--`,
    caller: person('admin'),
  });
const copy = (destination: object, more: object = {}, caller = person('admin')) =>
  site.call('POST', `/wiki/rest/api/content/${page.id}/copy`, { destination, ...more }, caller);
const under = (id: string) => ({ type: 'parent_page', value: id });
const namesIn = (list: { results: { title?: string; key?: string; name?: string }[] }) =>
  list.results.map(({ title, key, name }) => title ?? key ?? name);
/** What has come along to a page. */
const alongWith = async (id: string) => ({
  properties: namesIn(await site.done('GET', `/pages/${id}/properties`)),
  labels: namesIn(await site.done('GET', `/pages/${id}/labels`)),
  files: namesIn(await site.done('GET', `/pages/${id}/attachments`)),
  editors: (await site.done('GET', `/wiki/rest/api/content/${id}/restriction/byOperation/update`)).restrictions.group
    .size,
});
const EVERYTHING = { copyAttachments: true, copyPermissions: true, copyProperties: true, copyLabels: true };

test('a copy is a new page with the newest body; nothing else comes along unasked', async () => {
  const made = await copy(under(space.homepageId), { pageTitle: 'Copy of AI Policy' });
  expect(made).toMatchObject({
    status: 200,
    body: { type: 'page', title: 'Copy of AI Policy', space: { key: 'AIMS' }, version: { number: 1 } },
  });
  const read = await site.done('GET', `/pages/${made.body.id}?body-format=atlas_doc_format`);
  expect(read).toMatchObject({ parentId: space.homepageId, version: { number: 1 } });
  expect(read.body.atlas_doc_format.value).toBe(paragraph('AI Policy'));
  expect(await alongWith(made.body.id)).toEqual({ properties: [], labels: [], files: [], editors: 0 });
});

test('what is asked for comes along: properties of apps, labels, files and restrictions', async () => {
  await attach('plan.txt', 'The second plan');
  const made = await copy(under(page.id), { pageTitle: 'Copy', ...EVERYTHING });
  expect(await alongWith(made.body.id)).toEqual({
    properties: ['app.document'],
    labels: ['approved'],
    files: ['plan.txt'],
    editors: 1,
  });
  const [property] = (await site.done('GET', `/pages/${made.body.id}/properties`)).results;
  expect(property).toMatchObject({ value: { kind: 'policy' }, version: { number: 1 } });
  const [file] = (await site.done('GET', `/pages/${made.body.id}/attachments`)).results;
  expect(file).toMatchObject({ version: { number: 1 }, fileSize: 'The second plan'.length });
});

test('the events tell of a new page, and of what it was copied from', async () => {
  const made = await copy(under(space.homepageId), { pageTitle: 'Copy' });
  expect(site.events.map(({ name }) => name)).toEqual(['avi:confluence:created:page', 'avi:confluence:copied:page']);
  expect(site.events[1]?.payload).toMatchObject({ originContentId: page.id, content: { id: made.body.id } });
});

test('to a space a copy goes to the top, and may keep its title there', async () => {
  const other = await site.space('OTHER');
  const made = await copy({ type: 'space', value: 'OTHER' });
  expect(made.body.title).toBe('AI Policy');
  expect(await site.done('GET', `/pages/${made.body.id}`)).toMatchObject({ spaceId: other.id, parentId: null });
  expect((await copy({ type: 'space', value: 'AIMS' })).status).toBe(400);
});

test('over a page that exists it becomes the next version', async () => {
  const over = await site.page(space.id, 'Older policy');
  const made = await copy({ type: 'existing_page', value: over.id }, { copyProperties: true });
  expect(made.body).toMatchObject({ id: over.id, title: 'Older policy', version: { number: 2 } });
  expect((await alongWith(over.id)).properties).toEqual(['app.document']);
  await copy({ type: 'existing_page', value: over.id }, { copyProperties: true });
  const [property] = (await site.done('GET', `/pages/${over.id}/properties`)).results;
  expect(property).toMatchObject({ version: { number: 2 } });
});

test('whoever may not see the page, or not write where it goes, copies nothing', async () => {
  const secret = await site.page(space.id, 'Secret');
  const own = { operation: 'read', restrictions: { user: [{ accountId: 'admin' }] } };
  await site.done('PUT', `/wiki/rest/api/content/${secret.id}/restriction`, [own]);
  expect((await copy(under(secret.id), { pageTitle: 'Below' }, person('bob'))).status).toBe(404);
  expect((await copy({ type: 'existing_page', value: secret.id }, {}, person('bob'))).status).toBe(404);
  expect((await copy({ type: 'space', value: 'AIMS' }, { pageTitle: 'Free' }, person('bob'))).status).toBe(200);
  await site.done('DELETE', `/pages/${page.id}`);
  expect((await copy(under(space.homepageId), { pageTitle: 'Late' })).status).toBe(400);
});
