import { provision } from './provision';
import { type Bench, bench, person } from './site';

let site: Bench;
let made: Awaited<ReturnType<typeof provision>>;
beforeEach(async () => {
  site = bench();
  made = await provision(site);
  site.events.length = 0;
});
afterEach(() => site.jira.close());

const task = (summary: string, more: object = {}) => ({
  fields: { project: { key: 'AIMS' }, issuetype: { name: 'Task' }, summary, ...more },
});
const risk = (summary: string, more: object = {}) => ({
  fields: { project: { key: 'AIMS' }, issuetype: { id: made.type.id }, summary, ...more },
});
const doc = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

test('a field takes a value only where it is on the screen and has a context', async () => {
  const rated = await site.done('POST', '/issue', risk('Bias', { [made.field.id]: { value: '5 certain' } }));
  expect((await site.done('GET', `/issue/${rated.key}`)).fields[made.field.id]).toMatchObject({
    value: '5 certain',
    id: made.options[1].id,
  });
  const refused = await site.call('POST', '/issue', task('No risk', { [made.field.id]: { value: '5 certain' } }));
  expect(refused).toMatchObject({
    status: 400,
    body: {
      errors: {
        [made.field.id]: `Field '${made.field.id}' cannot be set. It is not on the appropriate screen, or unknown.`,
      },
    },
  });
  const wrong = await site.call('POST', '/issue', risk('Bias', { [made.field.id]: { value: '6' } }));
  expect(wrong.body.errors[made.field.id]).toBe("Option value '6' is not valid");
});

test('a refused request leaves nothing behind', async () => {
  const before = await site.done('POST', '/search/approximate-count', { jql: 'project = AIMS' });
  expect((await site.call('POST', '/issue', task('x', { description: 'plain' }))).status).toBe(400);
  expect(await site.done('POST', '/search/approximate-count', { jql: 'project = AIMS' })).toEqual(before);
  expect(site.events).toEqual([]);
  expect((await site.done('POST', '/issue', task('first'))).key).toBe('AIMS-1');
});

test('a bulk creation makes transitions and links along, and each issue fails alone', async () => {
  const first = await site.done('POST', '/issue', task('first'));
  const answer = await site.call('POST', '/issue/bulk', {
    issueUpdates: [
      {
        ...risk('taken over'),
        transition: { id: '21' },
        update: { issuelinks: [{ add: { type: { name: 'Relates' }, outwardIssue: { key: first.key } } }] },
      },
      task(''),
      { ...risk('not rated'), transition: { id: '11' } },
    ],
  });
  expect(answer.status).toBe(201);
  expect(answer.body.errors).toMatchObject([
    { failedElementNumber: 1, elementErrors: { errors: { summary: 'You must specify a summary of the issue.' } } },
  ]);
  const [taken, unrated] = answer.body.issues;
  expect(taken.transition).toEqual({ status: 204, errorCollection: { errorMessages: [], errors: {} } });
  expect(unrated.transition).toMatchObject({
    status: 400,
    errorCollection: { errors: { [made.field.id]: 'Rate it first' } },
  });
  const shown = await site.done('GET', `/issue/${taken.id}`);
  expect(shown.fields).toMatchObject({
    status: { name: 'Accepted' },
    resolution: { name: 'Done' },
    issuelinks: [{ outwardIssue: { key: first.key } }],
  });
  expect((await site.done('GET', `/issue/${first.key}`)).fields.issuelinks).toMatchObject([
    { inwardIssue: { key: taken.key } },
  ]);
  expect((await site.done('GET', `/issue/${unrated.key}`)).fields.status.name).toBe('Identified');
});

test('history says what changed, in Jira’s terms', async () => {
  const { key } = await site.done('POST', '/issue', risk('Bias'));
  await site.done('PUT', `/issue/${key}`, {
    fields: { [made.field.id]: { id: made.options[0].id }, description: doc('about it') },
  });
  await site.done('PUT', `/issue/${key}`, { update: { labels: [{ add: 'a' }, { add: 'b' }, { remove: 'a' }] } });
  await site.done('POST', `/issue/${key}/transitions`, { transition: { id: '11' } });
  const { values } = await site.done('GET', `/issue/${key}/changelog`);
  const items = values.flatMap((change: { items: object[] }) => change.items);
  expect(items).toMatchObject([
    { field: 'Likelihood', fieldId: made.field.id, from: null, to: made.options[0].id, toString: '1 rare' },
    { field: 'description', fromString: null, toString: 'about it' },
    { field: 'labels', toString: 'b' },
    {
      field: 'status',
      fieldId: 'status',
      fromString: 'Identified',
      toString: 'Analysed',
      from: made.statuses[0].id,
      to: made.statuses[1].id,
    },
  ]);
  const bulk = await site.done('POST', '/changelog/bulkfetch', { issueIdsOrKeys: [key], fieldIds: ['status'] });
  expect(bulk.issueChangeLogs[0].changeHistories).toHaveLength(1);
});

