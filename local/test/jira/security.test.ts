import type { Caller } from '../../seam';
import { APP, APP_ID, type Bench, bench, person } from './site';

/** Security levels: whoever is no member of an issue's level sees it nowhere. */

let site: Bench;
let ada = '';
let ben = '';
let scheme = '';
let secret = '';
let open = '';

const join = async (name: string): Promise<string> => {
  const user = { emailAddress: `${name}@example.com`, displayName: name, products: ['jira-software'] };
  return (await site.done('POST', '/user', user)).accountId;
};
const create = (summary: string, more: object = {}, caller = person('admin')) =>
  site.call(
    'POST',
    '/issue',
    { fields: { project: { key: 'SAFE' }, issuetype: { name: 'Task' }, summary, ...more } },
    caller,
  );
const levelIn = async (name: string): Promise<string> => {
  const { values } = await site.done('GET', `/issuesecurityschemes/level?schemeId=${scheme}`);
  return values.find((level: { name: string }) => level.name === name).id;
};
const assign = (schemeId: string | null, more: object = {}) =>
  site
    .done('GET', '/project/SAFE')
    .then(({ id }) => site.call('PUT', '/issuesecurityschemes/project', { projectId: id, schemeId, ...more }));
const status = async (path: string, caller: Caller = person(ben)) =>
  (await site.call('GET', path, undefined, caller)).status;

/** The administrator and Ada are members of "Secret", Ben of nothing; everybody who reports an issue sees "Open". */
beforeEach(async () => {
  site = bench();
  [ada, ben] = [await join('ada'), await join('ben')];
  await site.done('POST', '/project', { key: 'SAFE', name: 'Safe', leadAccountId: 'admin' });
  const members = [{ type: 'projectLead' }, { type: 'user', parameter: ada }];
  const levels = [
    { name: 'Secret', description: 'For few', members },
    { name: 'Open', isDefault: false, members: [{ type: 'applicationRole' }] },
  ];
  ({ id: scheme } = await site.done('POST', '/issuesecurityschemes', { name: 'Concerns', levels }));
  [secret, open] = [await levelIn('Secret'), await levelIn('Open')];
  await assign(scheme);
  await create('hidden', { security: { id: secret } });
  await create('shown', { security: { name: 'Open' } });
  site.events.length = 0;
});
afterEach(() => site.jira.close());

test('an issue of a level is seen by its members, and for all others it does not exist', async () => {
  const { id } = await site.done('GET', '/issue/SAFE-1');
  const link = { type: { name: 'Relates' }, inwardIssue: { key: 'SAFE-2' }, outwardIssue: { key: 'SAFE-1' } };
  await site.done('POST', '/issueLink', link);
  const seen = async (caller: ReturnType<typeof person>) => {
    const search = { jql: 'project = SAFE order by key', fields: ['key'] };
    const { issues } = await site.done('POST', '/search/jql', search, caller);
    const fetched = await site.done('POST', '/issue/bulkfetch', { issueIdsOrKeys: [id] }, caller);
    const changes = await site.done('POST', '/changelog/bulkfetch', { issueIdsOrKeys: [id] }, caller);
    const linked = await site.done('GET', '/issue/SAFE-2?fields=issuelinks', undefined, caller);
    const asked = { projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], issues: [Number(id)] }] };
    const allowed = await site.done('POST', '/permissions/check', asked, caller);
    return [
      issues.map(({ key }: { key: string }) => key),
      fetched.issues.length,
      changes.issueChangeLogs.length,
      linked.fields.issuelinks.length,
      allowed.projectPermissions[0].issues.length,
    ];
  };
  expect(await seen(person(ada))).toEqual([['SAFE-1', 'SAFE-2'], 1, 1, 1, 1]);
  expect(await seen(person(ben))).toEqual([['SAFE-2'], 0, 0, 0, 0]);
  for (const path of ['', '/changelog', '/comment', '/transitions', '/properties', '/remotelink'])
    expect([path, await status(`/issue/SAFE-1${path}`)]).toEqual([path, 404]);
  const edited = await site.call('PUT', '/issue/SAFE-1', { fields: { summary: 'x' } }, person(ben));
  expect(edited.status).toBe(404);
  const query = { jql: 'key = SAFE-1' };
  expect((await site.call('POST', '/search/jql', query, person(ben))).status).toBe(400);
});

test('the app is a member only where the level names it', async () => {
  expect([await status('/issue/SAFE-1', APP), await status('/issue/SAFE-2', APP)]).toEqual([404, 404]);
  const member = { type: 'user', parameter: `557058:${APP_ID}` };
  await site.done('PUT', `/issuesecurityschemes/${scheme}/level/${secret}/member`, { members: [member] });
  expect(await status('/issue/SAFE-1', APP)).toBe(200);
});

