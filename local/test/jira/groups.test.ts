import { APP, type Bench, bench, person } from './site';

/** Groups of the site: who is in them, and finding them by a part of their name; each answer held to the published description. */

let site: Bench;
let groupId = '';
beforeEach(async () => {
  site = bench();
  ({ groupId } = await site.done('POST', '/group', { name: 'Claims & staff' }));
});
afterEach(() => site.jira.close());

async function join(name: string, products: readonly string[] = ['jira-software']): Promise<string> {
  const user = { emailAddress: `${name}@example.com`, displayName: name, products };
  const { accountId } = await site.done('POST', '/user', user);
  await site.done('POST', `/group/user?groupId=${groupId}`, { accountId });
  return accountId;
}

test('members are read as the app, 50 a page, without those whose account is closed unless they are asked for', async () => {
  const ids: string[] = [];
  for (let place = 0; place < 52; place += 1) ids.push(await join(`m${place}`));
  const read = (more: string) =>
    site.done('GET', `/group/member?groupId=${groupId}&maxResults=100${more}`, undefined, APP);
  const first = await read('');
  expect([first.values.length, first.isLast, first.total]).toEqual([50, false, 52]);
  expect(first.values[0]).toMatchObject({ accountId: ids[0], active: true, accountType: 'atlassian' });
  expect((await read('&startAt=50')).values.length).toBe(2);
  await site.done('DELETE', `/user?accountId=${ids[0]}`);
  expect((await read('')).total).toBe(51);
  expect((await read('&includeInactiveUsers=true')).total).toBe(52);
});

test('a group that is gone has no members to read, and goes out of the list', async () => {
  const bulk = async () => (await site.done('GET', `/group/bulk?groupId=${groupId}`)).values;
  expect(await bulk()).toEqual([{ groupId, name: 'Claims & staff' }]);
  await site.done('DELETE', `/group?groupId=${groupId}`);
  expect(await bulk()).toEqual([]);
  expect((await site.call('GET', `/group/member?groupId=${groupId}`, undefined, APP)).status).toBe(404);
});

test('whoever browses groups finds them by a part of the name, whose place is marked; all others by the whole name alone', async () => {
  const eve = await join('eve');
  const find = async (text: string, more = '', caller = person(eve)) =>
    site.done('GET', `/groups/picker?query=${encodeURIComponent(text)}${more}`, undefined, caller);
  expect(await find('aims')).toEqual({
    header: 'Showing 1 of 1 matching groups',
    total: 1,
    groups: [{ name: 'Claims & staff', html: 'Cl<b>aims</b> &amp; staff', labels: [], groupId }],
  });
  expect((await find('', '&maxResults=2')).groups.length).toBe(2);
  expect((await find('aims', `&excludeId=${groupId}`)).groups).toEqual([]);
  const stranger = await join('stranger', []);
  expect((await find('aims', '', person(stranger))).groups).toEqual([]);
});
