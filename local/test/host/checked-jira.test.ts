import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { virtualClock } from '../../clock';
import { startSite } from '../../site';
import { FIXTURE, prepare, START } from './fixture';

prepare();
const shared = resolve(__dirname, '../../..', process.env.PLUMBLINE_SHARED ?? '../shared');
const present = existsSync(shared) || Boolean(process.env.CI);
if (!present) console.warn(`Jira is not checked against OpenAPI: ${shared} is missing (PLUMBLINE_SHARED).`);

(present ? test : test.skip)('the fixture app runs on the local Jira under the OpenAPI check', async () => {
  const site = await startSite({ root: FIXTURE, clock: virtualClock(START), data: ':memory:', openapi: shared });
  const caller = { kind: 'user', accountId: 'admin', throughApp: false, scopes: [] } as const;
  const answer = await site.jira.handle({
    method: 'GET',
    path: '/rest/api/3/myself',
    headers: {},
    body: null,
    caller,
  });
  expect(answer.status).toBe(200);
  expect(await site.invoke({ module: 'page', key: 'warm', accountId: 'admin' })).toBe(1);
  await site.close();
});

test('a folder without the OpenAPI file is refused with what to set', async () => {
  await expect(
    startSite({ root: FIXTURE, clock: virtualClock(START), data: ':memory:', openapi: '/nowhere' }),
  ).rejects.toThrow('Set PLUMBLINE_SHARED');
});
