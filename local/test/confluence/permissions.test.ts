import type { Caller } from '../../seam';
import { ADMIN, ANONYMOUS, APP, type Bench, bench, person } from './site';

let site: Bench;
let space: { id: string; homepageId: string };
beforeEach(async () => {
  site = bench();
  space = await site.space('AIMS');
});
afterEach(() => site.confluence.close());

const V1 = '/wiki/rest/api';
const ANN = person('ann');
const BOB = person('bob');
const status = async (id: string, caller: Caller) => (await site.call('GET', `/pages/${id}`, undefined, caller)).status;
const titles = async (path: string, caller: Caller) =>
  (await site.done('GET', path, undefined, caller)).results.map((one: { title: string }) => one.title);

test('without a licence nothing is there: not for a customer, not for who has Jira alone, not for the world', async () => {
  const page = await site.page(space.id, 'AI Policy');
  for (const caller of [person('carl'), person('jira-only'), person('nobody'), ANONYMOUS]) {
    expect(await status(page.id, caller)).toBe(404);
    expect(await titles('/pages', caller)).toEqual([]);
    expect((await site.done('GET', '/spaces', undefined, caller)).results).toEqual([]);
    expect((await site.done('GET', `${V1}/search?cql=type=page`, undefined, caller)).results).toEqual([]);
    expect((await site.edit(page, 'Mine', {}, caller)).status).toBeGreaterThanOrEqual(401);
  }
  expect(await status(page.id, BOB)).toBe(200);
});

test('a space is open to the world only when it says so, and then for reading', async () => {
  const page = await site.page(space.id, 'Public policy');
  const path = '/wiki/local/space/AIMS/anonymous';
  expect((await site.call('PUT', path, { allowed: true }, BOB)).status).toBe(404);
  await site.done('PUT', path, { allowed: true });
  expect(await status(page.id, ANONYMOUS)).toBe(200);
  expect((await site.edit(page, 'Mine', {}, ANONYMOUS)).status).toBe(401);
  expect(await status(page.id, person('carl'))).toBe(404);
  await site.done('PUT', path, { allowed: false });
  expect(await status(page.id, ANONYMOUS)).toBe(404);
});

test('a private space is its creator’s until others are let in, by operation', async () => {
  const made = await site.done('POST', `${V1}/space/_private`, { key: 'HR', name: 'People' });
  const page = await site.page(String(made.id), 'Salaries');
  expect(await status(page.id, ANN)).toBe(404);
  const allow = (key: string, target: string) =>
    site.done('POST', `${V1}/space/HR/permission`, {
      subject: { type: 'group', identifier: 'id-of-board' },
      operation: { key, target },
    });
  const read = await allow('read', 'space');
  expect(await status(page.id, ANN)).toBe(200);
  expect(await status(page.id, BOB)).toBe(404);
  expect((await site.edit(page, 'More', {}, ANN)).status).toBe(404);
  await allow('create', 'page');
  expect((await site.edit(page, 'More', {}, ANN)).status).toBe(200);
  expect((await site.call('DELETE', `/pages/${page.id}`, undefined, ANN)).status).toBe(404);
  await site.done('DELETE', `${V1}/space/HR/permission/${read.id}`);
  expect(await status(page.id, ANN)).toBe(404);
  const lines = (await site.done('GET', `/spaces/${made.id}/permissions`)).results;
  const last = lines.find((line: { operation: { key: string } }) => line.operation.key === 'administer');
  expect((await site.call('DELETE', `${V1}/space/HR/permission/${last.id}`)).status).toBe(400);
});

test('a view restriction holds for the page and all below it, in lists, tree and search', async () => {
  const top = await site.page(space.id, 'Board papers');
  const below = await site.page(space.id, 'Board minutes', { parentId: top.id });
  await site.done('PUT', `${V1}/content/${top.id}/restriction`, [
    { operation: 'read', restrictions: { user: [{ accountId: 'admin' }], group: [{ id: 'id-of-board' }] } },
  ]);
  for (const page of [top, below]) {
    expect(await status(page.id, ANN)).toBe(200);
    expect(await status(page.id, BOB)).toBe(404);
    expect((await site.call('GET', `/pages/${page.id}/versions`, undefined, BOB)).status).toBe(404);
    expect((await site.call('GET', `/pages/${page.id}/properties`, undefined, BOB)).status).toBe(404);
    expect((await site.call('GET', `${V1}/content/${page.id}/restriction`, undefined, BOB)).status).toBe(404);
    expect((await site.edit(page, 'x', {}, BOB)).status).toBe(404);
  }
  expect(await titles('/pages?title=Board+minutes', BOB)).toEqual([]);
  expect(await titles(`/pages/${space.homepageId}/children`, BOB)).toEqual([]);
  expect(await titles(`/pages/${space.homepageId}/descendants`, BOB)).toEqual([]);
  expect(await titles(`${V1}/search?cql=title~board`, BOB)).toEqual([]);
  expect(await titles(`${V1}/search?cql=title~board`, ANN)).toEqual(['Board papers', 'Board minutes']);
  await site.done('DELETE', `${V1}/content/${top.id}/restriction`);
  expect(await status(below.id, BOB)).toBe(200);
});

