import type { Answer } from '../asking';
import { type Bench, bench, person } from './site';

/** An archived project: its issues are read by whoever knows their key or id, found by nobody, and changed by nobody. */

let site: Bench;
const ARCHIVED = 'The issue OLD-1 cannot be changed because its project is archived.';

const create = (project: string) =>
  site.done('POST', '/issue', { fields: { project: { key: project }, issuetype: { name: 'Task' }, summary: 'x' } });

beforeEach(async () => {
  site = bench();
  for (const key of ['OLD', 'NEW']) {
    await site.done('POST', '/project', { key, name: `Project ${key}`, leadAccountId: 'admin' });
    await create(key);
  }
  await site.done('POST', '/issueLink', {
    type: { name: 'Blocks' },
    inwardIssue: { key: 'OLD-1' },
    outwardIssue: { key: 'NEW-1' },
  });
  await site.done('POST', '/project/OLD/archive');
});
afterEach(() => site.jira.close());

test('its issues are in no search, and are read by key and id', async () => {
  const search = async (jql: string) => (await site.done('POST', '/search/jql', { jql, fields: ['key'] })).issues;
  expect(await search('summary ~ x')).toMatchObject([{ key: 'NEW-1' }]);
  expect(await search('key = OLD-1')).toEqual([]);
  expect((await site.done('POST', '/search/approximate-count', { jql: 'project = OLD' })).count).toBe(0);
  const { id } = await site.done('GET', '/issue/OLD-1?fields=summary');
  const { matches } = await site.done('POST', '/jql/match', { issueIds: [Number(id)], jqls: ['summary ~ x'] });
  expect(matches[0].matchedIssues).toEqual([]);
  expect(await site.done('GET', `/issue/${id}?fields=summary`)).toMatchObject({ key: 'OLD-1' });
  const fetched = await site.done('POST', '/issue/bulkfetch', { issueIdsOrKeys: ['OLD-1'] });
  expect(fetched.issues).toMatchObject([{ id }]);
});

test('nothing of them can be changed, and it is said why', async () => {
  const words = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x' }] }] };
  const link = { type: { name: 'Blocks' }, inwardIssue: { key: 'NEW-1' }, outwardIssue: { key: 'OLD-1' } };
  const { issuelinks } = (await site.done('GET', '/issue/NEW-1?fields=issuelinks')).fields;
  const refusals: (readonly [number, Promise<Answer>])[] = [
    [403, site.call('PUT', '/issue/OLD-1', { fields: { summary: 'y' } })],
    [403, site.call('PUT', '/issue/OLD-1/assignee', { accountId: 'admin' })],
    [400, site.call('POST', '/issue/OLD-1/transitions', { transition: { id: '31' } })],
    [400, site.call('POST', '/issue/OLD-1/comment', { body: words })],
    [403, site.call('PUT', '/issue/OLD-1/properties/aims', { a: 1 })],
    [403, site.call('DELETE', '/issue/OLD-1')],
    [400, site.call('POST', '/issueLink', link)],
    [400, site.call('DELETE', `/issueLink/${issuelinks[0].id}`)],
    [403, site.call('GET', '/issue/OLD-1/editmeta')],
  ];
  for (const [status, answer] of refusals)
    expect(await answer).toMatchObject({ status, body: { errorMessages: [ARCHIVED] } });
  expect((await site.done('GET', '/issue/OLD-1/transitions')).transitions).toEqual([]);
  const created = await site.call('POST', '/issue', {
    fields: { project: { key: 'OLD' }, issuetype: { name: 'Task' }, summary: 'x' },
  });
  expect(created.status).toBe(400);
});

test('projects are listed by their state, deleted ones for administrators alone', async () => {
  const user = { emailAddress: 'ada@example.com', displayName: 'Ada', products: ['jira-software'] };
  const { accountId } = await site.done('POST', '/user', user);
  const keys = async (query: string, caller = person('admin')) =>
    (await site.done('GET', `/project/search${query}`, undefined, caller)).values.map(
      (one: { key: string }) => one.key,
    );
  expect(await keys('')).toEqual(['NEW']);
  expect(await keys('?status=archived', person(accountId))).toEqual(['OLD']);
  expect(await keys('?status=live&status=archived')).toEqual(['NEW', 'OLD']);
  expect((await site.call('DELETE', '/project/OLD')).status).toBe(400);
  await site.done('DELETE', '/project/NEW');
  expect(await keys('?status=deleted')).toEqual(['NEW']);
  expect(await keys('?status=deleted', person(accountId))).toEqual([]);
});

test('a restored project has its issues back', async () => {
  expect((await site.call('POST', '/project/OLD/archive')).status).toBe(400);
  await site.done('POST', '/project/OLD/restore');
  expect((await site.done('POST', '/search/approximate-count', { jql: 'project = OLD' })).count).toBe(1);
  expect((await site.call('PUT', '/issue/OLD-1', { fields: { summary: 'y' } })).status).toBe(204);
});
