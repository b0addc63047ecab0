import { provision } from './provision';
import { type Bench, bench, person } from './site';

/** Issues that are moved to another project: key, status, values, history and event. */

let site: Bench;
let made: Awaited<ReturnType<typeof provision>>;
let task = '';
let subtask = '';

const typeOf = async (project: string, name: string): Promise<string> => {
  const { issueTypes } = await site.done('GET', `/issue/createmeta/${project}/issuetypes`);
  return issueTypes.find((type: { name: string }) => type.name === name).id;
};
const create = (project: string, issuetype: object, more: object = {}) =>
  site.done('POST', '/issue', { fields: { project: { key: project }, issuetype, summary: 'x', ...more } });

beforeEach(async () => {
  site = bench();
  made = await provision(site);
  await site.done('POST', '/project', { key: 'NEW', name: 'New place', leadAccountId: 'admin' });
  [task, subtask] = [await typeOf('NEW', 'Task'), await typeOf('NEW', 'Subtask')];
  site.events.length = 0;
});
afterEach(() => site.jira.close());

const target = (issueIdsOrKeys: string[], more: object = {}) => ({
  inferClassificationDefaults: true,
  inferFieldDefaults: true,
  inferStatusDefaults: true,
  inferSubtaskTypeDefault: true,
  issueIdsOrKeys,
  ...more,
});
const move = (to: string, issues: string[], more: object = {}, caller = person('admin')) =>
  site.call('POST', '/bulk/issues/move', { targetToSourcesMapping: { [to]: target(issues, more) } }, caller);
const outcome = async (to: string, issues: string[], more: object = {}) => {
  const { status, body } = await move(to, issues, more);
  expect(status).toBe(201);
  await site.clock.advance(2_000);
  return site.done('GET', `/bulk/queue/${body.taskId}`);
};

test('a moved issue has a key of its new project, and its old one goes on finding it', async () => {
  const { id } = await create('AIMS', { id: made.type.id }, { [made.field.id]: { value: '5 certain' } });
  await create('NEW', { name: 'Task' });
  site.events.length = 0;
  expect(await outcome(`NEW,${task}`, ['AIMS-1'])).toMatchObject({
    status: 'COMPLETE',
    processedAccessibleIssues: [Number(id)],
    invalidOrInaccessibleIssueCount: 0,
    totalIssueCount: 1,
  });
  const moved = await site.done('GET', '/issue/AIMS-1');
  expect(moved).toMatchObject({
    id,
    key: 'NEW-2',
    fields: { project: { key: 'NEW' }, issuetype: { id: task }, status: { name: 'To Do' } },
  });
  expect(moved.fields[made.field.id]).toBeUndefined();
  const found = await site.done('POST', '/search/jql', { jql: 'key = AIMS-1', fields: ['key'] });
  expect(found.issues).toMatchObject([{ id, key: 'NEW-2' }]);
  expect((await create('AIMS', { name: 'Task' })).key).toBe('AIMS-2');
});

test('history and event name the project, the key and what else changed', async () => {
  const { id } = await create('AIMS', { id: made.type.id });
  site.events.length = 0;
  await outcome(`NEW,${task}`, [id]);
  const { values } = await site.done('GET', '/issue/NEW-1/changelog');
  expect(values[0].items).toMatchObject([
    { field: 'project', fromString: 'AI management', toString: 'New place' },
    { field: 'Key', fieldId: 'issuekey', from: null, fromString: 'AIMS-1', to: null, toString: 'NEW-1' },
    { field: 'issuetype', fromString: 'AI risk', toString: 'Task' },
    { field: 'status', fromString: 'Identified', toString: 'To Do' },
  ]);
  const [event] = site.events;
  expect(event).toMatchObject({ name: 'avi:jira:updated:issue', payload: { issue: { id, key: 'NEW-1' } } });
  expect(event?.payload.changelog).toMatchObject({ items: [{ field: 'project' }, { field: 'Key' }, {}, {}] });
});

test('a status that the workflow lacks is mapped, and has to be where it is not inferred', async () => {
  const { id } = await create('AIMS', { id: made.type.id });
  const { fields } = await site.done('GET', `/issue/${id}`);
  const [, , done] = (await site.done('GET', '/project/NEW/statuses'))[0].statuses;
  const given = { inferStatusDefaults: false };
  const refused = await outcome(`NEW,${task}`, [id], given);
  expect(refused.processedAccessibleIssues).toEqual([]);
  expect(refused.failedAccessibleIssues[id][0]).toMatch(/status 'Identified' is not in the workflow/);
  expect(await site.done('GET', `/issue/${id}`)).toMatchObject({ key: 'AIMS-1', fields: { status: fields.status } });
  const targetStatus = [{ statuses: { [done.id]: [fields.status.id] } }];
  await outcome(`NEW,${task}`, [id], { ...given, targetStatus });
  expect((await site.done('GET', `/issue/${id}`)).fields.status).toMatchObject({ name: 'Done' });
});

test('sub-tasks go along with their issue', async () => {
  await site.done('POST', '/project', { key: 'OLD', name: 'Old place', leadAccountId: 'admin' });
  const parent = await create('OLD', { name: 'Task' });
  const child = await create('OLD', { id: subtask }, { parent: { id: parent.id } });
  await outcome(`NEW,${task}`, [parent.id]);
  const moved = await site.done('GET', `/issue/${child.id}?fields=parent`);
  expect(moved).toMatchObject({ key: 'NEW-2', fields: { parent: { id: parent.id, key: 'NEW-1' } } });
});

test('who may not move them, destinations that there are not, and issues that there are not', async () => {
  const user = { emailAddress: 'ada@example.com', displayName: 'Ada', products: ['jira-software'] };
  const { accountId: ada } = await site.done('POST', '/user', user);
  await create('AIMS', { name: 'Task' });
  expect(await outcome(`NEW,${task}`, ['AIMS-99'])).toMatchObject({
    processedAccessibleIssues: [],
    invalidOrInaccessibleIssueCount: 1,
  });
  expect((await move('NONE,1', ['AIMS-1'])).body.errors[0].message).toMatch(/No project/);
  expect((await move('NEW,99', ['AIMS-1'])).body.errors[0].message).toMatch(/issue type 99/);
  expect((await move(`NEW,${subtask}`, ['AIMS-1'])).body.errors[0].message).toMatch(/needs a parent/);
  const { body } = await move(`NEW,${task}`, ['AIMS-1'], {}, person(ada));
  expect((await site.call('GET', `/bulk/queue/${body.taskId}`, undefined, person(ada))).body.status).toBe('ENQUEUED');
  await site.done('POST', '/project/NEW/archive');
  expect((await outcome(`AIMS,${made.type.id}`, ['NEW-1'])).failedAccessibleIssues).toMatchObject({
    [(await site.done('GET', '/issue/NEW-1')).id]: [expect.stringMatching(/archived/)],
  });
});