test('an edit restriction lets others read, is not inherited, and nobody locks himself out', async () => {
  const page = await site.page(space.id, 'AI Policy');
  const child = await site.page(space.id, 'Annex', { parentId: page.id });
  const restrict = (accountId: string, caller: Caller) =>
    site.call(
      'POST',
      `${V1}/content/${page.id}/restriction`,
      [{ operation: 'update', restrictions: { user: [{ accountId }] } }],
      caller,
    );
  expect((await restrict('ann', BOB)).status).toBe(400);
  expect((await restrict('admin', ADMIN)).status).toBe(200);
  expect(await status(page.id, BOB)).toBe(200);
  expect((await site.edit(page, 'x', {}, BOB)).status).toBe(404);
  expect((await site.edit(child, 'x', {}, BOB)).status).toBe(200);
  expect((await restrict('nobody', ADMIN)).status).toBe(400);
  const { operations } = await site.done('GET', `/pages/${page.id}/operations`, undefined, BOB);
  expect(operations.map((one: { operation: string }) => one.operation)).toEqual(['read', 'export']);
});

test('a page that is created as private is its author’s', async () => {
  const page = await site.done('POST', '/pages?private=true', { spaceId: space.id, title: 'Draft' }, ANN);
  expect([await status(page.id, ANN), await status(page.id, ADMIN)]).toEqual([200, 404]);
});

test('the permission check answers for a person and says why not', async () => {
  const page = await site.page(space.id, 'Board papers');
  await site.done('PUT', `${V1}/content/${page.id}/restriction`, [
    { operation: 'read', restrictions: { user: [{ accountId: 'admin' }], group: [{ name: 'board' }] } },
  ]);
  const check = (identifier: string, operation = 'read') =>
    site.done('POST', `${V1}/content/${page.id}/permission/check`, {
      subject: { type: 'user', identifier },
      operation,
    });
  expect(await check('ann', 'update')).toMatchObject({ hasPermission: true });
  expect(await check('bob')).toMatchObject({ hasPermission: false });
  expect((await check('carl')).errors[0].translation).toContain('not allowed to use Confluence');
  expect((await check('anonymous')).errors[0].translation).toContain('Anonymous user');
  await site.done('PUT', '/wiki/local/space/AIMS/anonymous', { allowed: true });
  expect(await check('anonymous')).toMatchObject({ hasPermission: false });
  await site.done('DELETE', `${V1}/content/${page.id}/restriction`);
  expect(await check('anonymous')).toMatchObject({ hasPermission: true });
  expect(await check('anonymous', 'update')).toMatchObject({ hasPermission: false });
});

test('the app’s own user sees what its scopes cover, restricted or not', async () => {
  const page = await site.done('POST', '/pages?private=true', { spaceId: space.id, title: 'Draft' }, ANN);
  expect(await status(page.id, APP)).toBe(200);
});

test('a restriction takes in people and groups one by one, says whom it names, and lets them go', async () => {
  const page = await site.page(space.id, 'AI Policy');
  const base = `${V1}/content/${page.id}/restriction/byOperation/update`;
  const admin = `${base}/user?accountId=admin`;
  const board = `${base}/byGroupId/id-of-board`;
  // A restriction that left out who makes it would lock him out.
  expect((await site.call('PUT', board)).status).toBe(400);
  expect((await site.call('GET', admin)).status).toBe(404);
  for (const path of [admin, board]) {
    expect((await site.call('PUT', path)).status).toBe(200);
    expect((await site.call('GET', path)).status).toBe(200);
  }
  expect((await site.edit(page, 'By the board', {}, ANN)).status).toBe(200);
  expect((await site.call('PUT', `${base}/user?accountId=bob`, undefined, BOB)).status).toBe(404);
  expect((await site.call('DELETE', board)).status).toBe(200);
  expect((await site.call('GET', board)).status).toBe(404);
  const again = await site.done('GET', `/pages/${page.id}`);
  expect((await site.edit(again, 'By the board', {}, ANN)).status).toBe(404);
  expect((await site.call('PUT', `${base}/user?accountId=nobody`)).status).toBe(400);
});

test('whoever may not change a page changes none of its properties', async () => {
  const page = await site.page(space.id, 'AI Policy');
  const { id } = await site.done('POST', `/pages/${page.id}/properties`, { key: 'note', value: 1 });
  await site.done('PUT', `${V1}/content/${page.id}/restriction/byOperation/update/user?accountId=admin`);
  const path = `/pages/${page.id}/properties`;
  const next = { key: 'note', value: 2, version: { number: 2 } };
  expect((await site.call('POST', path, { key: 'other', value: 1 }, BOB)).status).toBe(404);
  expect((await site.call('PUT', `${path}/${id}`, next, BOB)).status).toBe(404);
  expect((await site.call('DELETE', `${path}/${id}`, undefined, BOB)).status).toBe(404);
  expect(await site.done('GET', `${path}/${id}`, undefined, BOB)).toMatchObject({ value: 1, version: { number: 1 } });
});
