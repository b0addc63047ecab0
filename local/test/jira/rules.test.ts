import { evaluate } from '../../site/jira/workflow/expression/evaluate';
import { parseExpression } from '../../site/jira/workflow/expression/parse';
import { APP_ID, type Bench, bench, ENVIRONMENT_ID, person } from './site';

let site: Bench;
let bob: ReturnType<typeof person>;
let bobId: string;
let statuses: { id: string; name: string; statusCategory: string }[];

beforeEach(async () => {
  site = bench();
  const user = await site.done('POST', '/user', {
    emailAddress: 'bob@example.com',
    displayName: 'Bob',
    products: ['jira-software'],
  });
  bobId = user.accountId;
  bob = person(bobId);
  statuses = await site.done('POST', '/statuses', {
    scope: { type: 'GLOBAL' },
    statuses: [
      { name: 'Open', statusCategory: 'TODO' },
      { name: 'Review', statusCategory: 'IN_PROGRESS' },
      { name: 'Closed', statusCategory: 'DONE' },
    ],
  });
});
afterEach(() => site.jira.close());

const bare = { links: [], actions: [], validators: [], triggers: [], properties: {} };
const rule = (ruleKey: string, parameters: Record<string, string>) => ({ ruleKey, parameters });

function payload(last: object, name = 'Ruled') {
  return {
    scope: { type: 'GLOBAL' },
    statuses: statuses.map(({ id, name: text, statusCategory }, index) => ({
      statusReference: `s${index}`,
      id,
      name: text,
      statusCategory,
    })),
    workflows: [
      {
        name,
        statuses: [0, 1, 2].map((index) => ({ statusReference: `s${index}`, properties: {} })),
        transitions: [
          { ...bare, id: '1', type: 'INITIAL', name: 'Create', toStatusReference: 's0' },
          {
            ...bare,
            id: '11',
            type: 'DIRECTED',
            name: 'Review',
            toStatusReference: 's1',
            links: [{ fromStatusReference: 's0' }],
          },
          {
            ...bare,
            id: '21',
            type: 'DIRECTED',
            name: 'Close',
            toStatusReference: 's2',
            links: [{ fromStatusReference: 's1' }],
            ...last,
          },
        ],
      },
    ],
  };
}

/** A project whose tasks follow the workflow, and one task of it in Review. */
async function taskInReview(last: object): Promise<string> {
  await site.done('POST', '/workflows/create', payload(last));
  const scheme = await site.done('POST', '/workflowscheme', { name: 'Ruled', defaultWorkflow: 'Ruled' });
  await site.done('POST', '/project', {
    key: 'RULE',
    name: 'Rules',
    leadAccountId: 'admin',
    workflowScheme: scheme.id,
  });
  const { key } = await site.done('POST', '/issue', {
    fields: { project: { key: 'RULE' }, issuetype: { name: 'Task' }, summary: 'x', assignee: { accountId: bobId } },
  });
  await site.done('POST', `/issue/${key}/transitions`, { transition: { id: '11' } });
  return key;
}

const close = (key: string, caller?: ReturnType<typeof person>, more: object = {}) =>
  site.call('POST', `/issue/${key}/transitions`, { transition: { id: '21' }, ...more }, caller);
const offered = async (key: string, caller?: ReturnType<typeof person>) =>
  (await site.done('GET', `/issue/${key}/transitions`, undefined, caller)).transitions.map(
    (one: { id: string }) => one.id,
  );

test('separation of duties hides the transition from whoever made the earlier one', async () => {
  const key = await taskInReview({
    conditions: {
      operation: 'ALL',
      conditions: [
        rule('system:separation-of-duties', { fromStatusId: statuses[0]?.id ?? '', toStatusId: statuses[1]?.id ?? '' }),
      ],
      conditionGroups: [],
    },
  });
  expect(await offered(key)).toEqual([]);
  expect((await close(key)).status).toBe(400);
  expect(await offered(key, bob)).toEqual(['21']);
  expect((await close(key, bob)).status).toBe(204);
});

test('a transition can be left to a group, and to the people of a field', async () => {
  const { groupId } = await site.done('POST', '/group', { name: 'deciders' });
  const key = await taskInReview({
    conditions: { operation: 'ALL', conditions: [rule('system:restrict-issue-transition', { groupIds: groupId })] },
  });
  expect(await offered(key, bob)).toEqual([]);
  await site.done('POST', `/group/user?groupId=${groupId}`, { accountId: bobId });
  expect(await offered(key, bob)).toEqual(['21']);
});

