import { submitAndApprove } from '../../cli/approve';
import { approveCriteria } from '../../cli/approve-criteria';
import type { Output } from '../../src/contract/procedures';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { daysLater } from '../support/later';
import type { Hands } from '../support/site';
import { approvedStatement, secondApprover } from '../support/statement';
import { tileOf } from '../support/states';

/** The Statement of Applicability "to review": what people do opens the mark, an approval ends it, and it changes no state. */

const STATEMENT = { kind: 'statement', subject: 'organisation' } as const;
const NEEDS = 'iso42001/A.2.3';

let site: Enrolled;
beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());

const settle = (hands: Hands) => hands.site.settle({ within: 3_600_000 });
async function review(hands: Hands = site) {
  await settle(hands);
  return (await hands.call<Output<'statement.read'>>('statement.read', {})).review;
}
const told = async (hands: Hands = site) =>
  (await review(hands)).map(({ cause, count, issues }) => ({ cause, count, keys: issues.map(({ key }) => key) }));
/** What "Needs you" says of the Statement. */
async function needs(by = 'admin') {
  await settle(site);
  const { awaiting } = await site.call<Output<'viewer.needs'>>('viewer.needs', { projectId: null }, by);
  return awaiting.organisation.flatMap(({ kind, what, causes }) =>
    kind === 'statement' ? [[what, ...causes.map(({ cause }) => cause)]] : [],
  );
}

const createSystem = (enrolled: Enrolled, fields: Record<string, unknown> = {}) =>
  enrolled.create('AI system', {
    [enrolled.fieldId('We control logs')]: { value: 'No' },
    [enrolled.fieldId('Our part')]: [{ value: 'Use' }],
    ...fields,
  });
async function reclassify(enrolled: Enrolled, issueId: string): Promise<void> {
  const fields = { [enrolled.fieldId('AI Act class')]: [{ value: 'Transparency Art. 50' }] };
  const { status } = await enrolled.rest('PUT', `/rest/api/3/issue/${issueId}`, { fields });
  if (status >= 400) throw new Error(`Not reclassified: ${status}.`);
}

/** Whoever manages submits the Statement as it is, and another person approves it. */
async function approveAsItIs(): Promise<void> {
  const { revision } = await site.call<Output<'statement.read'>>('statement.read', {});
  const people = { by: 'admin', approver: await secondApprover(site) };
  await submitAndApprove((name, payload, by) => site.call(name, payload, by), STATEMENT, revision, people);
}

test('68. Statement "to review" for 100 days -> 6.1.3 unchanged', async () => {
  let before: unknown;
  await daysLater(
    async (enrolled) => {
      const { id } = await createSystem(enrolled);
      await settle(enrolled);
      await approvedStatement(enrolled);
      before = await tileOf(enrolled, 'iso42001/6.1.3');
      expect(await told(enrolled)).toEqual([]);
      await reclassify(enrolled, id);
      expect(await told(enrolled)).toMatchObject([{ cause: 'reclassified', count: 1 }]);
      expect(await tileOf(enrolled, 'iso42001/6.1.3')).toEqual(before);
    },
    {
      days: 100,
      look: async (later) => {
        expect(await told(later)).toMatchObject([{ cause: 'reclassified', count: 1 }]);
        expect(await tileOf(later, 'iso42001/6.1.3')).toEqual(before);
      },
    },
  );
});

test('a class that changes is told with its AI system, until the same is approved again', async () => {
  const { id, key } = await createSystem(site);
  await settle(site);
  await approvedStatement(site);
  expect([await told(), await needs()]).toEqual([[], []]);
  // What came after the approval is another AI system, and none that changed.
  const later = await createSystem(site);
  await reclassify(site, later.id);
  expect(await told()).toEqual([]);
  await reclassify(site, id);
  expect(await told()).toEqual([{ cause: 'reclassified', count: 1, keys: [key] }]);
  expect(await needs()).toEqual([['to-review', 'reclassified']]);
  const before = await site.call<Output<'statement.read'>>('statement.read', {});
  await approveAsItIs();
  expect([await told(), await needs()]).toEqual([[], []]);
  const { versions } = await site.call<Output<'statement.read'>>('statement.read', {});
  expect(versions.map(({ fingerprint }) => fingerprint)).toEqual([
    before.versions[0]?.fingerprint,
    before.versions[0]?.fingerprint,
  ]);
});

test('a condition that comes true for its first AI system is told, and not for its second', async () => {
  await createSystem(site);
  await settle(site);
  await approvedStatement(site);
  const first = await createSystem(site, { [site.fieldId('We control logs')]: { value: 'Yes' } });
  expect(await review()).toMatchObject([
    { cause: 'condition-of-none', condition: 'control-logs', controls: ['iso42001/A.6.2.8'], count: 1 },
  ]);
  expect(await told()).toMatchObject([{ keys: [first.key] }]);
  expect(await needs()).toEqual([['to-review', 'condition-of-none']]);
  await approveAsItIs();
  await createSystem(site, { [site.fieldId('We control logs')]: { value: 'Yes' } });
  expect(await told()).toEqual([]);
});

test('a risk that names an excluded control is told with the control, and goes with the risk', async () => {
  await approvedStatement(site, { [NEEDS]: { applicable: false } });
  const risk = await site.create('AI risk', await site.options(NEEDS));
  expect(await review()).toMatchObject([{ cause: 'excluded-and-needed', controls: [NEEDS], count: 1 }]);
  expect(await told()).toMatchObject([{ keys: [risk.key] }]);
  expect(await needs()).toEqual([['to-review', 'excluded-and-needed']]);
  await site.rest('DELETE', `/rest/api/3/issue/${risk.id}`);
  expect(await told()).toEqual([]);
});

test('new criteria are told to whoever manages, not while it is submitted,', async () => {
  await approvedStatement(site);
  const approver = await secondApprover(site);
  const people = { by: 'admin', approver };
  await approveCriteria((name, payload, by) => site.call(name, payload, by), [], people);
  expect(await told()).toEqual([{ cause: 'new-criteria', count: 0, keys: [] }]);
  expect(await needs()).toEqual([['to-review', 'new-criteria']]);
  const { revision } = await site.call<Output<'statement.read'>>('statement.read', {});
  await site.call('approval.submit', { ...STATEMENT, revision });
  expect([await needs(), await needs(approver)]).toEqual([[], [['to-approve']]]);
  // It is the version in force that is to review, so the mark stays until the next one is approved.
  expect(await told()).toMatchObject([{ cause: 'new-criteria' }]);
});
