import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Caller } from '../../seam';
import { UPLOAD_LIMIT } from '../../site/confluence/attachments/change';
import { openDatabase } from '../../sqlite';
import { ADMIN, APP, type Bench, bench, person } from './site';

let site: Bench;
let page: { id: string };
beforeEach(async () => {
  site = bench();
  page = await site.page((await site.space('FILES')).id, 'With files');
});
afterEach(() => site.confluence.close());

interface Sent {
  name?: string;
  type?: string;
  bytes: Uint8Array;
  comment?: string;
}

/** Sends a file as a form. @returns status and the answer's JSON */
async function send(method: string, path: string, sent: Sent, more: { caller?: Caller; token?: string } = {}) {
  const { name = 'plan.pdf', type = 'application/pdf', bytes, comment } = sent;
  const field = `--limit\r\nContent-Disposition: form-data; name="comment"\r\n\r\n${comment}\r\n`;
  const head = `--limit\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
  const form = [Buffer.from(`${comment ? field : ''}${head}`), bytes, Buffer.from('\r\n--limit--\r\n')];
  const answer = await site.confluence.handle({
    method,
    path: `/wiki/rest/api/content/${path}`,
    headers: { 'content-type': 'multipart/form-data; boundary=limit', 'x-atlassian-token': more.token ?? 'nocheck' },
    body: null,
    form: Buffer.concat(form),
    caller: more.caller ?? ADMIN,
  });
  return { status: answer.status, body: JSON.parse(answer.body ?? 'null') };
}
const attach = (sent: Sent, more?: { caller?: Caller; token?: string }) =>
  send('POST', `${page.id}/child/attachment`, sent, more);
const read = (path: string, caller = ADMIN) =>
  site.confluence.handle({ method: 'GET', path: `/wiki${path}`, headers: {}, body: null, caller });
const bytes = (text: string) => Buffer.from(text);

test('a file is added as form data and read again byte by byte', async () => {
  const all = Uint8Array.from({ length: 256 }, (_, at) => at);
  const added = await attach({ bytes: all, comment: 'First' });
  expect(added).toMatchObject({
    status: 200,
    body: { results: [{ title: 'plan.pdf', extensions: { fileSize: 256, comment: 'First' } }] },
  });
  const { results } = await site.done('GET', `/pages/${page.id}/attachments`);
  expect(results).toMatchObject([{ id: added.body.results[0].id, fileSize: 256, mediaType: 'application/pdf' }]);
  const file = await read(results[0].downloadLink);
  expect([...(file.file ?? [])]).toEqual([...all]);
  expect(file.headers).toMatchObject({
    'Content-Disposition': expect.stringMatching(/^inline/),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
  });
  const led = await read(`/rest/api/content/${page.id}/child/attachment/${results[0].id}/download`);
  expect([led.status, led.headers.Location]).toEqual([302, `http://site.local/wiki${results[0].downloadLink}`]);
});

test('a script that was uploaded is saved and not shown', async () => {
  await attach({ name: 'page.html', type: 'text/html', bytes: bytes('<script>alert(1)</script>') });
  const file = await read(`/download/attachments/${page.id}/page.html`);
  expect(file.headers['Content-Disposition']).toBe("attachment; filename*=UTF-8''page.html");
});

test('without the header that says no browser was tricked nothing is added', async () => {
  expect((await attach({ bytes: bytes('1') }, { token: '' })).status).toBe(403);
  expect((await site.done('GET', `/pages/${page.id}/attachments`)).results).toEqual([]);
});

test('a second file of the same name is refused, or put as a version; every version keeps its bytes', async () => {
  const { id } = (await attach({ bytes: bytes('one') })).body.results[0];
  expect((await attach({ bytes: bytes('two') })).status).toBe(400);
  const put = await send('PUT', `${page.id}/child/attachment`, { bytes: bytes('two'), comment: 'Second' });
  expect(put.body.results).toMatchObject([{ id, version: { number: 2, message: 'Second' } }]);
  const third = await send('POST', `${page.id}/child/attachment/${id}/data`, { bytes: bytes('three') });
  expect(third.body).toMatchObject({ id, version: { number: 3 } });
  const { results } = await site.done('GET', `/attachments/${id}/versions`);
  expect(results.map((version: { number: number }) => version.number)).toEqual([3, 2, 1]);
  expect(await site.done('GET', `/attachments/${id}/versions/2`)).toMatchObject({ prevVersion: 1, nextVersion: 3 });
  const old = await site.done('GET', `/attachments/${id}?version=1`);
  expect(old).toMatchObject({ status: 'historical', fileSize: 3 });
  const textOf = async (link: string) => Buffer.from((await read(link)).file ?? []).toString();
  expect(await textOf(old.downloadLink)).toBe('one');
  expect(await textOf(`/download/attachments/${page.id}/plan.pdf`)).toBe('three');
});

