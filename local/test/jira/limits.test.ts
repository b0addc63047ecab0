import { matchRoute, ROUTES } from '../../site/jira/router';
import { APP, APP_ID, type Bench, bench, ENVIRONMENT_ID, hasSpec, openApi, person, SCOPES } from './site';

let site: Bench;
beforeEach(async () => {
  site = bench();
  await site.done('POST', '/project', { key: 'LIM', name: 'Limits', leadAccountId: 'admin' });
});
afterEach(() => site.jira.close());

const issue = (summary: string) => ({ fields: { project: { key: 'LIM' }, issuetype: { name: 'Task' }, summary } });
const ari = (key: string) => `ari:cloud:ecosystem::extension/${APP_ID}/${ENVIRONMENT_ID}/static/${key}`;

(hasSpec ? test : test.skip)(
  'every route is in the published description and asks for the scopes that it names',
  () => {
    const wrong = ROUTES.filter((route) => !route.path.startsWith('/local/')).flatMap((route) => {
      const published = openApi().scopes(route.method, route.path);
      if (published === null) return [`${route.method} ${route.path} is not published`];
      const fits = published.some((scopes) => [...scopes].sort().join() === [...route.scopes].sort().join());
      return fits || (published.length === 0 && route.scopes.length === 0)
        ? []
        : [`${route.method} ${route.path}: ${route.scopes} is not ${JSON.stringify(published)}`];
    });
    expect(wrong).toEqual([]);
  },
);

test('a fixed part of a path goes before a parameter', () => {
  expect(matchRoute('GET', '/rest/api/3/project/search')?.route.path).toBe('/rest/api/3/project/search');
  expect(matchRoute('GET', '/rest/api/3/project/LIM')?.params).toEqual({ projectIdOrKey: 'LIM' });
});

test('an unknown operation is a 404 in Jira’s shape, a known path with another method a 405', async () => {
  const unknown = await site.jira.handle({
    method: 'GET',
    path: '/rest/api/3/filter/search',
    headers: {},
    body: null,
    caller: APP,
  });
  expect(unknown.status).toBe(404);
  expect(JSON.parse(unknown.body ?? '')).toMatchObject({
    errorMessages: [expect.stringContaining('/filter/search')],
    errors: {},
  });
  const method = await site.jira.handle({
    method: 'DELETE',
    path: '/rest/api/3/search/jql',
    headers: {},
    body: null,
    caller: APP,
  });
  expect(method.status).toBe(405);
});

test('the app needs the declared scope, a person does not', async () => {
  const reader = { kind: 'app', scopes: ['read:jira-work'] } as const;
  const refused = await site.call('POST', '/issue', issue('x'), reader);
  expect(refused).toMatchObject({ status: 403, body: { errorMessages: [expect.stringContaining('write:jira-work')] } });
  const asUser = await site.call('POST', '/issue', issue('x'), {
    kind: 'user',
    accountId: 'admin',
    throughApp: true,
    scopes: ['read:jira-work'],
  });
  expect(asUser.status).toBe(403);
  expect((await site.call('POST', '/issue', issue('x'))).status).toBe(201);
});

test('administration is for administrators; anonymous callers are asked to log in', async () => {
  const user = await site.done('POST', '/user', {
    emailAddress: 'bob@example.com',
    displayName: 'Bob',
    products: ['jira-software'],
  });
  const bob = person(user.accountId);
  expect((await site.call('POST', '/issuetype', { name: 'X' }, bob)).status).toBe(403);
  expect((await site.call('POST', '/issuetype', { name: 'X' }, { kind: 'anonymous' })).status).toBe(401);
  expect((await site.call('GET', '/project/LIM', undefined, { kind: 'anonymous' })).status).toBe(404);
  expect((await site.call('POST', '/issuetype', { name: 'X' }, APP)).status).toBe(201);
});

