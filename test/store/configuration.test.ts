import { operate, setUp } from '../../cli/operator';
import type { Output } from '../../src/contract/procedures';
import { approvePolicy, createPage, createSpace, policyMacro } from '../support/policy-page';
import { type Hands, openSite } from '../support/site';

/** What an installation has configured is one value: of writers at the same time none may lose what it wrote. */

/** Pages with a policy that the administrator did not write. */
async function policies(site: Hands, key: string, count: number): Promise<string[]> {
  const { accountId } = (
    await site.rest<{ accountId: string }>('POST', '/rest/api/3/user', {
      emailAddress: `${key}@example.com`,
      products: ['jira-software'],
    })
  ).body;
  await site.rest('POST', '/rest/api/3/group/user?groupname=confluence-users', { accountId });
  const spaceId = await createSpace(site, key);
  const pages: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const text = [policyMacro(site, [`Policy ${number}.`])];
    pages.push((await createPage(site, spaceId, `Policy ${number}`, text, accountId)).id);
  }
  return pages;
}

/** Of policies that are approved at once one counts: the others are refused, and their pages are known all the same. */
async function approve(site: Hands, pageId: string): Promise<void> {
  const { elsewhere } = await site.call<Output<'policy.read'>>('policy.read', { pageId });
  const replaces = elsewhere && { pageId: elsewhere.pageId, pageVersion: elsewhere.pageVersion };
  const approval = { pageId, pageVersion: 1, reviewDue: '2027-11-24', replaces };
  await approvePolicy(site, approval).catch((error: { code?: string }) => {
    if (error.code !== 'policy-elsewhere') throw error;
  });
}

/** Pages that the configuration knows: the one that counts, and those that it superseded. */
async function known(site: Hands, pages: readonly string[]): Promise<string[]> {
  const policies = await Promise.all(
    pages.map((pageId) => site.call<Output<'policy.read'>>('policy.read', { pageId })),
  );
  return pages.filter((_, place) => policies[place]?.approval !== null || policies[place]?.supersededElsewhere);
}

let site: Hands;
beforeAll(async () => {
  site = await openSite({ limits: { workers: 4 } }); // as many as there are writers
});
afterEach(() => site.site.faults.clear());
afterAll(() => site.site.close());

/** Holds the next `count` writers of the configuration until all of them have read it and want to write. */
function meeting(count: number): { first: Promise<void> } {
  let arrived = 0;
  let come = () => {};
  let go = () => {};
  const first = new Promise<void>((resolve) => {
    come = resolve;
  });
  const all = new Promise<void>((resolve) => {
    go = resolve;
  });
  site.site.faults.holdAt(({ kind, text }) => {
    if (kind !== 'kvs' || !/entity\/set|transaction/.test(text) || arrived === count) return null;
    arrived += 1;
    come();
    if (arrived === count) go();
    return all;
  });
  return { first };
}

test('the first writers of an installation', async () => {
  const pages = await policies(site, 'FIRST', 2);
  meeting(3);
  await Promise.all([
    ...pages.map((pageId) => approve(site, pageId)),
    site.call('settings.save', { figuresShownTo: 'everybody' }),
  ]);
  expect(await known(site, pages)).toEqual(pages);
  expect(await site.call('settings.read', {})).toMatchObject({ figuresShownTo: 'everybody' });
});

test('an enrolment, approvals and the settings', async () => {
  const pages = await policies(site, 'SECOND', 2);
  await site.call('settings.save', { figuresShownTo: 'holders' });
  const project = { key: 'CLAIM', name: 'Claims', projectTypeKey: 'business', leadAccountId: 'admin' };
  const { body } = await site.rest<{ id: number }>('POST', '/rest/api/3/project', project);
  const { first } = meeting(4);
  const enrolled = setUp(site.site, operate(site.site), String(body.id));
  await first;
  await Promise.all([
    enrolled,
    ...pages.map((pageId) => approve(site, pageId)),
    site.call('settings.save', { figuresShownTo: 'everybody' }),
  ]);
  expect(await known(site, pages)).toEqual(pages);
  expect(await site.call('settings.read', {})).toMatchObject({ figuresShownTo: 'everybody' });
  const { projects } = await site.call<Output<'setup.status'>>('setup.status', {});
  expect(projects.map(({ projectId }) => projectId)).toEqual([String(body.id)]);
});
