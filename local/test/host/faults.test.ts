import { type Served, serveSite } from '../../host/http/server';
import type { Site } from '../../site';
import { createJira } from '../../site/jira';
import { FIXTURE, prepare, START, start } from './fixture';

/** What the drawer of the shell can switch on and look at: outages, slow answers, people, points. */

prepare();
const served: Served[] = [];
afterAll(() => Promise.all(served.map((one) => one.close())));

async function open(site: Site, accountId: string | null = 'admin') {
  const one = await serveSite({ site, root: FIXTURE, port: 0, accountId });
  served.push(one);
  const first = await fetch(`${one.origin}/local/session`);
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { csrf } = (await first.json()) as { csrf: string };
  const send = (method: string) => async (path: string, body?: unknown) => {
    const response = await fetch(one.origin + path, {
      method,
      headers: { cookie, 'x-csrf-token': csrf },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: JSON.parse(await response.text()) };
  };
  return { get: send('GET'), post: send('POST'), frameOrigin: one.frameOrigin };
}

test('a product that is out answers the app 503, for as many calls as were said, and people all the same', async () => {
  const { site, jira, call } = await start();
  const { get, post } = await open(site, 'ann');
  const asked = () => call('product', { as: 'app', path: 'issue' }).catch((error: Error) => error.message);
  await post('/local/faults', { unavailable: { jira: { calls: 2, retryAfterSeconds: 30 } } });
  expect((await get('/local/faults')).body).toMatchObject({
    unavailable: { jira: { calls: 2, retryAfterSeconds: 30 } },
  });
  expect(await asked()).toMatchObject({ status: 503 });
  expect((await get('/rest/api/3/myself')).status).toBe(200);
  expect(await asked()).toMatchObject({ status: 503 });
  expect(await asked()).toMatchObject({ status: 200 });
  // What was answered by nobody never reached the product: one call of a person, one of the app.
  expect(jira.requests).toHaveLength(2);
  expect(site.journal.list('product').map(({ status }) => status)).toEqual([503, 503, 200]);

  await post('/local/faults', { unavailable: { jira: {} } });
  for (const _ of [1, 2, 3]) expect(await asked()).toMatchObject({ status: 503 });
  await post('/local/faults', { unavailable: { jira: null } });
  expect(await asked()).toMatchObject({ status: 200 });
});

test('a slow product takes time of the clock until it is cleared', async () => {
  const { site, call } = await start();
  const { get, post } = await open(site, 'ann');
  await post('/local/faults', { slow: { jira: 4_000 } });
  expect((await get('/local/faults')).body).toMatchObject({ slow: { jira: 4_000 } });
  const wall = Date.now();
  await call('product', { as: 'app', path: 'issue' });
  expect(site.clock.now() - START).toBeGreaterThanOrEqual(4_000);
  expect(Date.now() - wall).toBeLessThan(4_000);
  await post('/local/faults', { clear: true });
  expect((await get('/local/faults')).body).toMatchObject({ slow: {}, unavailable: {} });
  const before = site.clock.now();
  await call('product', { as: 'app', path: 'issue' });
  expect(site.clock.now() - before).toBeLessThan(1_000);
});

test.each([
  [{ unavailable: { trello: {} } }],
  [{ unavailable: { jira: { calls: 0 } } }],
  [{ slow: { jira: 60_001 } }],
  [{ slow: { jira: -1 } }],
])('the switch refuses %j', async (wanted) => {
  const { site } = await start();
  const { get, post } = await open(site, 'ann');
  expect((await post('/local/faults', wanted)).status).toBe(400);
  expect((await get('/local/faults')).body).toMatchObject({ slow: {}, unavailable: {} });
});

describe('with the whole of Jira and Confluence', () => {
  let site: Site;
  beforeAll(async () => {
    ({ site } = await start({
      confluence: true,
      jira: ({ data, clock, baseUrl, appId, environmentId, appName, manifest }) =>
        createJira({ clock, databasePath: data, baseUrl, app: { appId, environmentId, name: appName, manifest } }),
    }));
  });

  test('people to log in as: everybody but apps by name, with groups and licences', async () => {
    const { get, post } = await open(site);
    const customer = { emailAddress: 'cy@example.com', displayName: 'Cy Customer' };
    const made = await site.jira.handle({
      method: 'POST',
      path: '/local/jira/customers',
      headers: {},
      body: JSON.stringify(customer),
      caller: { kind: 'user', accountId: 'admin', throughApp: false, scopes: [] },
    });
    const { accountId } = JSON.parse(made.body ?? '') as { accountId: string };
    const user = { emailAddress: 'ann@example.com', displayName: 'Ann', products: ['jira-software'] };
    expect((await post('/rest/api/3/user', user)).status).toBe(201);
    const people = (await get('/local/people')).body as {
      accountId: string;
      displayName: string;
      accountType: string;
      groups: string[];
      products: { jira: boolean; confluence: boolean };
    }[];
    expect(people.map(({ displayName }) => displayName)).toEqual(['Ann', 'Cy Customer', 'Site Administrator']);
    expect(people.find((person) => person.accountId === accountId)).toMatchObject({
      accountType: 'customer',
      products: { jira: false, confluence: false },
    });
    expect(people.find(({ displayName }) => displayName === 'Ann')).toMatchObject({
      groups: expect.arrayContaining(['jira-users']),
      products: { jira: true, confluence: false },
    });
    // Somebody without a login must be able to choose who to be.
    const stranger = await open(site, null);
    expect((await stranger.get('/local/people')).body).toHaveLength(3);
  });

  test('points: what the app spent of each product, by operation', async () => {
    const { get } = await open(site);
    expect((await get('/local/points')).body).toMatchObject({ jira: { hour: 0 }, confluence: { hour: 0 } });
    const bridged = await site.jira.handle({
      method: 'GET',
      path: '/rest/api/3/myself',
      headers: {},
      body: null,
      caller: { kind: 'user', accountId: 'admin', throughApp: true, scopes: ['read:jira-user', 'read:user:jira'] },
    });
    expect(bridged.status).toBe(200);
    await get('/rest/api/3/myself'); // A person's own call costs nothing.
    const { jira } = (await get('/local/points')).body;
    expect(jira.hour).toBeGreaterThan(0);
    expect(jira.byOperation).toEqual({ 'GET /rest/api/3/myself': { calls: 1, points: jira.hour } });
  });

  test('points of a site without Confluence', async () => {
    const { site: without } = await start({
      jira: ({ data, clock, baseUrl, appId, environmentId, appName, manifest }) =>
        createJira({ clock, databasePath: data, baseUrl, app: { appId, environmentId, name: appName, manifest } }),
    });
    const { get } = await open(without);
    expect((await get('/local/points')).body).toMatchObject({ confluence: null });
  });
});

test('the app’s calls reach none of the host’s own routes', async () => {
  const { site } = await start({
    jira: ({ data, clock, baseUrl, appId, environmentId, appName, manifest }) =>
      createJira({ clock, databasePath: data, baseUrl, app: { appId, environmentId, name: appName, manifest } }),
  });
  const through = (path: string, method = 'GET', body: string | null = null) =>
    site.jira.handle({
      method,
      path,
      headers: {},
      body,
      caller: { kind: 'user', accountId: 'admin', throughApp: true, scopes: [] },
    });
  for (const path of ['/local/people', '/local/points', '/local/faults', '/local/export/word?pageId=1'])
    expect([path, (await through(path)).status]).toEqual([path, 404]);
  const customer = JSON.stringify({ emailAddress: 'cy@example.com', displayName: 'Cy' });
  expect((await through('/local/jira/customers', 'POST', customer)).status).toBe(403);
});
