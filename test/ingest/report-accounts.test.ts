import { type Enrolled, openEnrolled } from '../support/enrolled';

/** Account ids are personal data: whose are stored is reported every seven days, and the closed ones are forgotten. */

const DAY = 86_400_000;
const REPORT = '/app/report-accounts';

let site: Enrolled;

beforeEach(async () => {
  site = await openEnrolled();
  // The first night reports, whenever that is.
  await night();
});
afterEach(() => site.close());

/** How many reports were made meanwhile. */
async function reportsOf(act: () => Promise<unknown>): Promise<number> {
  const mark = site.site.journal.mark();
  await act();
  const { list } = site.site.journal.since(mark);
  return list('product').filter(({ path, status }) => path === REPORT && status < 300).length;
}

async function night(): Promise<void> {
  await site.site.runSchedule('every-night');
  await site.site.settle({ within: 3_600_000 });
}

async function nights(count: number): Promise<void> {
  for (let day = 0; day < count; day += 1) {
    await site.site.clock.advance(DAY);
    await night();
  }
}

async function person(name: string): Promise<string> {
  const { body } = await site.rest<{ accountId: string }>('POST', '/rest/api/3/user', {
    emailAddress: `${name}@example.com`,
    displayName: name,
    products: ['jira-software'],
  });
  return body.accountId;
}

const close = (accountId: string) => site.rest('DELETE', `/rest/api/3/user?accountId=${accountId}`);
const known = async (accountId: string) =>
  (await site.site.sql('SELECT COUNT(*) AS n FROM person WHERE account_id = ?', [accountId]))[0]?.n;
const tokens = async () => (await site.site.sql('SELECT COUNT(*) AS n FROM person', []))[0]?.n;

test('every account is reported once in seven days', async () => {
  expect(await reportsOf(() => nights(6))).toBe(0);
  expect(await reportsOf(() => nights(1))).toBe(1);
  expect(await reportsOf(() => nights(6))).toBe(0);
  expect(await reportsOf(() => nights(1))).toBe(1);
});

test('a closed account is forgotten, and what it decided stays under its token', async () => {
  const owner = await person('owner');
  await site.site.sql('INSERT INTO person (token, account_id) VALUES (?, ?)', ['t-owner', owner]);
  const before = await tokens();
  expect(await known(owner)).toBe('1');
  await close(owner);
  await nights(7);
  expect(await known(owner)).toBe('0');
  expect(await tokens()).toBe(before);
});

test('accounts that items alone name are reported besides, ninety a report', async () => {
  const owner = await person('holder');
  await site.create('AI system', { [site.fieldId('System owner')]: { accountId: owner } });
  await site.site.settle();
  expect(await known(owner)).toBe('0');
  for (let index = 0; index < 91; index += 1)
    await site.site.sql('INSERT INTO person (token, account_id) VALUES (?, ?)', [`t-${index}`, `account-${index}`]);
  // Two of those with a token, one of those without.
  expect(await reportsOf(() => nights(7))).toBe(3);
});

test('a report that was cut off goes on where it stood', async () => {
  for (let index = 0; index < 200; index += 1)
    await site.site.sql('INSERT INTO person (token, account_id) VALUES (?, ?)', [`t-${index}`, `account-${index}`]);
  await nights(6);
  let reports = 0;
  site.site.faults.killWorkerAt(({ text }) => {
    if (text.includes(REPORT)) reports += 1;
    return reports === 2 && text.includes(REPORT) ? 'after' : null;
  });
  // Three of 90 each, of which the second is made again.
  expect(await reportsOf(() => nights(1))).toBe(4);
});
