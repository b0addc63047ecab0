import type { Caller } from '../../seam';
import { ADMIN, APP, type Bench, bench, person } from './site';

/** Watchers of issues, and what people are told of them. */

let site: Bench;
let ada = '';
let ben = '';

const join = async (name: string): Promise<string> => {
  const user = { emailAddress: `${name}@example.com`, displayName: name, products: ['jira-software'] };
  return (await site.done('POST', '/user', user)).accountId;
};
const text = (...content: object[]) => ({ type: 'doc', version: 1, content: [{ type: 'paragraph', content }] });
const mention = (id: string) => ({ type: 'mention', attrs: { id, text: '@someone' } });
const words = { type: 'text', text: 'Please look.' };
const comment = (body: object, caller: Caller = ADMIN) => site.done('POST', '/issue/WORK-1/comment', { body }, caller);
const bell = (accountId: string) => site.done('GET', '/local/jira/notifications', undefined, person(accountId));
const kinds = async (accountId: string) =>
  (await bell(accountId)).notifications.map(({ kind }: { kind: string }) => kind);
const create = (more: object = {}, caller: Caller = ADMIN) =>
  site.done(
    'POST',
    '/issue',
    { fields: { project: { key: 'WORK' }, issuetype: { name: 'Task' }, summary: 'x', ...more } },
    caller,
  );

beforeEach(async () => {
  site = bench();
  [ada, ben] = [await join('ada'), await join('ben')];
  await site.done('POST', '/project', { key: 'WORK', name: 'Work', leadAccountId: 'admin' });
  await create();
});
afterEach(() => site.jira.close());

test('people watch what they create or comment on, watch and stop watching, and find what they watch', async () => {
  const path = '/issue/WORK-1/watchers';
  expect(await site.done('GET', path)).toMatchObject({
    isWatching: true,
    watchCount: 1,
    watchers: [{ accountId: 'admin' }],
  });
  await site.done('POST', path, ada, person(ada));
  await comment(text(words), person(ben));
  expect((await site.done('GET', '/issue/WORK-1', undefined, person(ada))).fields.watches).toMatchObject({
    isWatching: true,
    watchCount: 3,
  });
  const jql = { jql: 'watcher = currentUser()', fields: ['key'] };
  expect((await site.done('POST', '/search/jql', jql, person(ada))).issues).toMatchObject([{ key: 'WORK-1' }]);
  await site.done('DELETE', `${path}?accountId=${ada}`, undefined, person(ada));
  expect((await site.done('POST', '/search/jql', jql, person(ada))).issues).toEqual([]);
  expect((await site.call('DELETE', path)).status).toBe(400);
  await create({}, APP);
  expect((await site.done('GET', '/issue/WORK-2/watchers')).watchCount).toBe(0);
});

test('without a name whoever asks becomes a watcher, as the operation says and its schema forbids', async () => {
  const plain = bench({ checked: false });
  await plain.done('POST', '/project', { key: 'WORK', name: 'Work', leadAccountId: 'admin' });
  await plain.done(
    'POST',
    '/issue',
    { fields: { project: { key: 'WORK' }, issuetype: { name: 'Task' }, summary: 'x' } },
    APP,
  );
  await plain.done('POST', '/issue/WORK-1/watchers');
  expect((await plain.done('GET', '/issue/WORK-1/watchers')).isWatching).toBe(true);
  plain.jira.close();
});

test('only whoever manages watchers adds and removes others, and none who may not see the issue', async () => {
  const path = '/issue/WORK-1/watchers';
  expect((await site.call('POST', path, ben, person(ada))).status).toBe(403);
  expect((await site.call('DELETE', `${path}?accountId=admin`, undefined, person(ada))).status).toBe(403);
  expect((await site.call('POST', path, ben)).status).toBe(204);
  expect((await site.call('POST', path, 'nobody')).status).toBe(404);
  const outsider = await site.done('POST', '/user', {
    emailAddress: 'out@example.com',
    displayName: 'Out',
    products: [],
  });
  expect((await site.call('POST', path, outsider.accountId)).status).toBe(400);
  await site.done('POST', '/project/WORK/archive');
  expect((await site.call('POST', path, undefined, person(ada))).status).toBe(403);
});

