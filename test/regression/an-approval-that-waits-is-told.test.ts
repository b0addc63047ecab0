import { fingerprintShown } from '../../cli/approve-statement';
import type { Output } from '../../src/contract/procedures';
import { createPeople, type People } from '../access/people';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { daysLater } from '../support/later';
import { approvePolicy, createPage, createSpace, editPage, type PolicyPage, policyMacro } from '../support/policy-page';
import type { Hands } from '../support/site';
import { approvedStatement, rowsFor, secondApprover } from '../support/statement';

const STATEMENT = { kind: 'statement', subject: 'organisation' } as const;

/** Whoever may approve was told only where the policy itself stands, and of the Statement of Applicability nowhere. */

type Awaiting = Output<'viewer.needs'>['awaiting'];

const DAY = 24 * 3_600_000;
let site: Enrolled;
let people: People;
beforeEach(async () => {
  site = await openEnrolled();
  people = await createPeople(site);
});
afterEach(() => site.close());

const awaiting = async (kind: keyof People, projectId: string | null = null): Promise<Awaiting> =>
  (await site.call<Output<'viewer.needs'>>('viewer.needs', { projectId }, people[kind] ?? '')).awaiting;
const text = (...lines: string[]) => [policyMacro(site, lines)];
const NOTHING = {
  policy: null,
  organisation: [],
  subjects: [],
  systemsOwnerLeft: 0,
  unraised: { conclusions: [], more: 0 },
};

/** The policy is for top management to approve: from here on the one who decides is of it. */
async function decidedAtTheTop(): Promise<void> {
  const accountId = await secondApprover(site);
  await site.rest('POST', '/rest/api/3/group/user?groupname=confluence-users', { accountId });
  people = { ...people, decider: accountId };
}

/** A policy that the member wrote and the administrator approved in its first version. */
async function approvedPage(reviewDue: string): Promise<PolicyPage> {
  const spaceId = await createSpace(site, 'AIMS');
  const page = await createPage(site, spaceId, 'AI Policy', text('We answer.'), people.member ?? '');
  await approvePolicy(site, { pageId: page.id, pageVersion: 1, reviewDue });
  return page;
}

test('a policy that changed since its approval waits for whoever may approve it, and wrote none of it', async () => {
  const lower = people.decider ?? '';
  await decidedAtTheTop();
  const first = await approvedPage('2030-01-01');
  expect(await awaiting('decider')).toEqual(NOTHING);
  // What stands around the text is no part of it.
  const around = { type: 'paragraph', content: [{ type: 'text', text: 'See also.' }] };
  const second = await editPage(site, first, [...text('We answer.'), around], people.member ?? '');
  expect(await awaiting('decider')).toEqual(NOTHING);

  const third = await editPage(site, second, text('We answer, mostly.'), people.member ?? '');
  const policy = { state: 'awaits', title: 'AI Policy', version: 1, isChanged: true, due: null };
  expect((await awaiting('decider')).policy).toEqual({ ...policy, address: expect.stringMatching(/^\/wiki\/.*\d+/) });
  for (const kind of ['member', 'auditor', 'outsider'] as const)
    expect([kind, await awaiting(kind)]).toEqual([kind, NOTHING]);
  const other = await site.call<Output<'viewer.needs'>>('viewer.needs', { projectId: null }, lower);
  expect(other.awaiting).toEqual(NOTHING);
  // It is the organisation's, and the page of a project does not repeat it.
  expect(await awaiting('decider', site.projectId)).toEqual(NOTHING);

  site.site.faults.unavailable('confluence', {});
  expect((await awaiting('decider')).policy).toEqual({ state: 'unknown' });
  site.site.faults.clear();

  const fourth = await editPage(site, third, text('We answer, always.'), people.decider ?? '');
  expect((await awaiting('decider')).policy).toBeNull();
  expect((await awaiting('administrator')).policy).toMatchObject({ isChanged: true });
  await approvePolicy(site, {
    pageId: fourth.id,
    pageVersion: fourth.version.number,
    reviewDue: '2030-01-01',
  });
  expect((await awaiting('administrator')).policy).toBeNull();
});