test('lists are filtered by name and type, and put in order', async () => {
  await attach({ name: 'a.txt', type: 'text/plain', bytes: bytes('a') });
  await site.clock.advance(1000);
  await attach({ name: 'b.pdf', bytes: bytes('b') });
  const titles = async (query: string) =>
    (await site.done('GET', `/pages/${page.id}/attachments?${query}`)).results.map(
      (one: { title: string }) => one.title,
    );
  expect(await titles('sort=-created-date')).toEqual(['b.pdf', 'a.txt']);
  expect(await titles('mediaType=text/plain')).toEqual(['a.txt']);
  expect(await titles('filename=b.pdf')).toEqual(['b.pdf']);
  expect((await site.done('GET', '/attachments')).results).toHaveLength(2);
});

test('deleting moves to the trash, purging removes the bytes', async () => {
  const { id } = (await attach({ bytes: bytes('gone') })).body.results[0];
  expect((await site.call('DELETE', `/attachments/${id}?purge=true`)).status).toBe(400);
  await site.done('DELETE', `/attachments/${id}`);
  expect((await site.done('GET', `/pages/${page.id}/attachments`)).results).toEqual([]);
  const trashed = await site.done('GET', `/pages/${page.id}/attachments?status=trashed`);
  expect(trashed.results).toMatchObject([{ id, status: 'trashed' }]);
  // Its name is free again.
  expect((await attach({ bytes: bytes('new') })).status).toBe(200);
  await site.done('DELETE', `/attachments/${id}?purge=true`);
  expect((await site.call('GET', `/attachments/${id}`)).status).toBe(404);
});

test('files follow the rights on their page', async () => {
  const { id } = (await attach({ bytes: bytes('secret') })).body.results[0];
  const own = { operation: 'read', restrictions: { user: [{ type: 'known', accountId: 'admin' }] } };
  await site.done('PUT', `/wiki/rest/api/content/${page.id}/restriction`, [own]);
  const bob = person('bob');
  expect((await site.call('GET', `/attachments/${id}`, undefined, bob)).status).toBe(404);
  expect((await site.call('DELETE', `/attachments/${id}`, undefined, bob)).status).toBe(404);
  expect((await site.done('GET', '/attachments', undefined, bob)).results).toEqual([]);
  expect((await read(`/download/attachments/${page.id}/plan.pdf`, bob)).status).toBe(404);
  expect((await attach({ name: 'more', bytes: bytes('1') }, { caller: bob })).status).toBe(404);
  const withScope: Caller = { kind: 'app', scopes: ['write:attachment:confluence'] };
  expect((await attach({ name: 'app', bytes: bytes('1') }, { caller: APP })).status).toBe(403);
  expect((await attach({ name: 'app', bytes: bytes('1') }, { caller: withScope })).status).toBe(200);
});

test('a file over the limit is refused', async () => {
  expect((await attach({ bytes: Buffer.alloc(UPLOAD_LIMIT + 1) })).status).toBe(413);
});

test('on disk files are there after a restart, and gone with their page', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'confluence-files-'));
  const databasePath = join(folder, 'confluence.sqlite');
  site.confluence.close();
  site = bench({ databasePath });
  page = await site.page((await site.space('KEPT')).id, 'Kept');
  await attach({ bytes: bytes('kept') });
  site.confluence.close();
  site = bench({ databasePath });
  const file = await read(`/download/attachments/${page.id}/plan.pdf`);
  expect(Buffer.from(file.file ?? []).toString()).toBe('kept');
  await site.done('DELETE', `/pages/${page.id}`);
  await site.done('DELETE', `/pages/${page.id}?purge=true`);
  site.confluence.close();
  const database = openDatabase(databasePath);
  expect(database.all('SELECT id FROM file')).toEqual([]);
  database.close();
  rmSync(folder, { recursive: true });
  site = bench();
});
