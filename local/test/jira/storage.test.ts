import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOpenApiCheck } from '../../openapi/check';
import { bench, person } from './site';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-jira-'));
afterAll(() => rmSync(folder, { recursive: true }));

const issue = (summary: string) => ({ fields: { project: { key: 'KEEP' }, issuetype: { name: 'Task' }, summary } });

test('everything is there again when the file is opened anew, and ids go on', async () => {
  const databasePath = join(folder, 'jira.db');
  const before = bench({ databasePath });
  await before.done('POST', '/project', { key: 'KEEP', name: 'Keep', leadAccountId: 'admin' });
  const first = await before.done('POST', '/issue', issue('one'));
  const second = await before.done('POST', '/issue', issue('two'));
  await before.done('PUT', `/issue/${first.key}/properties/aims`, { a: 1 });
  await before.done('DELETE', `/issue/${second.key}`);
  const shown = await before.done('GET', `/issue/${first.key}?properties=aims`);
  before.jira.close();

  const after = bench({ databasePath });
  expect(await after.done('GET', `/issue/${first.key}?properties=aims`)).toEqual(shown);
  expect((await after.call('GET', `/issue/${second.key}`)).status).toBe(404);
  expect((await after.done('POST', '/issue', issue('three'))).key).toBe('KEEP-3');
  after.jira.close();
});

test('old keys, watchers, notifications and security levels outlive the process', async () => {
  const databasePath = join(folder, 'more.db');
  const before = bench({ databasePath });
  for (const key of ['KEEP', 'NEXT'])
    await before.done('POST', '/project', { key, name: `Project ${key}`, leadAccountId: 'admin' });
  const user = { emailAddress: 'ada@example.com', displayName: 'Ada', products: ['jira-software'] };
  const { accountId: ada } = await before.done('POST', '/user', user);
  const levels = [{ name: 'Few', isDefault: true, members: [{ type: 'projectLead' }, { type: 'assignee' }] }];
  const { id: schemeId } = await before.done('POST', '/issuesecurityschemes', { name: 'Levels', levels });
  const { id: projectId } = await before.done('GET', '/project/NEXT');
  await before.done('PUT', '/issuesecurityschemes/project', { projectId, schemeId });
  const { id } = await before.done('POST', '/issue', issue('one'));
  await before.done('PUT', `/issue/${id}/assignee`, { accountId: ada });
  const { fields } = await before.done('GET', `/issue/${id}?fields=issuetype`);
  const target = {
    inferClassificationDefaults: true,
    inferFieldDefaults: true,
    inferStatusDefaults: true,
    inferSubtaskTypeDefault: true,
    issueIdsOrKeys: [id],
  };
  const targetToSourcesMapping = { [`NEXT,${fields.issuetype.id}`]: target };
  await before.done('POST', '/bulk/issues/move', { targetToSourcesMapping });
  const shown = await before.done('GET', '/issue/KEEP-1');
  const told = await before.done('GET', '/local/jira/notifications', undefined, person(ada));
  before.jira.close();

  const after = bench({ databasePath });
  expect(await after.done('GET', '/issue/KEEP-1')).toEqual(shown);
  expect(shown).toMatchObject({ key: 'NEXT-1', fields: { security: { name: 'Few' }, watches: { watchCount: 1 } } });
  expect(await after.done('GET', '/local/jira/notifications', undefined, person(ada))).toEqual(told);
  expect(told.notifications.map(({ kind }: { kind: string }) => kind)).toEqual(['changed', 'assigned']);
  after.jira.close();
});

test('a bulk creation of which parts fail stores the others only', async () => {
  const databasePath = join(folder, 'partial.db');
  const before = bench({ databasePath });
  await before.done('POST', '/project', { key: 'KEEP', name: 'Keep', leadAccountId: 'admin' });
  const wrongLink = {
    ...issue('linked'),
    update: { issuelinks: [{ add: { type: { name: 'Blocks' }, outwardIssue: { key: 'KEEP-99' } } }] },
  };
  const { issues, errors } = await before.done('POST', '/issue/bulk', {
    issueUpdates: [issue('a'), wrongLink, issue('b')],
  });
  expect([issues.length, errors[0].failedElementNumber]).toEqual([2, 1]);
  expect(before.events.filter((event) => event.name === 'avi:jira:created:issue')).toHaveLength(2);
  before.jira.close();
  const after = bench({ databasePath });
  const found = await after.done('POST', '/search/jql', { jql: 'project = KEEP order by key', fields: ['summary'] });
  expect(
    found.issues.map((one: { key: string; fields: { summary: string } }) => [one.key, one.fields.summary]),
  ).toEqual([
    ['KEEP-1', 'a'],
    ['KEEP-2', 'b'],
  ]);
  after.jira.close();
});

test('the check finds what differs from a description', () => {
  const spec = join(folder, 'spec.json');
  const schema = {
    type: 'object',
    additionalProperties: false,
    required: ['a'],
    properties: { a: { $ref: '#/components/schemas/Text' } },
  };
  const json = { content: { 'application/json': { schema } } };
  writeFileSync(
    spec,
    JSON.stringify({
      openapi: '3.0.1',
      components: { schemas: { Text: { type: 'string' } } },
      paths: {
        '/x/{id}': {
          post: {
            parameters: [{ name: 'q', in: 'query', required: true }],
            requestBody: json,
            responses: { 200: json },
          },
        },
      },
    }),
  );
  const check = createOpenApiCheck({ spec });
  expect(check.request('POST', '/x/1?q=1', { a: 'text' })).toEqual([]);
  expect(check.request('POST', '/x/1?z=1', { a: 1, b: 2 }).map((problem) => problem.where)).toEqual([
    'query',
    'query',
    'request',
    'request',
  ]);
  expect(check.request('GET', '/x/1', undefined)).toMatchObject([{ where: 'path' }]);
  expect(check.response('POST', '/x/1', 200, { b: 1 })).toHaveLength(2);
  expect(check.response('POST', '/x/1', 201, {})).toMatchObject([{ where: 'status' }]);
  expect(check.response('POST', '/x/1', 429, { errorMessages: ['Rate limit exceeded.'], errors: {} })).toEqual([]);
  expect(check.response('POST', '/x/1', 429, { message: 'other' })).not.toEqual([]);
});