test('a level is given with Set issue security alone, from the scheme of the project, and is told in history', async () => {
  await site.done('PUT', '/issue/SAFE-2', { fields: { security: { id: secret } } });
  const { fields } = await site.done('GET', '/issue/SAFE-2');
  expect(fields.security).toMatchObject({ id: secret, name: 'Secret', description: 'For few' });
  const { values } = await site.done('GET', '/issue/SAFE-2/changelog');
  expect(values[0].items).toMatchObject([{ fieldId: 'security', fromString: 'Open', toString: 'Secret' }]);
  const refused = { security: "Field 'security' cannot be set. It is not on the appropriate screen, or unknown." };
  expect((await create('x', { security: { id: open } }, person(ada))).body.errors).toEqual(refused);
  const offered = async (caller: ReturnType<typeof person>) =>
    (await site.done('GET', '/issue/SAFE-2/editmeta', undefined, caller)).fields.security;
  expect(await offered(person(ada))).toBeUndefined();
  expect((await offered(person('admin'))).allowedValues).toMatchObject([{ id: secret }, { id: open }]);
  expect((await create('x', { security: { id: '1' } })).body.errors.security).toMatch(/not one of the project/);
  await site.done('POST', '/project', { key: 'FREE', name: 'Free', leadAccountId: 'admin' });
  const elsewhere = { project: { key: 'FREE' }, security: { id: open } };
  expect((await create('x', elsewhere)).body.errors).toEqual(refused);
  const { key } = (await create('x', { project: { key: 'FREE' } })).body;
  expect((await site.done('GET', `/issue/${key}`)).fields).not.toHaveProperty('security');
});

test('new issues get the default level, sub-tasks have that of their parent, and levels are searched', async () => {
  const defaultValues = [{ issueSecuritySchemeId: scheme, defaultLevelId: secret }];
  await site.done('PUT', '/issuesecurityschemes/level/default', { defaultValues });
  await create('third', {}, person(ben));
  const subtask = { issuetype: { name: 'Subtask' }, parent: { key: 'SAFE-2' } };
  const { key } = (await create('part', subtask)).body;
  expect((await site.done('GET', `/issue/${key}`)).fields.security).toMatchObject({ name: 'Open' });
  expect([await status('/issue/SAFE-3'), await status(`/issue/${key}`)]).toEqual([404, 200]);
  const found = await site.done('POST', '/search/jql', { jql: 'level = Secret order by key', fields: ['key'] });
  expect(found.issues.map((issue: { key: string }) => issue.key)).toEqual(['SAFE-1', 'SAFE-3']);
});

test('schemes and levels are read, changed and taken away as their operations say', async () => {
  const path = `/issuesecurityschemes/${scheme}`;
  expect(await site.done('GET', path)).toMatchObject({ name: 'Concerns', levels: [{ id: secret }, { id: open }] });
  expect(await site.done('GET', '/project/SAFE/issuesecuritylevelscheme')).toMatchObject({ id: Number(scheme) });
  expect((await site.done('GET', '/project/SAFE/securitylevel')).levels.length).toBe(2);
  expect((await site.done('GET', '/project/SAFE/securitylevel', undefined, person(ada))).levels).toEqual([]);
  expect((await site.done('GET', `${path}/members?issueSecurityLevelId=${secret}`)).values).toMatchObject([
    { holder: { type: 'projectLead' } },
    { holder: { type: 'user', parameter: ada } },
  ]);
  const members = await site.done('GET', `/issuesecurityschemes/level/member?levelId=${secret}`);
  await site.done('DELETE', `${path}/level/${secret}/member/${members.values[1].id}`);
  expect(await status('/issue/SAFE-1', person(ada))).toBe(404);
  expect((await site.call('DELETE', path)).status).toBe(400);
  await site.done('PUT', path, { name: 'Concerns of today' });
  expect((await site.done('GET', '/issuesecurityschemes/search')).values).toMatchObject([
    { name: 'Concerns of today' },
  ]);
  await site.done('PUT', `${path}/level`, { levels: [{ name: 'Third', isDefault: true }] });
  await site.done('PUT', `${path}/level/${await levelIn('Third')}`, { name: 'Last' });
  expect((await site.done('GET', '/issuesecurityschemes/level?onlyDefault=true')).values).toMatchObject([
    { name: 'Last' },
  ]);
  await site.done('DELETE', `${path}/level/${secret}?replaceWith=${open}`);
  expect(await status('/issue/SAFE-1')).toBe(200);
  const mapping = await site.done('GET', '/issuesecurityschemes/project');
  expect(mapping.values).toMatchObject([{ issueSecuritySchemeId: scheme }]);
  expect((await site.call('GET', '/issuesecurityschemes', undefined, person(ada))).status).toBe(403);
});

test('a scheme that is taken from its project takes the levels of its issues along', async () => {
  const answer = await assign(null);
  expect(answer.status).toBe(303);
  expect(await status('/issue/SAFE-1')).toBe(200);
  await site.done('DELETE', `/issuesecurityschemes/${scheme}`);
  const other = { name: 'Other', levels: [{ name: 'Few', members: [{ type: 'user', parameter: ada }] }] };
  ({ id: scheme } = await site.done('POST', '/issuesecurityschemes', other));
  const oldToNewSecurityLevelMappings = [{ oldLevelId: '-1', newLevelId: await levelIn('Few') }];
  await assign(scheme, { oldToNewSecurityLevelMappings });
  expect([await status('/issue/SAFE-1'), await status('/issue/SAFE-1', person(ada))]).toEqual([404, 200]);
});
