import { rowOf } from '../../cli/approve-statement';
import { draftTriage, NONE_NEEDED } from '../../cli/approve-triage';
import type { Output } from '../../src/contract/procedures';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { approvePolicy, createPage, createSpace, type PolicyPage, policyMacro } from '../support/policy-page';
import { columnsWithAccounts, PLACES_OF_ACCOUNTS } from '../support/stored-accounts';

/** A person's decisions stand under a token, and whose token it is stands in one table. */

let site: Enrolled;
let page: PolicyPage;
let readers: string[];

beforeEach(async () => {
  // More workers than one, so that what comes at once really meets.
  site = await openEnrolled({ limits: { workers: 4 } });
  const accounts: string[] = [];
  for (const name of ['author', 'first', 'second']) {
    const person = { emailAddress: `${name}@example.com`, displayName: name, products: [] };
    const { body } = await site.rest<{ accountId: string }>('POST', '/rest/api/3/user', person);
    await site.rest('POST', '/rest/api/3/group/user?groupname=confluence-users', body);
    accounts.push(body.accountId);
  }
  const [author, ...others] = accounts;
  readers = others;
  const spaceId = await createSpace(site, 'AIMS');
  page = await createPage(site, spaceId, 'AI policy', [policyMacro(site, ['We answer.'])], author);
  await approvePolicy(site, { pageId: page.id, pageVersion: 1, reviewDue: '2027-11-24' });
  // The app reads whom it is addressed to.
  await site.site.settle({ within: 3_600_000 });
});
afterEach(() => site.close());

const acknowledge = (accountId: string | undefined) =>
  site.call<{ decisionId: string }>('policy.acknowledge', { pageId: page.id, pageVersion: 1 }, accountId);
const decide = (...ids: string[]) =>
  site.call('statement.edit', { revision: 9, rows: ids.map((id) => rowOf(id, true, 'We use it.')) });
const policyOf = async (accountId?: string) =>
  (await site.call<Output<'policy.read'>>('policy.read', { pageId: page.id }, accountId)).approval;
const tokensOf = (accountId: string | undefined) =>
  site.site.sql('SELECT token FROM person WHERE account_id = ?', [accountId]);
const decidersOf = (kind: string) => site.site.sql('SELECT person FROM aims_decision WHERE kind = ?', [kind]);
/** What statements begin with, of all that ran meanwhile. */
async function statementsOf(act: () => Promise<unknown>): Promise<string[]> {
  const mark = site.site.journal.mark();
  await act();
  const { list } = site.site.journal.since(mark);
  return list('sql').map(
    ({ text, rows }) => `${text.match(/^SELECT|^INSERT INTO \w+/)?.[0]}${text.startsWith('S') ? '' : ` ${rows}`}`,
  );
}

test('whoever decides twice does so under one token, which says nothing', async () => {
  await decide('iso42001/A.10.4', 'iso42001/A.8.4');
  await draftTriage((name, payload, by) => site.call(name, payload, by), (await systemOf()).id, NONE_NEEDED, 'admin');
  const [admin] = await tokensOf('admin');
  const rows = await site.site.sql('SELECT person FROM aims_decision UNION SELECT person FROM approval_entry');
  expect(rows).toEqual([{ person: admin?.token }]);
  const [run] = await site.site.sql("SELECT body FROM setup_step WHERE step_id = 'run'");
  expect(JSON.parse(String(run?.body))).toMatchObject({ state: 'done', person: admin?.token });
  expect(admin?.token).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

async function systemOf(): Promise<{ id: string }> {
  const system = await site.create('AI system');
  await site.site.settle();
  return system;
}

test('two first decisions of one person at once are of one person', async () => {
  const answers = await Promise.all([acknowledge(readers[0]), acknowledge(readers[1]), acknowledge(readers[0])]);
  expect(answers[2]?.decisionId).toBe(answers[0]?.decisionId);
  expect(await tokensOf(readers[0])).toHaveLength(1);
  expect(new Set((await decidersOf('acknowledgement')).map(({ person }) => person)).size).toBe(2);
  expect((await policyOf(readers[0]))?.awareness).toMatchObject({ acknowledged: 2, acknowledgedByMe: true });
});

test('an acknowledgement is two statements, one of which looks whether somebody is asked; once more it changes nothing', async () => {
  expect(await statementsOf(() => acknowledge(readers[0]))).toEqual([
    'INSERT INTO person 0',
    'INSERT INTO aims_decision 1',
  ]);
  const again = await statementsOf(() => acknowledge(readers[0]));
  expect(again).toEqual(['INSERT INTO person 0', 'INSERT INTO aims_decision 0', 'SELECT', 'SELECT']);
  expect(await statementsOf(() => decide('iso42001/A.10.4', 'iso42001/A.8.4'))).toEqual([
    'SELECT',
    'SELECT',
    'INSERT INTO approval_entry 3',
  ]);
});

test('no version is acknowledged but the approved one', async () => {
  await expect(site.call('policy.acknowledge', { pageId: page.id, pageVersion: 10 }, readers[0])).rejects.toMatchObject(
    { code: 'policy-not-approved' },
  );
  await expect(
    site.call('policy.acknowledge', { pageId: `${page.id}0`, pageVersion: 1 }, readers[0]),
  ).rejects.toThrow();
  expect(await decidersOf('acknowledgement')).toEqual([]);
});

test.each([
  ['emptied', 'UPDATE person SET account_id = NULL WHERE account_id IN (?, ?)'],
  ['deleted', 'DELETE FROM person WHERE account_id IN (?, ?)'],
])('what an erased account decided stays where its row is %s, and names nobody', async (_how, erase) => {
  await acknowledge(readers[0]);
  await site.site.sql(erase, ['admin', readers[0]]);
  expect(await policyOf(readers[1])).toMatchObject({
    pageVersion: 1,
    approverId: null,
    awareness: { acknowledged: 1, acknowledgedByMe: false },
  });
  expect((await policyOf(readers[0]))?.awareness).toMatchObject({ acknowledgedByMe: false });
  // Who is in the group is told by tokens: with another one, somebody is asked once the group was read again, and counts as who joins late.
  await site.site.clock.advance(3_600_000);
  await policyOf(readers[1]);
  await site.site.settle({ within: 3_600_000 });
  await acknowledge(readers[0]);
  expect(await tokensOf(readers[0])).toHaveLength(1);
  expect(await decidersOf('acknowledgement')).toHaveLength(2);
  expect((await policyOf(readers[0]))?.awareness).toMatchObject({
    acknowledged: 0,
    confirmedLately: 1,
    acknowledgedByMe: true,
  });
});

test('an account id stands nowhere else among the app’s own rows', async () => {
  await acknowledge(readers[0]);
  await decide('iso42001/A.10.4');
  const { id } = await systemOf();
  await site.rest('PUT', `/rest/api/3/issue/${id}`, {
    fields: { [site.fieldId('System owner')]: { accountId: readers[1] } },
  });
  await draftTriage((name, payload, by) => site.call(name, payload, by), id, NONE_NEEDED, 'admin');
  await site.site.settle({ within: 3_600_000 });
  expect(await columnsWithAccounts(site.site)).toEqual(PLACES_OF_ACCOUNTS);
});
