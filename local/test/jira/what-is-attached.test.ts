import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UPLOAD_LIMIT } from '../../site/jira/routes/attachments';
import { openDatabase } from '../../sqlite';
import { provision } from './provision';
import { ADMIN, type Bench, bench, person } from './site';

let site: Bench;
let issue: { id: string; key: string };
beforeEach(async () => {
  site = bench();
  await provision(site);
  issue = await site.done('POST', '/issue', {
    fields: { project: { key: 'AIMS' }, issuetype: { name: 'Task' }, summary: 'Write it down' },
  });
  site.events.length = 0;
});
afterEach(() => site.jira.close());

const file = (name: string, text: string) =>
  `--limit\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n${text}\r\n`;

async function attach(headers: Record<string, string>, ...files: string[]) {
  return attachTo(site, Buffer.from(`${files.join('')}--limit--\r\n`), headers);
}

async function attachTo({ jira }: Bench, form: Uint8Array, headers: Record<string, string> = TOKEN, caller = ADMIN) {
  const answer = await jira.handle({
    method: 'POST',
    path: `/rest/api/3/issue/${issue.key}/attachments`,
    headers: { 'Content-Type': 'multipart/form-data; boundary=limit', ...headers },
    body: null,
    form,
    caller,
  });
  return { status: answer.status, body: JSON.parse(answer.body ?? 'null') };
}

/** One file of any bytes, as a form. */
const formOf = (filename: string, type: string, bytes: Uint8Array) =>
  Buffer.concat([
    Buffer.from(
      `--limit\r\nContent-Disposition: form-data; name="file"; filename="${filename}"\r\nContent-Type: ${type}\r\n\r\n`,
    ),
    bytes,
    Buffer.from('\r\n--limit--\r\n'),
  ]);
const ask = (from: Bench, path: string, caller = ADMIN) =>
  from.jira.handle({ method: 'GET', path, headers: {}, body: null, caller });
const contentOf = (from: Bench, id: string, caller = ADMIN) =>
  ask(from, `/rest/api/3/attachment/content/${id}?redirect=false`, caller);
const TOKEN = { 'X-Atlassian-Token': 'no-check' };
const fieldsOf = async (names: string) => (await site.done('GET', `/issue/${issue.id}?fields=${names}`)).fields;

test('files are attached as form data, with the header that says no browser was tricked', async () => {
  expect(await attach({}, file('minutes.txt', 'Agreed.'))).toMatchObject({ status: 403 });
  expect(await attach(TOKEN)).toMatchObject({ status: 400 });
  const { status, body } = await attach(TOKEN, file('minutes.txt', 'Agreed.'), file('list.txt', 'One\r\nTwo'));
  expect([status, body.map((one: { filename: string; size: number }) => [one.filename, one.size])]).toEqual([
    200,
    [
      ['minutes.txt', 7],
      ['list.txt', 8],
    ],
  ]);
  expect((await fieldsOf('attachment')).attachment).toEqual(body);
});

test('an attachment that comes or goes is a change of its issue, with its event', async () => {
  const { body } = await attach(TOKEN, file('minutes.txt', 'Agreed.'));
  await site.done('DELETE', `/attachment/${body[0].id}`);
  expect((await fieldsOf('attachment')).attachment).toEqual([]);
  const items = site.events.flatMap(({ payload }) => (payload.changelog as { items: unknown[] }).items);
  expect(items).toMatchObject([
    { field: 'Attachment', fieldId: 'attachment', from: null, to: body[0].id },
    { field: 'Attachment', fieldId: 'attachment', from: body[0].id, to: null },
  ]);
});

test('a file is read again byte by byte, at once or by the address that its content leads to', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => 255 - at);
  const [kept] = (await attachTo(site, formOf('scan %22a%22 ä.bin', 'application/x-scan', bytes))).body;
  expect(kept).toMatchObject({ filename: 'scan "a" ä.bin', size: 256 });
  const read = await contentOf(site, kept.id);
  expect([read.status, Buffer.compare(Buffer.from(read.file ?? []), bytes)]).toEqual([200, 0]);
  const led = await ask(site, `/rest/api/3/attachment/content/${kept.id}`);
  expect(led.status).toBe(303);
  const there = await ask(site, new URL(led.headers.Location ?? '').pathname);
  expect([...(there.file ?? [])]).toEqual([...bytes]);
  expect(await site.done('GET', `/attachment/${kept.id}`)).toMatchObject({ id: Number(kept.id), size: 256 });
});

test('what was uploaded runs nothing in a browser: it is saved, or it is an image', async () => {
  const page = Buffer.from('<script>alert(1)</script>');
  const headersOf = async (type: string) =>
    (await contentOf(site, (await attachTo(site, formOf('file', type, page))).body[0].id)).headers;
  const safe = { 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "default-src 'none'; sandbox" };
  for (const type of ['text/html', 'image/svg+xml'])
    expect(await headersOf(type)).toMatchObject({
      ...safe,
      'Content-Disposition': expect.stringMatching(/^attachment/),
    });
  const image = await headersOf('image/png');
  expect(image).toMatchObject({ ...safe, 'Content-Disposition': expect.stringMatching(/^inline/) });
});