test('an unchanged policy waits when its review falls due within a month, and says when it is late', async () => {
  await decidedAtTheTop();
  const day = (ahead: number) => new Date(site.site.clock.now() + ahead * DAY).toISOString().slice(0, 10);
  const reviewDue = day(40);
  await approvedPage(reviewDue);
  expect((await awaiting('decider')).policy).toBeNull();
  await site.site.clock.advance(15 * DAY);
  const policy = { isChanged: false, due: { day: reviewDue, overdue: false } };
  expect((await awaiting('decider')).policy).toMatchObject(policy);
  await site.site.clock.advance(30 * DAY);
  expect((await awaiting('decider')).policy).toMatchObject({ due: { day: reviewDue, overdue: true } });
});

/** What of the Statement waits, without its kind; null where nothing does. */
function statementOf({ organisation }: Output<'viewer.needs'>['awaiting']) {
  const [found] = organisation.filter(({ kind }) => kind === 'statement');
  return found ? { what: found.what, due: found.due } : null;
}

test('risk criteria that are submitted wait for whoever may approve them', async () => {
  const { revision } = await site.call<{ revision: number }>('criteria.edit', { revision: 0, rows: [] });
  await site.call('approval.submit', { kind: 'criteria', subject: 'organisation', revision });
  const waiting = { kind: 'criteria', what: 'to-approve', due: null, causes: [] };
  expect((await awaiting('decider')).organisation).toContainEqual(waiting);
  expect((await awaiting('administrator')).organisation).not.toContainEqual(waiting);
});

test('a Statement that is submitted waits for whoever may approve it, and wrote none of it', async () => {
  const { revision } = await site.call<{ revision: number }>('statement.edit', { revision: 0, rows: rowsFor() });
  // A draft waits for nobody.
  expect(statementOf(await awaiting('decider'))).toBeNull();
  await site.call('approval.submit', { ...STATEMENT, revision });
  expect(statementOf(await awaiting('decider'))).toEqual({ what: 'to-approve', due: null });
  for (const kind of ['administrator', 'member', 'auditor'] as const)
    expect([kind, statementOf(await awaiting(kind))]).toEqual([kind, null]);
  const decider = people.decider ?? '';
  const call = <Answer>(name: string, payload: unknown, by: string) => site.call<Answer>(name, payload, by);
  const decide = async (outcome: string) =>
    site.call(
      'approval.decide',
      {
        outcome,
        reason: 'Say more of A.2.2.',
        items: [{ kind: 'statement', subject: 'organisation', fingerprint: await fingerprintShown(call, decider) }],
      },
      decider,
    );
  await decide('returned');
  expect(statementOf(await awaiting('administrator'))).toEqual({ what: 'returned', due: null });
  expect(statementOf(await awaiting('decider'))).toBeNull();
  await site.call('approval.submit', { ...STATEMENT, revision: revision + 2 });
  await decide('approved');
  for (const kind of ['administrator', 'decider'] as const)
    expect([kind, statementOf(await awaiting(kind))]).toEqual([kind, null]);
});

test('a Statement whose approval ends within a month waits for whoever manages, and says when it has ended', async () => {
  const told = async (hands: Hands) =>
    statementOf((await hands.call<Output<'viewer.needs'>>('viewer.needs', { projectId: null })).awaiting);
  const due = { day: '2027-11-24', overdue: false };
  await daysLater(
    async (enrolled) => {
      await approvedStatement(enrolled);
      expect(await told(enrolled)).toBeNull();
    },
    { days: 350, look: async (later) => expect(await told(later)).toEqual({ what: 'ends', due }) },
    {
      days: 380,
      look: async (later) => expect(await told(later)).toEqual({ what: 'ends', due: { ...due, overdue: true } }),
    },
  );
});
