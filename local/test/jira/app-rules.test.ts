import { rule, ruled } from './ruled';
import { APP_ID, ENVIRONMENT_ID, type person } from './site';

let made: Awaited<ReturnType<typeof ruled>>;

beforeEach(async () => {
  made = await ruled();
});
afterEach(() => made.site.jira.close());

test('an expression of the app’s manifest validates, with its message', async () => {
  const { bob, taskInReview, close } = made;
  const key = await taskInReview({
    validators: [
      rule('forge:expression-validator', {
        key: `ari:cloud:ecosystem::extension/${APP_ID}/${ENVIRONMENT_ID}/static/not-assignee`,
        config: '{}',
      }),
    ],
  });
  expect(await close(key, bob)).toMatchObject({ status: 400, body: { errorMessages: ['Somebody else must decide.'] } });
  expect((await close(key)).status).toBe(204);
});

test('an expression that fails blocks, and its event tells so although the transition is refused', async () => {
  const { site, taskInReview, close } = made;
  const config = JSON.stringify({ expression: 'issue.environment.plainText == null' });
  const key = `ari:cloud:ecosystem::extension/${APP_ID}/${ENVIRONMENT_ID}/static/not-assignee`;
  const issueKey = await taskInReview({ validators: [rule('forge:expression-validator', { key, config })] });
  site.events.length = 0;
  expect((await close(issueKey)).status).toBe(400);
  expect(site.events).toMatchObject([
    {
      name: 'avi:jira:failed:expression',
      payload: { extensionId: key, workflowName: 'Ruled', errorMessages: ["Cannot read 'plainText' of null."] },
    },
  ]);
});

/** What a transition is refused with by the app's rule of this expression, in words; empty where it lets through. */
async function refused(issueKey: string, caller?: ReturnType<typeof person>): Promise<string> {
  const { status, body } = await made.close(issueKey, caller);
  return status === 204 ? '' : body.errorMessages.join(' ');
}
const expression = (source: string) =>
  rule('forge:expression-validator', {
    key: `ari:cloud:ecosystem::extension/${APP_ID}/${ENVIRONMENT_ID}/static/not-assignee`,
    config: JSON.stringify({ expression: source }),
  });

test('a text that an expression gives is why not; what an app wrote at the issue decides, and its absence too', async () => {
  const { site, taskInReview } = made;
  const key = await taskInReview({
    validators: [
      expression("let g = issue.properties['gate']; g == null ? 'Not counted yet.' : g.stop == null ? true : g.stop"),
    ],
  });
  expect(await refused(key)).toBe('Not counted yet.');
  await site.done('PUT', `/issue/${key}/properties/gate`, { stop: 'First an assessment.' });
  expect(await refused(key)).toBe('First an assessment.');
  await site.done('PUT', `/issue/${key}/properties/gate`, {});
  expect(await refused(key)).toBe('');
});

test('dates of fields are calendar days, compared with today where the site is', async () => {
  const { site, taskInReview } = made;
  const key = await taskInReview({
    validators: [
      expression(
        'issue.duedate != null && issue.duedate >= new CalendarDate() && issue.duedate <= new CalendarDate().plusMonths(12)',
      ),
    ],
  });
  const dueIn = (days: number) =>
    site.done('PUT', `/issue/${key}`, {
      fields: { duedate: new Date(site.clock.now() + days * 86_400_000).toISOString().slice(0, 10) },
    });
  expect(await refused(key)).not.toBe('');
  await dueIn(-1);
  expect(await refused(key)).not.toBe('');
  await dueIn(400);
  expect(await refused(key)).not.toBe('');
  await dueIn(0);
  expect(await refused(key)).toBe('');
});

test('an expression beyond a limit is refused when the rule is saved', async () => {
  const { site, payload } = made;
  const long = Array.from({ length: 60 }, (_, place) => `issue.key != 'A-${place}'`).join(' && ');
  const { status, body } = await site.call('POST', '/workflows/create', payload({ validators: [expression(long)] }));
  expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('at most 1000 are evaluated')]);
});

test('a transition that is restricted from people is hidden from them, and a call makes it', async () => {
  const { site, payload, taskInReview, close, offered } = made;
  const hidden = (restrictMode: string) => ({
    conditions: {
      operation: 'ALL',
      conditions: [rule('system:restrict-from-all-users', { restrictMode })],
      conditionGroups: [],
    },
  });
  const key = await taskInReview(hidden('users'));
  expect(await offered(key)).toEqual([]);
  const all = await site.done('GET', `/issue/${key}/transitions?skipRemoteOnlyCondition=true`);
  expect(all.transitions.map(({ id }: { id: string }) => id)).toEqual(['21']);
  expect((await close(key)).status).toBe(204);
  expect((await site.call('POST', '/workflows/create', payload(hidden('some'), 'Other'))).status).toBe(400);
});

test('properties of a status take deleting, editing and more from everybody', async () => {
  const { site, payload } = made;
  const taken = payload({});
  const [workflow] = taken.workflows;
  Object.assign(workflow?.statuses[1]?.properties ?? {}, {
    'jira.permission.delete.denied': '',
    'jira.permission.comment.denied': '',
    'jira.issue.editable': 'false',
  });
  await site.done('POST', '/workflows/create', taken);
  const scheme = await site.done('POST', '/workflowscheme', { name: 'Ruled', defaultWorkflow: 'Ruled' });
  await site.done('POST', '/project', {
    key: 'RULE',
    name: 'Rules',
    leadAccountId: 'admin',
    workflowScheme: scheme.id,
  });
  const fields = { project: { key: 'RULE' }, issuetype: { name: 'Task' }, summary: 'x' };
  const { key } = await site.done('POST', '/issue', { fields });
  const comment = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x' }] }] };
  const tried = async () => [
    (await site.call('PUT', `/issue/${key}`, { fields: { summary: 'y' } })).status,
    (await site.call('POST', `/issue/${key}/comment`, { body: comment })).status,
  ];
  expect(await tried()).toEqual([204, 201]);
  await site.done('POST', `/issue/${key}/transitions`, { transition: { id: '11' } });
  expect(await tried()).toEqual([403, 400]);
  expect((await site.call('DELETE', `/issue/${key}`)).status).toBe(403);
  await site.done('POST', `/issue/${key}/transitions`, { transition: { id: '21' } });
  expect((await site.call('DELETE', `/issue/${key}`)).status).toBe(204);
});

test('expressions are analysed: valid or not, and how much they read', async () => {
  const { site } = made;
  const read = "issue.properties['gate'] == null && issue.links.map(l => l.linkedIssue.properties['x']).length > 0";
  const { results } = await site.done('POST', '/expression/analyse?check=complexity', {
    expressions: [read, 'issue.key ==', 'issue.list.reduce(x => x)'],
  });
  expect(results).toMatchObject([
    { valid: true, complexity: { expensiveOperations: 'N + 2', variables: { N: 'issue.links' } } },
    { valid: false, errors: [{ type: 'syntax' }] },
    { valid: false },
  ]);
  expect((await site.call('POST', '/expression/analyse?check=type', { expressions: [] })).status).toBe(400);
});
