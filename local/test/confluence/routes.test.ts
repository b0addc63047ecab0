import { covers } from '../../openapi/confluence';
import { V1_OPERATIONS } from '../../openapi/confluence-v1';
import { matchRoute, ROUTES } from '../../site/confluence/router';
import { ADMIN, ANONYMOUS, APP, type Bench, bench, hasSpec, openApi, person, through } from './site';

let site: Bench;
beforeEach(() => {
  site = bench();
});
afterEach(() => site.confluence.close());

(hasSpec ? test : test.skip)(
  'every route of version 2 is published and asks for the scopes that are named there',
  () => {
    const wrong = ROUTES.filter(({ path }) => covers(path)).flatMap((route) => {
      const published = openApi().scopes(route.method, route.path);
      if (published === null) return [`${route.method} ${route.path} is not published`];
      const fits = published.some((scopes) => [...scopes].sort().join() === [...(route.scopes[0] ?? [])].sort().join());
      return fits ? [] : [`${route.method} ${route.path}: ${route.scopes} is not ${JSON.stringify(published)}`];
    });
    expect(wrong).toEqual([]);
  },
);

test('every other route has a shape that its answers are checked against', () => {
  const rest = ROUTES.filter(({ path }) => !covers(path) && !path.startsWith('/wiki/local/'));
  const plain = (text: string) => text.replace(/\{[^}]*\}/g, '{}');
  const shaped = new Set([...V1_OPERATIONS].map(plain));
  expect(rest.map(({ method, path }) => plain(`${method} ${path}`)).filter((name) => !shaped.has(name))).toEqual([]);
});

test('a fixed part of a path goes before a parameter', () => {
  expect(matchRoute('GET', '/wiki/rest/api/content/search')?.route.path).toBe('/wiki/rest/api/content/search');
});

test('refusals have the shape of their version', async () => {
  const ask = (method: string, path: string) =>
    site.confluence.handle({ method, path, headers: {}, body: null, caller: ADMIN });
  const two = await ask('GET', '/wiki/api/v2/blogposts');
  expect([two.status, JSON.parse(two.body ?? '')]).toEqual([
    404,
    { errors: [expect.objectContaining({ status: 404, code: 'NOT_FOUND' })] },
  ]);
  const one = await ask('GET', '/wiki/rest/api/template');
  expect(JSON.parse(one.body ?? '')).toMatchObject({ statusCode: 404, data: { successful: false } });
  expect((await ask('DELETE', '/wiki/api/v2/pages')).status).toBe(405);
});

test('the app needs the scopes of the operation, as itself and as a user', async () => {
  const space = await site.space('AIMS');
  const few = { kind: 'app', scopes: ['read:page:confluence'] } as const;
  const body = { spaceId: space.id, title: 'By the app' };
  expect(await site.call('POST', '/pages', body, few)).toMatchObject({
    status: 403,
    body: { errors: [{ title: expect.stringContaining('write:page:confluence') }] },
  });
  expect((await site.call('POST', '/pages', body, APP)).status).toBe(200);
  expect((await site.call('GET', '/pages', undefined, through('ann'))).status).toBe(200);
  expect((await site.call('DELETE', '/pages/1', undefined, through('ann'))).status).toBe(403);
  const unarchive = await site.call('POST', '/wiki/local/content/unarchive', { pages: [{ id: '1' }] }, APP);
  expect(unarchive.status).toBe(403);
});

test('only calls of the app cost points; a fault answers 429 with its headers', async () => {
  await site.space('AIMS');
  await site.call('GET', '/spaces', undefined, APP);
  await site.call('GET', '/spaces');
  expect(site.confluence.points()).toMatchObject({ total: 2 });
  site.confluence.faults.rateLimit({ calls: 1, retryAfterSeconds: 3 });
  expect((await site.call('GET', '/spaces')).status).toBe(200);
  expect(await site.call('GET', '/spaces', undefined, APP)).toMatchObject({
    status: 429,
    headers: { 'Retry-After': '3', 'RateLimit-Reason': 'confluence-burst-based' },
  });
  expect((await site.call('GET', '/spaces', undefined, APP)).status).toBe(200);
});

test('people and groups come from the directory; customers and addresses do not', async () => {
  const people = await site.done('POST', '/users-bulk', { accountIds: ['ann', 'carl', 'nobody'] });
  expect(people.results).toMatchObject([{ accountId: 'ann', displayName: 'ann', email: '', accountStatus: 'active' }]);
  expect((await site.done('GET', '/wiki/rest/api/group/picker?query=boa')).results).toMatchObject([{ name: 'board' }]);
  const members = await site.done('GET', '/wiki/rest/api/group/id-of-board/membersByGroupId');
  expect(members.results).toMatchObject([{ accountId: 'ann' }]);
  expect((await site.done('GET', '/wiki/rest/api/user/memberof?accountId=ann')).size).toBe(2);
  expect((await site.call('GET', '/wiki/rest/api/user?accountId=carl')).status).toBe(404);
  const current = (caller?: Parameters<Bench['call']>[3]) =>
    site.call('GET', '/wiki/rest/api/user/current', undefined, caller);
  expect((await current(person('bob'))).body).toMatchObject({ type: 'known', accountId: 'bob' });
  expect((await current(ANONYMOUS)).body).toMatchObject({ type: 'anonymous' });
  for (const nobody of ['jira-only', 'carl']) expect((await current(person(nobody))).status).toBe(403);
});
