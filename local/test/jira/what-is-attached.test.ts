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
  const answer = await site.jira.handle({
    method: 'POST',
    path: `/rest/api/3/issue/${issue.key}/attachments`,
    headers: { 'Content-Type': 'multipart/form-data; boundary=limit', ...headers },
    body: `${files.join('')}--limit--\r\n`,
    caller: ADMIN,
  });
  return { status: answer.status, body: JSON.parse(answer.body ?? 'null') };
}
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
});
