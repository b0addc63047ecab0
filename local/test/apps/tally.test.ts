import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { virtualClock } from '../../clock';
import { serveSite } from '../../host/http/server';
import { type Site, startSite } from '../../site';
import { START } from '../host/fixture';
import { builtApp, type Rest, restOf } from './hands';

let app: { root: string; bundle: string };
let data: string;
let site: Site;
let jira: Rest;

beforeAll(async () => {
  app = await builtApp('tally');
  data = mkdtempSync(join(tmpdir(), 'tally-site-'));
}, 120_000);

const open = async () => {
  site = await startSite({ ...app, clock: virtualClock(START), data });
  jira = restOf(site, 'jira');
};
beforeEach(open);
afterEach(() => site.close());

const call = (key: string, payload?: unknown) => site.invoke({ module: 'tally', key, payload, accountId: 'admin' });
const counts = async () => ((await call('counts')) as { projects: unknown }).projects;
const create = (summary: string) =>
  jira<{ key: string }>('POST', '/rest/api/3/issue', {
    fields: { project: { key: 'TALLY' }, summary, issuetype: { name: 'Task' } },
  });

test('issues made in Jira start the trigger, the queue counts them one after the other, and the last is commented on', async () => {
  const project = { key: 'TALLY', name: 'Tally', projectTypeKey: 'business', leadAccountId: 'admin' };
  await jira('POST', '/rest/api/3/project', project);
  await call('goal', { project: 'TALLY', goal: 3 });
  const made = [await create('One'), await create('Two'), await create('Three')];
  await site.settle();
  expect(await counts()).toEqual([{ project: 'TALLY', issues: 3, goal: 3 }]);
  expect(site.journal.list('job').filter(({ state }) => state === 'done')).toHaveLength(6);
  const comments = await Promise.all(
    made.map(({ key }) => jira<{ comments: unknown[] }>('GET', `/rest/api/3/issue/${key}/comment`)),
  );
  expect(comments.flatMap((answer) => answer.comments)).toHaveLength(1);
  await expect(call('goal', { project: 'TALLY', goal: 0.5 })).rejects.toThrow('A goal is a whole number of issues.');
});

test('what the app stored is there when the site is started again, and an inactive licence keeps triggers from it', async () => {
  expect(await counts()).toEqual([{ project: 'TALLY', issues: 3, goal: 3 }]);
  site.setLicence('inactive');
  await create('Not counted');
  await site.settle();
  expect(site.journal.list('event').at(-1)).toMatchObject({ fate: 'filtered', trigger: 'created' });
  expect(await call('counts')).toMatchObject({
    projects: [{ issues: 3 }],
    license: { inContext: { active: false, isEvaluation: false }, ofApp: { active: false, type: 'COMMERCIAL' } },
  });
  await site.close();
  await open();
  site.setLicence('trial');
  await create('Counted');
  await site.settle();
  expect(await call('counts')).toMatchObject({
    projects: [{ issues: 4 }],
    license: { inContext: { active: true, isEvaluation: true, trialEndDate: expect.any(String) } },
  });
  site.setLicence('none');
  expect(await call('counts')).toMatchObject({ license: {} });
  site.setLicence('unset');
});

test('a schedule that asks for a licence does not run without one', async () => {
  const runs = () => site.journal.list('invocation').filter(({ module }) => module === 'daily').length;
  site.setLicence('none');
  await site.clock.advance(25 * 3_600_000);
  expect(runs()).toBe(0);
  site.setLicence('active');
  await site.clock.advance(24 * 3_600_000);
  expect(runs()).toBe(1);
});

test('what is to be done before uninstallation is done as nobody, and what fails holds nothing up', async () => {
  expect(await site.uninstall()).toEqual(['broken-farewell', 'slow-farewell']);
  expect(site.journal.list('invocation').at(-1)?.outcome).toContain('limit of 55 s');
  expect(await counts()).toContainEqual({ project: 'gone', issues: 0, by: 'farewell', asNobody: true });
});

test('the page is listed with its own pages, and the licence can be set from outside', async () => {
  const served = await serveSite({ site, root: app.root, port: 0, accountId: 'admin' });
  try {
    const first = await fetch(`${served.origin}/local/session`);
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
    const { csrf } = (await first.json()) as { csrf: string };
    const headers = { cookie, 'x-csrf-token': csrf };
    const post = async (path: string, body: unknown) =>
      fetch(served.origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
    const facts = async () =>
      (await (await fetch(`${served.origin}/local/app`, { headers })).json()) as {
        license?: unknown;
        modules: { address: string }[];
      };
    expect(await facts()).toMatchObject({
      modules: [
        {
          key: 'tally',
          isOpen: true,
          sections: [{ header: null, pages: [{ route: 'projects' }, { route: 'goals' }] }],
        },
      ],
      unserved: [],
    });
    const page = await fetch(served.frameOrigin + (await facts()).modules[0]?.address);
    expect(await page.text()).toContain('page.js');
    expect((await post('/local/licence', { licence: 'free' })).status).toBe(400);
    expect(await (await post('/local/licence', { licence: 'active' })).json()).toEqual({ licence: 'active' });
    expect(await facts()).toMatchObject({ license: { active: true } });
    expect(await (await post('/local/uninstall', {})).json()).toEqual({ failed: ['broken-farewell', 'slow-farewell'] });
    expect((await fetch(`${served.origin}/local/uninstall`, { method: 'POST', headers: { cookie } })).status).toBe(403);
  } finally {
    await served.close();
  }
});