test('the app’s global permissions are granted as its manifest says, and can be granted to others', async () => {
  const user = await site.done('POST', '/user', {
    emailAddress: 'eve@example.com',
    displayName: 'Eve',
    products: ['jira-software'],
  });
  const eve = person(user.accountId);
  const keys = [ari('manage-aims'), ari('view-figures')];
  const permitted = async () =>
    (
      await site.done(
        'POST',
        '/permissions/check',
        { accountId: user.accountId, globalPermissions: keys, projectPermissions: [] },
        APP,
      )
    ).globalPermissions;
  expect(await permitted()).toEqual([ari('view-figures')]);
  const mine = await site.done(
    'GET',
    `/mypermissions?permissions=ADMINISTER,${encodeURIComponent(keys.join(','))}`,
    undefined,
    eve,
  );
  expect(Object.values<{ havePermission: boolean }>(mine.permissions).map((one) => one.havePermission)).toEqual([
    false,
    false,
    true,
  ]);
  const { groupId } = await site.done('POST', '/group', { name: 'auditors' });
  await site.done('POST', `/group/user?groupId=${groupId}`, { accountId: user.accountId });
  const path = `/local/jira/global-permissions?permission=${encodeURIComponent(ari('manage-aims'))}`;
  expect((await site.call('PUT', path, { groups: [groupId], everyone: false }, eve)).status).toBe(403);
  expect((await site.call('PUT', path, { groups: [groupId], everyone: false }, APP)).status).toBe(403);
  await site.done('PUT', path, { groups: [groupId], everyone: false });
  expect(await permitted()).toEqual(keys);
});

test('customers are made by administrators of the site, never by the app', async () => {
  const customer = { emailAddress: 'customer@example.com', displayName: 'Customer' };
  const { body: user } = await site.call('POST', '/user', {
    emailAddress: 'gus@example.com',
    products: ['jira-software'],
  });
  const path = '/local/jira/customers';
  expect((await site.call('POST', path, customer, APP)).status).toBe(403);
  expect(
    (await site.call('POST', path, customer, { kind: 'user', accountId: 'admin', throughApp: true, scopes: SCOPES }))
      .status,
  ).toBe(403);
  expect((await site.call('POST', path, customer, person(user.accountId))).status).toBe(403);
  const made = await site.done('POST', path, customer);
  expect(made.accountType).toBe('customer');
  // A customer has no licence: nothing of Jira answers.
  expect((await site.call('GET', '/myself', undefined, person(made.accountId))).status).toBe(403);
});

test('app-made calls cost points; a person’s own do not', async () => {
  await site.done('POST', '/issue/bulk', { issueUpdates: [issue('a'), issue('b'), issue('c')] }, APP);
  expect(site.jira.points()).toMatchObject({
    hour: 3,
    byOperation: { 'POST /rest/api/3/issue/bulk': { calls: 1, points: 3 } },
  });
  await site.done('POST', '/search/jql', { jql: 'project = LIM', fields: ['summary'] }, APP);
  expect(site.jira.points().hour).toBe(7);
  await site.done('GET', '/users/search', undefined, APP);
  expect(site.jira.points().hour).toBe(7 + 1 + 2 * 2);
  await site.done('POST', '/search/jql', { jql: 'project = LIM' });
  expect(site.jira.points().hour).toBe(12);
  await site.clock.advance(3_600_000);
  expect(site.jira.points()).toMatchObject({ hour: 0, total: 12 });
});

