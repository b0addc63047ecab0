import { type Bench, bench } from './site';

let site: Bench;
let keys: string[];
const CUSTOM = 'com.atlassian.jira.plugin.system.customfieldtypes:';
let field: { id: string };

/** Six issues, one minute apart, with summaries "issue 0" to "issue 5". */
beforeAll(async () => {
  site = bench();
  await site.done('POST', '/project', { key: 'SRCH', name: 'Search', leadAccountId: 'admin' });
  field = await site.done('POST', '/field', {
    name: 'Review due',
    type: `${CUSTOM}datepicker`,
    searcherKey: `${CUSTOM}daterange`,
  });
  await site.done('POST', '/screens/1/tabs/10000/fields', { fieldId: field.id });
  keys = [];
  for (let index = 0; index < 6; index += 1) {
    const { key } = await site.done('POST', '/issue', {
      fields: {
        project: { key: 'SRCH' },
        issuetype: { name: index % 2 === 0 ? 'Task' : 'Bug' },
        summary: `issue ${index} alpha${index}`,
        labels: index < 2 ? ['low'] : [],
        ...(index === 3 ? { [field.id]: '2026-02-01', duedate: '2026-01-06' } : {}),
      },
      properties: [
        { key: 'aims', value: { requirements: index < 3 ? ['6.1.2', '8.2'] : ['9.2'], risk: { score: index } } },
      ],
    });
    keys.push(key);
    await site.clock.advance(60_000);
  }
  await site.done('POST', '/issueLink', {
    type: { name: 'Blocks' },
    inwardIssue: { key: 'SRCH-1' },
    outwardIssue: { key: 'SRCH-2' },
  });
  await site.done('POST', '/issue/SRCH-6/transitions', { transition: { id: '31' } });
});
afterAll(() => site.jira.close());

const find = async (jql: string) => {
  const { issues } = await site.done('POST', '/search/jql', { jql, fields: ['key'], maxResults: 100 });
  return issues.map((issue: { key: string }) => Number(issue.key.split('-')[1]));
};

test.each([
  ['project = SRCH order by key', [1, 2, 3, 4, 5, 6]],
  ['project = SRCH order by created desc', [6, 5, 4, 3, 2, 1]],
  ['issuetype = Bug and project = "Search" order by key', [2, 4, 6]],
  ['key in (SRCH-2, SRCH-3) order by key', [2, 3]],
  ['id in (10000, 10001) order by id', [1, 2]],
  ['statusCategory = Done', [6]],
  ['status = "To Do" and labels is empty order by key', [3, 4, 5]],
  ['resolution = Unresolved and labels = low order by key', [1, 2]],
  ['resolution = Done', [6]],
  ['labels != low and project = SRCH', []],
  ['created >= "2026-01-05 09:03" order by key', [4, 5, 6]],
  ['created < "2026/01/05 09:01"', [1]],
  ['updated >= -2m order by key', [1, 2, 5, 6]],
  ['created >= startOfDay() and created <= endOfDay() and issuetype = Task order by key', [1, 3, 5]],
  ['summary ~ "alpha3"', [4]],
  ['text ~ "alp*" order by key', [1, 2, 3, 4, 5, 6]],
  ['summary ~ "\\"issue 4\\""', [5]],
  ['"Review due" = 2026-02-01', [4]],
  ['"Review due" is not empty', [4]],
  ['duedate <= 2026-01-06', [4]],
  ['issue.property[aims].requirements = "8.2" order by key', [1, 2, 3]],
  ['aimsRequirement in ("9.2") order by key', [4, 5, 6]],
  ['aimsRiskScore >= 4 order by key', [5, 6]],
  ['issue.property[aims].risk.score < 1', [1]],
  ['issue in linkedIssues("SRCH-1", "blocks")', [2]],
  ['issue in linkedIssues(SRCH-2)', [1]],
  ['issueLinkType = "is blocked by"', [2]],
  ['reporter = currentUser() and not (issuetype = Task or labels = low) order by key', [4, 6]],
  ['key > SRCH-4 order by key', [5, 6]],
])('%s', async (jql, expected) => {
  expect(await find(jql)).toEqual(expected);
});

test('a custom field is found by its number', async () => {
  expect(await find(`cf[${field.id.slice(12)}] > 2026-01-31`)).toEqual([4]);
});

test.each([
  ['order by key', /Unbounded/],
  ['project = NONE', /does not exist for the field 'project'/],
  ['nosuchfield = 1', /does not exist/],
  ['project = = X', /Error in the JQL/],
  ['labels was low', /do not support/],
  ['summary = x', /not supported by the 'Summary' field/],
  ['project = SRCH and created > yesterday', /invalid/],
  ['issue in openSprints()', /Unable to find JQL function/],
  ['issue.property[other].x = 1', /does not exist/],
  [
    'project = SRCH order by key, id, created, updated, status, summary, priority, labels',
    /maximum number of sort fields/,
  ],
])('refuses %s', async (jql, message) => {
  const answer = await site.call('POST', '/search/jql', { jql });
  expect(answer.status).toBe(400);
  expect(answer.body.errorMessages.join(' ')).toMatch(message);
});

test('pages by token, repeats and skips nothing when issues change in between, and binds the token to its query', async () => {
  const first = await site.done('POST', '/search/jql', {
    jql: 'project = SRCH order by key',
    fields: ['summary'],
    properties: ['aims'],
    maxResults: 4,
  });
  expect(first.isLast).toBe(false);
  expect(first.issues[0]).toMatchObject({ key: 'SRCH-1', properties: { aims: { risk: { score: 0 } } } });
  await site.done('DELETE', '/issue/SRCH-2');
  await site.done('PUT', '/issue/SRCH-1', { fields: { summary: 'issue 0 alpha0' } });
  const rest = await site.done(
    'GET',
    `/search/jql?jql=${encodeURIComponent('project = SRCH order by key')}&fields=summary&maxResults=4&nextPageToken=${first.nextPageToken}`,
  );
  expect(rest.issues.map((issue: { key: string }) => issue.key)).toEqual(['SRCH-5', 'SRCH-6']);
  expect(rest).toMatchObject({ isLast: true });
  const other = await site.call('POST', '/search/jql', { jql: 'project = SRCH', nextPageToken: first.nextPageToken });
  expect(other.status).toBe(400);
});

test('counts, parses and matches', async () => {
  expect(await site.done('POST', '/search/approximate-count', { jql: 'project = SRCH and issuetype = Task' })).toEqual({
    count: 3,
  });
  const { queries } = await site.done('POST', '/jql/parse?validation=strict', {
    queries: ['project = SRCH', 'project = NONE'],
  });
  expect(queries[0].errors).toBeUndefined();
  expect(queries[1].errors).toHaveLength(1);
  const { matches } = await site.done('POST', '/jql/match', { issueIds: [10000, 10003], jqls: ['labels = low'] });
  expect(matches).toEqual([{ matchedIssues: [10000], errors: [] }]);
});