test('files are on disk and go with what they belong to', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jira-files-'));
  const open = () => bench({ databasePath: join(folder, 'jira.sqlite'), uploadLimit: 1000 });
  let kept = open();
  await provision(kept);
  issue = await kept.done('POST', '/issue', {
    fields: { project: { key: 'AIMS' }, issuetype: { name: 'Task' }, summary: 'On disk' },
  });
  const ids: string[] = [];
  for (const name of ['a', 'b'])
    ids.push((await attachTo(kept, formOf(name, 'text/plain', Buffer.from(name)))).body[0].id);
  kept.jira.close();
  kept = open();
  const textOf = async (id = '') => Buffer.from((await contentOf(kept, id)).file ?? []).toString();
  expect([await textOf(ids[0]), await textOf(ids[1])]).toEqual(['a', 'b']);
  await kept.done('DELETE', `/attachment/${ids[0]}`);
  await kept.done('DELETE', `/issue/${issue.key}`);
  kept.jira.close();
  const database = openDatabase(join(folder, 'jira.sqlite'));
  expect(database.all('SELECT id FROM file')).toEqual([]);
  database.close();
  rmSync(folder, { recursive: true });
});

test('a file over the limit is refused, and the limit can be asked for', async () => {
  const small = bench({ uploadLimit: 10 });
  await provision(small);
  issue = await small.done('POST', '/issue', {
    fields: { project: { key: 'AIMS' }, issuetype: { name: 'Task' }, summary: 'Small' },
  });
  expect((await attachTo(small, formOf('fits', 'text/plain', Buffer.alloc(10)))).status).toBe(200);
  expect((await attachTo(small, formOf('large', 'text/plain', Buffer.alloc(11)))).status).toBe(413);
  expect((await small.done('GET', `/issue/${issue.key}`)).fields.attachment).toHaveLength(1);
  expect(await small.done('GET', '/attachment/meta')).toEqual({ enabled: true, uploadLimit: 10 });
  small.jira.close();
  expect(await site.done('GET', '/attachment/meta')).toMatchObject({ uploadLimit: UPLOAD_LIMIT });
});

test('whoever may delete his own files alone leaves those of others', async () => {
  const { accountId } = await site.done('POST', '/user', {
    displayName: 'Ann',
    emailAddress: 'ann@example.com',
    products: ['jira-software'],
  });
  const ann = person(accountId);
  const scheme = (await site.done('GET', '/permissionscheme?expand=permissions')).permissionSchemes[0];
  const all = scheme.permissions.filter(
    ({ permission }: { permission: string }) => permission === 'DELETE_ALL_ATTACHMENTS',
  );
  for (const { id } of all) await site.done('DELETE', `/permissionscheme/${scheme.id}/permission/${id}`);
  const own = (await attachTo(site, formOf('own', 'text/plain', Buffer.from('1')), TOKEN, ann)).body[0];
  const other = (await attachTo(site, formOf('other', 'text/plain', Buffer.from('1')))).body[0];
  expect((await site.call('DELETE', `/attachment/${other.id}`, undefined, ann)).status).toBe(403);
  expect((await site.call('DELETE', `/attachment/${own.id}`, undefined, ann)).status).toBe(204);
});

test('a link to something outside Jira is made, replaced by its global id, read and removed, and no event tells', async () => {
  const path = `/issue/${issue.key}/remotelink`;
  const link = (title: string) => ({
    globalId: 'appId=1&pageId=2',
    application: { type: 'com.atlassian.confluence', name: 'Confluence' },
    relationship: 'Wiki Page',
    object: { title, url: 'http://site.local/wiki/spaces/A/pages/2' },
  });
  expect(await site.call('POST', path, { object: { title: 'Page', url: '' } })).toMatchObject({ status: 400 });
  const made = await site.call('POST', path, link('Page'));
  const again = await site.call('POST', path, link('The page'));
  expect([made.status, again.status, again.body.id]).toEqual([201, 200, made.body.id]);
  expect(await site.done('GET', path)).toMatchObject([{ id: made.body.id, ...link('The page') }]);
  const one = `${path}?globalId=${encodeURIComponent('appId=1&pageId=2')}`;
  expect(await site.done('GET', one)).toMatchObject({ id: made.body.id });
  expect(await site.call('DELETE', one)).toMatchObject({ status: 204 });
  expect(await site.done('GET', path)).toEqual([]);
  expect(site.events).toEqual([]);
});

test('whoever does not see the issue sees neither its links nor its files', async () => {
  const { body } = await attach(TOKEN, file('minutes.txt', 'Agreed.'));
  expect(await site.call('GET', `/issue/${issue.key}/remotelink`, undefined, person('nobody'))).toMatchObject({
    status: 404,
  });
  expect((await site.call('DELETE', `/attachment/${body[0].id}`, undefined, person('nobody'))).status).toBeGreaterThan(
    400,
  );
  expect((await contentOf(site, body[0].id, person('nobody'))).status).toBe(404);
});
