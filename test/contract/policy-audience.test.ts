import type { Output } from '../../src/contract/procedures';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import {
  approvePolicy,
  createPage,
  createSpace,
  groupOf,
  joinGroup,
  leaveGroup,
  type PolicyPage,
  policyMacro,
} from '../support/policy-page';
import { tileOf } from '../support/states';

/** 7.3: the policy is confirmed by today's members of the groups that its approval names, and by nobody else. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let site: Enrolled;
let page: PolicyPage;
let staff: string[];
let groupId: string;

async function person(name: string): Promise<string> {
  const user = { emailAddress: `${name}@example.com`, displayName: name, products: ['jira-software'] };
  const { body } = await site.rest<{ accountId: string }>('POST', '/rest/api/3/user', user);
  await site.rest('POST', '/rest/api/3/group/user?groupname=confluence-users', body);
  return body.accountId;
}

beforeEach(async () => {
  site = await openEnrolled();
  const author = await person('author');
  staff = [];
  for (let place = 0; place < 10; place += 1) staff.push(await person(`staff-${place}`));
  groupId = await groupOf(site, 'staff', staff);
  page = await createPage(
    site,
    await createSpace(site, 'AIMS'),
    'AI Policy',
    [policyMacro(site, ['We answer.'])],
    author,
  );
});
afterEach(() => site.close());

const settle = () => site.site.settle({ within: 3_600_000 });
async function approve(groups: readonly string[] = [groupId]): Promise<void> {
  await approvePolicy(site, { pageId: page.id, pageVersion: page.version.number, groups, reviewDue: '2027-11-24' });
  await settle();
}
const confirm = (accountId: string | undefined) =>
  site.call('policy.acknowledge', { pageId: page.id, pageVersion: page.version.number }, accountId);
const read = async (accountId?: string) =>
  (await site.call<Output<'policy.read'>>('policy.read', { pageId: page.id }, accountId)).approval?.awareness;
/** Looks at the policy an hour later, which has the app read the groups again. */
async function look(): Promise<void> {
  await site.site.clock.advance(HOUR);
  await read();
  await settle();
}
const shown = async () => {
  const { state, reasons } = await tileOf(site, 'iso42001/7.3');
  return [
    state,
    ...reasons.map(({ code, count, detail }) => [code, count, detail].filter((one) => one !== undefined).join(' ')),
  ];
};

test('17. Outsiders acknowledge -> 7.3 unchanged', async () => {
  await approve();
  for (const member of staff.slice(0, 9)) await confirm(member);
  const before = await shown();
  expect(before[0]).toBe('in-progress');
  for (let place = 0; place < 5; place += 1)
    await expect(confirm(await person(`outsider-${place}`))).rejects.toMatchObject({ code: 'policy-not-asked' });
  expect(await shown()).toEqual(before);
  expect(await read()).toMatchObject({ by: 'groups', audience: 10, acknowledged: 9, asksMe: false });
  expect(await read(staff[9])).toMatchObject({ asksMe: true, acknowledgedByMe: false });
  await confirm(staff[9]);
  expect((await shown())[0]).toBe('implemented');
});

test('who joins counts after 30 days, on that day by itself, and is told beside until then', async () => {
  await approve();
  for (const member of staff) await confirm(member);
  for (const name of ['late', 'later', 'latest']) staff.push(await person(name));
  for (const late of staff.slice(10)) await joinGroup(site, groupId, late);
  expect(await shown()).toEqual(['implemented', 'acknowledged 100']);
  await look();
  await confirm(staff[10]);
  expect(await shown()).toEqual(['implemented', 'acknowledged 100', 'joined-lately 3 1']);
  expect(await read()).toMatchObject({ audience: 10, acknowledged: 10, joinedLately: 3, confirmedLately: 1 });
  await site.site.clock.advance(30 * DAY);
  expect(await shown()).toEqual(['in-progress', 'acknowledgements-below-threshold 84 95']);
  expect(await read()).toMatchObject({ audience: 13, acknowledged: 11, joinedLately: 0, confirmedLately: 0 });
});

test('whoever leaves goes from both; whoever comes back counts with the old confirmation', async () => {
  await approve();
  for (const member of staff.slice(0, 6)) await confirm(member);
  for (const member of staff.slice(0, 3)) await leaveGroup(site, groupId, member);
  await site.rest('DELETE', `/rest/api/3/user?accountId=${staff[9]}`);
  await look();
  expect(await read()).toMatchObject({ audience: 6, acknowledged: 3 });
  await joinGroup(site, groupId, staff[0] ?? '');
  await look();
  expect(await read()).toMatchObject({ audience: 7, acknowledged: 4, joinedLately: 0 });
});

test('a person in two groups is one person; apps and customers are none', async () => {
  const customer = { emailAddress: 'customer@example.com', displayName: 'customer' };
  const { body } = await site.rest<{ accountId: string }>('POST', '/local/jira/customers', customer);
  await joinGroup(site, groupId, body.accountId);
  await approve([groupId, await groupOf(site, 'managers', [...staff.slice(0, 2), 'admin'])]);
  expect(await read()).toMatchObject({ audience: 11 });
});

test('a group that cannot be read counts for 7 days as it was last read, and then no more', async () => {
  await approve();
  for (const member of staff) await confirm(member);
  expect((await shown())[0]).toBe('implemented');
  await site.rest('DELETE', `/rest/api/3/group?groupId=${groupId}`);
  await look();
  expect(await shown()).toEqual(['implemented', 'acknowledged 100', 'audience-as-last-read 0']);
  expect(await read()).toMatchObject({ unreadOn: '2026-11-24', audience: 10 });
  await site.site.clock.advance(6 * DAY);
  expect((await shown())[0]).toBe('implemented');
  await site.site.clock.advance(DAY);
  expect(await shown()).toEqual(['in-progress', 'audience-unreadable 0']);
  const again = [await groupOf(site, 'new staff', staff)];
  await approve(again);
  expect((await shown())[0]).toBe('implemented');
});

test('nobody, and a group of nobody: in progress', async () => {
  await approve([]);
  expect(await shown()).toEqual(['in-progress', 'audience-nobody 0']);
  await expect(confirm(staff[0])).rejects.toMatchObject({ code: 'policy-not-asked' });
  await site.site.clock.advance(1_000);
  await approve([await groupOf(site, 'empty', [])]);
  expect(await shown()).toEqual(['in-progress', 'audience-empty 0']);
});

test('a group that is not there is refused', async () => {
  await expect(approve(['6c9a1f60-0000-4000-8000-0000000000ff'])).rejects.toMatchObject({
    code: 'policy-group-unreadable',
  });
});

test('groups are read once an hour however often somebody looks, and by night', async () => {
  await approve();
  const reads = async (act: () => Promise<unknown>) => {
    const mark = site.site.journal.mark();
    await act();
    await settle();
    return site.site.journal
      .since(mark)
      .list('product')
      .filter(({ path }) => path.includes('/group/member')).length;
  };
  expect(await reads(() => read())).toBe(0);
  await site.site.clock.advance(HOUR);
  expect(await reads(() => Promise.all([read(), read(staff[0]), read(staff[1])]))).toBe(1);
  expect(await reads(() => read())).toBe(0);
  await site.site.clock.advance(HOUR);
  expect(await reads(() => site.call('setup.reconcile', { extent: 'changed' }))).toBe(1);
});

test('accounts of members stand in the table of persons alone', async () => {
  await approve();
  for (const table of ['audience_member', 'audience_group', 'ingest_cursor'])
    expect(JSON.stringify(await site.site.sql(`SELECT * FROM ${table}`))).not.toContain(staff[0]);
});