test('closing sets a resolution and reopening clears it; a screen lets one choose', async () => {
  await site.done('POST', '/project', {
    key: 'WORK',
    name: 'Work',
    leadAccountId: 'admin',
    projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
  });
  const { key } = await site.done('POST', '/issue', {
    fields: { project: { key: 'WORK' }, issuetype: { name: 'Task' }, summary: 'x' },
  });
  const find = async (name: string) =>
    (await site.done('GET', `/issue/${key}/transitions`)).transitions.find(
      (one: { to: { name: string } }) => one.to.name === name,
    ).id;
  await site.done('POST', `/issue/${key}/transitions`, { transition: { id: await find('Done') } });
  expect((await site.done('GET', `/issue/${key}?fields=resolution,resolutiondate`)).fields).toMatchObject({
    resolution: { name: 'Done' },
    resolutiondate: expect.any(String),
  });
  await site.done('POST', `/issue/${key}/transitions`, { transition: { id: await find('To Do') } });
  expect((await site.done('GET', `/issue/${key}?fields=resolution`)).fields.resolution).toBeNull();
});

test('repeating a link is harmless; its direction is that of the read form', async () => {
  const a = await site.done('POST', '/issue', task('a'));
  const b = await site.done('POST', '/issue', task('b'));
  const body = { type: { name: 'Blocks' }, inwardIssue: { key: a.key }, outwardIssue: { key: b.key } };
  for (const _ of [1, 2]) expect((await site.call('POST', '/issueLink', body)).status).toBe(201);
  const [link] = (await site.done('GET', `/issue/${a.key}?fields=issuelinks`)).fields.issuelinks;
  expect(link).toMatchObject({ outwardIssue: { key: b.key }, type: { outward: 'blocks' } });
  expect(site.events.filter((event) => event.name === 'avi:jira:created:issuelink')).toMatchObject([
    { payload: { sourceIssueId: a.id, destinationIssueId: b.id } },
  ]);
  await site.done('DELETE', `/issueLink/${link.id}`);
  expect((await site.done('GET', `/issue/${b.key}?fields=issuelinks`)).fields.issuelinks).toEqual([]);
});

test('events carry the documented fields only, and cascades are silent', async () => {
  const a = await site.done('POST', '/issue', risk('a', { [made.field.id]: { value: '1 rare' }, labels: ['l'] }));
  const b = await site.done('POST', '/issue', task('b'));
  await site.done('POST', '/issueLink', {
    type: { name: 'Relates' },
    inwardIssue: { id: a.id },
    outwardIssue: { id: b.id },
  });
  const created = site.events[0]?.payload as { issue: { fields: object } };
  expect(Object.keys(created.issue.fields).sort()).toEqual([
    'assignee',
    'created',
    'creator',
    'issuetype',
    'project',
    'reporter',
    'status',
    'summary',
    'updated',
  ]);
  await site.done('PUT', `/issue/${a.key}`, { fields: { summary: 'changed' } });
  expect(site.events.at(-1)).toMatchObject({
    name: 'avi:jira:updated:issue',
    causedByApp: false,
    payload: { changelog: { items: [{ field: 'summary', toString: 'changed' }] } },
  });
  site.events.length = 0;
  await site.done('DELETE', `/issue/${a.key}`);
  expect(site.events.map((event) => event.name)).toEqual(['avi:jira:deleted:issue']);
  await site.done('DELETE', '/project/AIMS?enableUndo=false');
  expect(site.events.slice(1).map((event) => event.name)).toEqual(['avi:jira:deleted:project']);
  expect((await site.call('GET', `/issue/${b.key}`)).status).toBe(404);
});

test('what one may not browse does not exist: not alone, in searches, in bulk or behind a link', async () => {
  const user = await site.done('POST', '/user', { emailAddress: 'eve@example.com', products: ['jira-software'] });
  const eve = person(user.accountId);
  const scheme = await site.done('POST', '/permissionscheme', {
    name: 'Closed',
    permissions: ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'LINK_ISSUES', 'EDIT_ISSUES'].map((permission) => ({
      permission,
      holder: { type: 'projectLead' },
    })),
  });
  await site.done('POST', '/project', { key: 'OPEN', name: 'Open', leadAccountId: 'admin' });
  const hidden = await site.done('POST', '/issue', task('hidden'));
  const open = await site.done('POST', '/issue', {
    fields: { project: { key: 'OPEN' }, issuetype: { name: 'Task' }, summary: 'open' },
  });
  await site.done('POST', '/issueLink', {
    type: { name: 'Relates' },
    inwardIssue: { id: hidden.id },
    outwardIssue: { id: open.id },
  });
  await site.done('PUT', '/project/AIMS/permissionscheme', { id: scheme.id });
  expect((await site.call('GET', `/issue/${hidden.key}`, undefined, eve)).status).toBe(404);
  expect((await site.call('GET', '/project/AIMS', undefined, eve)).status).toBe(404);
  expect((await site.done('POST', '/search/jql', { jql: 'summary ~ hidden or summary ~ open' }, eve)).issues).toEqual([
    { id: open.id },
  ]);
  expect((await site.call('POST', '/search/jql', { jql: 'project = AIMS' }, eve)).status).toBe(400);
  const fetched = await site.done(
    'POST',
    '/issue/bulkfetch',
    { issueIdsOrKeys: [hidden.id, open.id], fields: ['issuelinks'] },
    eve,
  );
  expect(fetched).toMatchObject({
    issues: [{ id: open.id, fields: { issuelinks: [] } }],
    issueErrors: [{ id: hidden.id }],
  });
  expect((await site.call('PUT', `/issue/${hidden.key}`, { fields: { summary: 'x' } }, eve)).status).toBe(404);
});