test('mentions, assignments, comments and changes leave one notification a request with whom they concern most', async () => {
  await comment(text(mention(ada), words));
  await site.done('POST', '/issue/WORK-1/watchers', ben, person(ben));
  await comment(text(words));
  await site.done('PUT', '/issue/WORK-1', { fields: { description: text(mention(ben), words) } });
  await site.done('PUT', '/issue/WORK-1', { fields: { description: text(mention(ben), mention(ada)) } });
  await site.done('PUT', '/issue/WORK-1/assignee', { accountId: ada });
  await site.done('POST', '/issue/WORK-1/transitions', { transition: { id: '31' } });
  expect(await kinds(ada)).toEqual(['changed', 'assigned', 'mentioned', 'mentioned']);
  expect(await kinds(ben)).toEqual(['changed', 'changed', 'changed', 'mentioned', 'commented']);
  expect(await kinds('admin')).toEqual([]);
  await create({ assignee: { accountId: ada }, description: text(mention(ben)) });
  expect([(await kinds(ada))[0], (await kinds(ben))[0]]).toEqual(['assigned', 'mentioned']);
});

test('the app mentions people as others do', async () => {
  await comment(text(mention(ada)), APP);
  const { notifications } = await bell(ada);
  expect(notifications).toMatchObject([
    { kind: 'mentioned', read: false, by: { displayName: 'Plumbline' }, issue: { key: 'WORK-1', summary: 'x' } },
  ]);
});

test('notifications are read by their person alone, and marked as read one by one or all', async () => {
  for (const _ of [1, 2, 3]) await comment(text(mention(ada)));
  const { notifications, unread } = await bell(ada);
  expect(unread).toBe(3);
  await site.done('POST', '/local/jira/notifications/read', { ids: [notifications[0].id] }, person(ben));
  expect((await bell(ada)).unread).toBe(3);
  await site.done('POST', '/local/jira/notifications/read', { ids: [notifications[0].id] }, person(ada));
  expect((await bell(ada)).unread).toBe(2);
  await site.done('POST', '/local/jira/notifications/read', {}, person(ada));
  expect((await bell(ada)).unread).toBe(0);
  expect((await site.call('GET', '/local/jira/notifications', undefined, APP)).status).toBe(403);
  const asAda: Caller = { kind: 'user', accountId: ada, throughApp: true, scopes: [] };
  expect((await site.call('GET', '/local/jira/notifications', undefined, asAda)).status).toBe(403);
  expect((await site.call('GET', '/local/jira/notifications', undefined, { kind: 'anonymous' })).status).toBe(401);
});

test('nobody is told of an issue that he may not see, or no longer', async () => {
  const levels = [{ name: 'Leads', members: [{ type: 'projectLead' }] }];
  const { id: schemeId } = await site.done('POST', '/issuesecurityschemes', { name: 'Few', levels });
  const { id: projectId } = await site.done('GET', '/project/WORK');
  await site.done('PUT', '/issuesecurityschemes/project', { projectId, schemeId });
  await comment(text(mention(ada)));
  await site.done('PUT', '/issue/WORK-1', { fields: { security: { name: 'Leads' } } });
  expect(await kinds(ada)).toEqual([]);
  await comment(text(mention(ada)));
  await site.done('PUT', '/issue/WORK-1', { fields: { security: null } });
  expect(await kinds(ada)).toEqual(['mentioned']);
});

test('an issue that is deleted takes its notifications along, and the oldest go when there are many', async () => {
  await create();
  for (let count = 0; count < 101; count += 1) await comment(text(mention(ada)));
  expect((await bell(ada)).unread).toBe(100);
  await site.done('DELETE', '/issue/WORK-1');
  expect((await bell(ada)).notifications).toEqual([]);
});
