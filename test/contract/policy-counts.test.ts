import type { Output } from '../../src/contract/procedures';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { daysLater } from '../support/later';
import {
  approvePolicy,
  createPage,
  createSpace,
  editPage,
  groupOf,
  type PolicyPage,
  policyMacro,
} from '../support/policy-page';
import type { Hands } from '../support/site';
import { tileOf } from '../support/states';

/** The cases of "Coverage" about the approved text of the AI policy, and how long it counts. */

/** A policy of somebody else's than the administrator's, who approves it. */
async function policyPage(site: Enrolled): Promise<{ page: PolicyPage; author: string }> {
  const author = await reader(site, 'author');
  const text = [policyMacro(site, ['We answer for our AI.'])];
  return { author, page: await createPage(site, await createSpace(site, 'AIMS'), 'AI Policy', text, author) };
}

async function reader(site: Enrolled, name: string): Promise<string> {
  const user = { emailAddress: `${name}@example.com`, displayName: name, products: ['jira-software'] };
  const { body } = await site.rest<{ accountId: string }>('POST', '/rest/api/3/user', user);
  await site.rest('POST', '/rest/api/3/group/user?groupname=confluence-users', body);
  return body.accountId;
}

test('16. Policy v7, 92 % -> 5.2 implemented, 7.3 in-progress; edited since -> implemented on v7, mark', async () => {
  const site = await openEnrolled();
  const states = async () => [(await tileOf(site, 'iso42001/5.2')).state, (await tileOf(site, 'iso42001/7.3')).state];
  let { page, author } = await policyPage(site);
  for (let version = 2; version <= 7; version += 1)
    page = await editPage(site, page, [policyMacro(site, [`We answer for our AI, in words of ${version}.`])], author);
  const readers: string[] = [];
  for (let person = 0; person < 25; person += 1) readers.push(await reader(site, `reader-${person}`));
  const groups = [await groupOf(site, 'staff', readers)];
  await approvePolicy(site, { pageId: page.id, pageVersion: 7, groups, reviewDue: '2027-11-24' });
  await site.site.settle({ within: 3_600_000 });
  for (const person of readers.slice(0, 23))
    await site.call('policy.acknowledge', { pageId: page.id, pageVersion: 7 }, person);
  expect(await states()).toEqual(['implemented', 'in-progress']);
  page = await editPage(site, page, [policyMacro(site, ['Something else.'])], author);
  expect(await states()).toEqual(['implemented', 'in-progress']);
  const { approval } = await site.call<Output<'policy.read'>>('policy.read', { pageId: page.id });
  expect(approval).toMatchObject({ pageVersion: 7, awareness: { acknowledged: 23, audience: 25 } });
  const { awaiting } = await site.call<Output<'viewer.needs'>>('viewer.needs', { projectId: null });
  expect(awaiting.policy).toMatchObject({ state: 'awaits', version: 7, isChanged: true });
  await site.close();
});

test('54. Document due in 40 months -> ends after 36', async () => {
  const look = (wanted: string) => async (later: Hands) =>
    expect((await tileOf(later, 'iso42001/5.2')).state).toBe(wanted);
  await daysLater(
    async (site) => {
      const { page } = await policyPage(site);
      const payload = { pageId: page.id, pageVersion: 1, reviewDue: '2030-03-24', replaces: null };
      await approvePolicy(site, payload);
      expect((await tileOf(site, 'iso42001/5.2')).state).toBe('implemented');
    },
    { days: 35 * 30, look: look('implemented') },
    { days: 37 * 31, look: look('stale') },
  );
});
