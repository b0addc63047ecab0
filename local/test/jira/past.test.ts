import { provision } from './provision';
import { ADMIN, type Bench, bench, person } from './site';

/** What an issue was: its changes beside it, and JQL that asks for them. */

let site: Bench;
let ada = '';

const issue = (summary: string, more: object = {}) => ({
  fields: { project: { key: 'AIMS' }, issuetype: { name: 'Task' }, summary, ...more },
});
const move = (key: string, id: string, caller = ADMIN) =>
  site.done('POST', `/issue/${key}/transitions`, { transition: { id } }, caller);
const HOUR = 3_600_000;

/**
 * AIMS-1 created 09:00 on 5 January by the administrator, In Progress a day later by Ada, Done at 10:00 on the 7th by the
 * administrator; AIMS-2 stays as it is; AIMS-3 is assigned to Ada and taken from her again.
 */
beforeAll(async () => {
  site = bench();
  await provision(site);
  const user = { emailAddress: 'ada@example.com', displayName: 'Ada', products: ['jira-software'] };
  ({ accountId: ada } = await site.done('POST', '/user', user));
  for (const summary of ['moved', 'still', 'handed over']) await site.done('POST', '/issue', issue(summary));
  await site.clock.advance(24 * HOUR);
  await move('AIMS-1', '21', person(ada));
  await site.done('PUT', '/issue/AIMS-3/assignee', { accountId: ada });
  await site.clock.advance(25 * HOUR);
  await move('AIMS-1', '31');
  await site.done('PUT', '/issue/AIMS-3/assignee', { accountId: null });
  await site.done('PUT', '/issue/AIMS-3', { fields: { priority: { name: 'High' } } });
});
afterAll(() => site.jira.close());

const find = async (jql: string, caller = ADMIN) => {
  const query = { jql: `project = AIMS and ${jql} order by key`, fields: ['key'] };
  const { issues } = await site.done('POST', '/search/jql', query, caller);
  return issues.map(({ key }: { key: string }) => Number(key.slice('AIMS-'.length)));
};

test.each([
  ['status was "To Do"', [1, 2, 3]],
  ['status was "In Progress"', [1]],
  ['status was not "In Progress"', [2, 3]],
  ['status was in ("In Progress", Done)', [1]],
  ['status was not in ("To Do", Done)', []],
  ['status was "In Progress" after "2026-01-07 10:00"', []],
  ['status was "In Progress" after "2026-01-07 09:59"', [1]],
  ['status was Done before "2026-01-07"', []],
  ['status was "In Progress" before "2026-01-06 09:01"', [1]],
  ['status was "In Progress" on "2026-01-05"', []],
  ['status was "In Progress" on "2026-01-06"', [1]],
  ['status was "To Do" during ("2026-01-06 10:00", "2026-01-08")', [2, 3]],
  ['status was "In Progress" by Ada', [1]],
  ['status was Done by Ada', []],
  ['status was not "In Progress" by admin', [1, 2, 3]],
  ['status changed', [1]],
  ['status changed from "To Do"', [1]],
  ['status changed from "To Do" to Done', []],
  ['status changed from ("To Do", "In Progress") to Done by currentUser()', [1]],
  ['status changed by Ada before "2026-01-06"', []],
  ['status changed by Ada on "2026-01-06"', [1]],
  ['status changed after -1h', [1]],
  ['status changed to Done during (startOfDay(), endOfDay())', [1]],
  ['assignee was Ada', [3]],
  ['assignee was empty on "2026-01-05"', [1, 2, 3]],
  ['assignee changed from Ada to empty', [3]],
  ['reporter was admin', [1, 2, 3]],
  ['priority was Medium and priority changed', [3]],
  ['resolution was Unresolved', [1, 2, 3]],
  ['resolution changed to Done', [1]],
  ['not status was Done', [2, 3]],
])('%s', async (jql, expected) => {
  expect(await find(jql)).toEqual(expected);
});

test.each([
  ['labels was low', "History searches do not support the 'labels' field."],
  ['summary changed', "History searches do not support the 'summary' field."],
  ['status was Nowhere', "The value 'Nowhere' does not exist for the field 'status'."],
  ['status was Done from "To Do"', "Error in the JQL Query: mismatched input 'from'"],
  ['status changed by Nobody', "The value 'Nobody' does not exist for the field 'by'."],
  ['status changed during ("2026-01-01")', "The predicate 'during' takes two dates."],
  ['status changed after "2026-13-01"', "Date value '2026-13-01' for field 'status' is invalid."],
  ['created >= "2026-13-01"', "Date value '2026-13-01' for field 'created' is invalid."],
  ['created >= "2026-02-30"', "Date value '2026-02-30' for field 'created' is invalid."],
  ['created >= "2026-01-01 24:00"', "Date value '2026-01-01 24:00' for field 'created' is invalid."],
])('refuses %s', async (jql, message) => {
  const { status, body } = await site.call('POST', '/search/jql', { jql: `project = AIMS and ${jql}` });
  expect([status, body.errorMessages[0].slice(0, message.length)]).toEqual([400, message]);
});

test('changes come along with an issue, the latest first, where they are asked for', async () => {
  const { values } = await site.done('GET', '/issue/AIMS-3/changelog');
  const expected = { startAt: 0, maxResults: 3, total: 3, histories: values.toReversed() };
  expect((await site.done('GET', '/issue/AIMS-3?fields=summary&expand=names,changelog')).changelog).toEqual(expected);
  const jql = 'key = AIMS-3';
  const found = await site.done('POST', '/search/jql', { jql, fields: ['key'], expand: 'changelog' });
  expect(found.issues[0]).toMatchObject({ key: 'AIMS-3', changelog: expected });
  const query = new URLSearchParams({ jql, fields: 'summary', expand: 'changelog' });
  expect((await site.done('GET', `/search/jql?${query}`)).issues[0].changelog).toEqual(expected);
  const fetched = await site.done('POST', '/issue/bulkfetch', { issueIdsOrKeys: ['AIMS-3'], expand: ['changelog'] });
  expect(fetched.issues[0].changelog).toEqual(expected);
  expect(await site.done('GET', '/issue/AIMS-3')).not.toHaveProperty('changelog');
});