test('an expression of the app’s manifest validates, with its message', async () => {
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

test('a screen lets one set the resolution, and date rules compare', async () => {
  const key = await taskInReview({
    transitionScreen: rule('system:transition-screen', { screenId: '3' }),
    validators: [
      rule('system:validate-field-value', {
        ruleType: 'windowDateComparison',
        date1FieldKey: 'duedate',
        date2FieldKey: 'created',
        numberOfDays: '30',
      }),
    ],
  });
  await site.done('PUT', `/issue/${key}`, { fields: { duedate: '2026-12-31' } });
  expect((await close(key)).body.errorMessages).toEqual(['Due date must be at most 30 days after Created.']);
  await site.done('PUT', `/issue/${key}`, { fields: { duedate: '2026-01-20' } });
  expect((await close(key, undefined, { fields: { resolution: { name: "Won't Do" } } })).status).toBe(204);
  expect((await site.done('GET', `/issue/${key}`)).fields.resolution.name).toBe("Won't Do");
});

test('an action sets a field', async () => {
  const key = await taskInReview({
    actions: [
      rule('system:update-field', { field: 'resolution', value: '10002', mode: 'replace' }),
      rule('system:update-field', { field: 'duedate', value: '%%CURRENT_DATETIME%%' }),
    ],
  });
  await close(key);
  expect((await site.done('GET', `/issue/${key}`)).fields).toMatchObject({
    resolution: { name: 'Duplicate' },
    duedate: '2026-01-05',
  });
});

test('what this site cannot run is refused when the workflow is made, by name', async () => {
  const check = async (last: object) =>
    (await site.done('POST', '/workflows/create/validation', { payload: payload(last) })).errors
      .map((one: { message: string }) => one.message)
      .join(' ');
  expect(await check({ validators: [rule('system:proforma-forms-attached', {})] })).toMatch(
    /'system:proforma-forms-attached' is not available/,
  );
  expect(
    await check({
      validators: [rule('system:validate-field-value', { ruleType: 'fieldRequired', fieldsRequired: 'customfield_1' })],
    }),
  ).toMatch(/'customfield_1' does not exist/);
  expect(await check({ validators: [rule('forge:expression-validator', { key: 'ari:other' })] })).toMatch(
    /has no jira:workflowValidator/,
  );
  expect(await check({ links: [] })).toMatch(/needs at least one source status/);
  expect((await site.call('POST', '/workflows/create', payload({ links: [] }))).status).toBe(400);
});

test('a workflow is updated with its version; issues in a removed status need a mapping', async () => {
  const key = await taskInReview({});
  const { workflows } = await site.done('POST', '/workflows', { workflowNames: ['Ruled'] });
  const [workflow] = workflows;
  const without = (extra: object) => ({
    statuses: statuses
      .filter((_, index) => index !== 1)
      .map(({ id, name, statusCategory }) => ({ statusReference: id, id, name, statusCategory })),
    workflows: [
      {
        id: workflow.id,
        version: workflow.version,
        statuses: workflow.statuses
          .filter((one: { statusReference: string }) => one.statusReference !== statuses[1]?.id)
          .map(({ statusReference }: { statusReference: string }) => ({ statusReference, properties: {} })),
        transitions: [
          { ...bare, id: '1', type: 'INITIAL', name: 'Create', toStatusReference: statuses[0]?.id },
          { ...bare, id: '21', type: 'GLOBAL', name: 'Close', toStatusReference: statuses[2]?.id },
        ],
        ...extra,
      },
    ],
  });
  expect((await site.call('POST', '/workflows/update', without({}))).status).toBe(400);
  const updated = await site.done(
    'POST',
    '/workflows/update',
    without({ defaultStatusMappings: [{ oldStatusReference: statuses[1]?.id, newStatusReference: statuses[0]?.id }] }),
  );
  expect(await site.done('GET', `/task/${updated.taskId}`)).toMatchObject({ status: 'ENQUEUED', progress: 0 });
  await site.clock.advance(5_000);
  expect(await site.done('GET', `/task/${updated.taskId}`)).toMatchObject({ status: 'COMPLETE', progress: 100 });
  expect((await site.done('GET', `/issue/${key}`)).fields.status.name).toBe('Open');
  expect((await site.call('POST', '/workflows/update', without({}))).status).toBe(409);
});

test('a project with issues is switched, not assigned, and answers with a task', async () => {
  const key = await taskInReview({});
  const scheme = await site.done('POST', '/workflowscheme', { name: 'Plain', defaultWorkflow: 'jira' });
  const project = await site.done('GET', '/project/RULE');
  expect(
    (await site.call('PUT', '/workflowscheme/project', { workflowSchemeId: String(scheme.id), projectId: project.id }))
      .status,
  ).toBe(400);
  const target = { projectId: project.id, targetSchemeId: String(scheme.id) };
  expect((await site.call('POST', '/workflowscheme/project/switch', target)).status).toBe(400);
  const task = (await site.done('GET', '/issuetype')).find((one: { name: string }) => one.name === 'Task');
  const [todo] = (await site.done('GET', '/statuses/search?searchString=To%20Do')).values;
  const switched = await site.call('POST', '/workflowscheme/project/switch', {
    ...target,
    mappingsByIssueTypeOverride: [
      { issueTypeId: task.id, statusMappings: [{ oldStatusId: statuses[1]?.id, newStatusId: todo.id }] },
    ],
  });
  expect(switched).toMatchObject({ status: 303, headers: { Location: expect.stringMatching(/\/task\/\d+$/) } });
  expect((await site.done('GET', `/issue/${key}`)).fields.status.name).toBe('To Do');
});

const names = {
  issue: { key: 'A-1', list: [1, 2, 3], none: null, due: new Date('2026-01-10') },
  '@now': Date.UTC(2026, 0, 5),
};

test.each([
  ["issue.key == 'A-1' && issue.none?.anything == null", true],
  ['issue.list.filter(x => x > 1).map(x => x * 2).some(x => x == 6)', true],
  ['issue.list.length >= 3 ? !false : false', true],
  ['issue.due <= new Date().plusYears(1) && issue.due > new Date()', true],
  ["['a', 'b'].includes('b') && (issue.none ?? 7) - 2 * 3 == 1", true],
])('evaluates %s', (source, expected) => {
  expect(evaluate(parseExpression(source), names)).toBe(expected);
});

test.each([
  ['issue.none.key', /Cannot read 'key' of null/],
  ['issue.missing', /'missing' is not available/],
  ['issue.key > 3', /cannot be compared/],
  ['issue.list.reduce(x => x)', /method 'reduce'/],
  ['issue.key && true', /A Boolean is needed/],
  ['let x = 1; x', /Unexpected/],
  ['user.accountId', /'user' is not available/],
])('fails loudly on %s', (source, message) => {
  expect(() => evaluate(parseExpression(source), names)).toThrow(message);
});
