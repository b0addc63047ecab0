import { bare, rule, ruled } from './ruled';

let made: Awaited<ReturnType<typeof ruled>>;

beforeEach(async () => {
  made = await ruled();
});
afterEach(() => made.site.jira.close());

test('separation of duties hides the transition from whoever made the earlier one', async () => {
  const { bob, statuses, taskInReview, close, offered } = made;
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
  const { site, bobId, bob, taskInReview, offered } = made;
  const { groupId } = await site.done('POST', '/group', { name: 'deciders' });
  const key = await taskInReview({
    conditions: { operation: 'ALL', conditions: [rule('system:restrict-issue-transition', { groupIds: groupId })] },
  });
  expect(await offered(key, bob)).toEqual([]);
  await site.done('POST', `/group/user?groupId=${groupId}`, { accountId: bobId });
  expect(await offered(key, bob)).toEqual(['21']);
});

test('a screen lets one set the resolution, and date rules compare', async () => {
  const { site, taskInReview, close } = made;
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
  const { site, taskInReview, close } = made;
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
  const { site, payload } = made;
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
  const { site, statuses, taskInReview } = made;
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
  const { site, statuses, taskInReview } = made;
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