test('a spent pool and a fault are answered with 429 and its headers', async () => {
  site.jira.faults.rateLimit({ reason: 'jira-burst-based', calls: 2, retryAfterSeconds: 7 });
  for (const _ of [1, 2]) {
    expect(await site.call('GET', '/issuetype', undefined, APP)).toMatchObject({
      status: 429,
      headers: { 'Retry-After': '7', 'RateLimit-Reason': 'jira-burst-based', 'X-RateLimit-Reset': expect.any(String) },
    });
  }
  expect((await site.call('GET', '/issuetype', undefined, APP)).status).toBe(200);
  for (let spent = 0; spent < 65_000; spent = site.jira.points().hour) {
    await site.jira.handle({
      method: 'GET',
      path: '/rest/api/3/permissions',
      headers: {},
      body: null,
      caller: { kind: 'app', scopes: SCOPES },
    });
  }
  const refused = await site.call('GET', '/issuetype', undefined, APP);
  expect(refused).toMatchObject({
    status: 429,
    headers: { 'RateLimit-Reason': 'jira-quota-global-based', 'Retry-After': '3600' },
  });
  expect((await site.call('GET', '/issuetype')).status).toBe(200);
});

test('one issue takes twenty writes in two seconds', async () => {
  const { key } = await site.done('POST', '/issue', issue('often'));
  const write = (value: number) => site.call('PUT', `/issue/${key}/properties/p`, { value }, APP);
  for (let count = 0; count < 20; count += 1) expect((await write(count)).status).toBeLessThan(300);
  expect((await write(20)).headers['RateLimit-Reason']).toBe('jira-per-issue-on-write');
  await site.clock.advance(2_001);
  expect((await write(21)).status).toBe(200);
});

test('properties of the app are its own', async () => {
  const path = '/rest/forge/1/app/properties/setup';
  expect((await site.call('PUT', path, { done: true }, { kind: 'app', scopes: [] })).status).toBe(201);
  expect(await site.done('GET', path, undefined, { kind: 'app', scopes: [] })).toEqual({
    key: 'setup',
    value: { done: true },
  });
  expect((await site.call('GET', path)).status).toBe(403);
  const { keys } = await site.done('GET', '/rest/forge/1/app/properties', undefined, { kind: 'app', scopes: [] });
  expect(keys).toEqual([{ key: 'setup', self: 'http://site.local/rest/forge/1/app/properties/setup' }]);
});

test('properties of projects and issue types are written by those who administer them', async () => {
  const user = await site.done('POST', '/user', { emailAddress: 'sam@example.com', products: ['jira-software'] });
  const [type] = await site.done('GET', '/issuetype');
  for (const path of ['/project/LIM/properties/aims', `/issuetype/${type.id}/properties/aims`]) {
    expect((await site.call('PUT', path, { enabled: 'true' }, person(user.accountId))).status).toBe(403);
    expect((await site.call('PUT', path, { enabled: 'true' }, APP)).status).toBe(201);
    expect((await site.call('PUT', path, { enabled: 'false' }, APP)).status).toBe(200);
    expect((await site.done('GET', path, undefined, person(user.accountId))).value).toEqual({ enabled: 'false' });
    expect((await site.call('DELETE', path, undefined, APP)).status).toBe(204);
    expect((await site.call('GET', path)).status).toBe(404);
  }
});

test('issues are assigned to those who can be assigned in their project', async () => {
  const eve = await site.done('POST', '/user', {
    emailAddress: 'eve@example.com',
    displayName: 'Eve',
    products: ['jira-software'],
  });
  const scheme = await site.done('POST', '/permissionscheme', {
    name: 'Lead only',
    permissions: ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'ASSIGN_ISSUES', 'ASSIGNABLE_USER'].map((permission) => ({
      permission,
      holder: { type: 'projectLead' },
    })),
  });
  const { key } = await site.done('POST', '/issue', issue('x'));
  await site.done('PUT', `/issue/${key}/assignee`, { accountId: eve.accountId });
  await site.done('PUT', '/project/LIM/permissionscheme', { id: scheme.id });
  const people = await site.done('GET', '/user/assignable/search?project=LIM');
  expect(people.map((one: { accountId: string }) => one.accountId)).toEqual(['admin']);
  expect((await site.call('PUT', `/issue/${key}/assignee`, { accountId: null })).status).toBe(204);
  expect((await site.call('PUT', `/issue/${key}/assignee`, { accountId: eve.accountId })).body.errors.assignee).toMatch(
    /cannot be assigned/,
  );
});
