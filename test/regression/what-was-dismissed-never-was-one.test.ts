import type { Output } from '../../src/contract/procedures';
import { contributionWords, missingWords } from '../../src/words/issue-panel';
import { stageWords } from '../../src/words/nonconformities';
import { createPeople } from '../access/people';
import { corrected, optionOf } from '../support/corrected';
import { differingCells } from '../support/differing-cells';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { recountFromRest } from '../support/recount-from-rest';
import { seenFromRest } from '../support/seen-from-rest';
import { secondApprover } from '../support/statement';
import { movesBy, tileOf } from '../support/states';

/** A nonconformity that was rightly dismissed never was one: it outdates no conclusion, and nothing is asked of it. */

const AUDIT = 'iso42001/9.2.2';
const CLOSED = ['Correct', 'Analyse cause', 'Act on cause', 'Review effectiveness', 'Close'];

let site: Enrolled;
let second: string;
beforeEach(async () => {
  site = await openEnrolled();
  second = await secondApprover(site);
});
afterEach(() => site.close());

const finding = async (fields: Record<string, unknown> = {}): Promise<string> =>
  (await site.create('Nonconformity', { ...(await site.options(AUDIT)), ...fields })).id;

/** 9.2.2 is met, and an auditor concluded on an earlier day that it conforms. */
async function verified(): Promise<void> {
  const effective = { [site.fieldId('Evidence effective date')]: '2026-11-01' };
  const { id } = await site.create('Task', { ...(await site.options(AUDIT)), ...effective });
  await site.move(id, 'Done');
  await site.site.settle();
  const said = { requirementId: AUDIT, systemIssueId: null, result: 'conforms', concludedOn: '2026-11-20' };
  const sample = 'The minutes of the audits in May and in September.';
  const { auditor } = await createPeople(site);
  await site.call('conclusion.record', { ...said, validUntil: null, kind: 'internal-audit', sample }, auditor);
}

const audit = () => tileOf(site, AUDIT);
const expectSameFromRest = async () =>
  expect(await differingCells(site, recountFromRest(await seenFromRest(site)))).toEqual([]);

test('neither being dismissed nor having been one outdates a conclusion; a closing does', async () => {
  await verified();
  expect((await audit()).state).toBe('verified');
  const dismissed = await finding();
  expect((await audit()).state).toBe('nonconforming');
  await movesBy(site, dismissed, second, 'Is not a nonconformity');
  expect((await audit()).state).toBe('verified');
  await expectSameFromRest();

  await movesBy(site, await finding(await corrected(site)), 'admin', ...CLOSED);
  expect(await audit()).toMatchObject({
    state: 'implemented',
    codes: expect.arrayContaining(['conclusion-outdated']),
  });
  await expectSameFromRest();
});

/** What the panel says of a nonconformity: what it does, how far it has come, what is missing, and the points of its checklist. */
async function panel(issueId: string) {
  await site.site.settle({ within: 3_600_000 });
  const context = await site.call<Output<'issue.context'>>('issue.context', { issueId });
  const { nonconformity, missing } = context;
  return {
    says: contributionWords(context),
    stage: nonconformity && stageWords(nonconformity),
    missing: missing.map(({ code, count }) => missingWords(code, count)),
    checklist: nonconformity?.checklist.length,
  };
}

test('the panel says that it was dismissed, and asks nothing of 10.2 of it', async () => {
  const id = await finding(await optionOf(site, 'Grade', 2));
  const open = await panel(id);
  expect(open).toMatchObject({ says: 'Violates the requirements below while it is open.', stage: 'Reported' });
  expect(open.checklist).toBeGreaterThan(0);
  await movesBy(site, id, second, 'Is not a nonconformity');
  expect(await panel(id)).toEqual({
    says: 'Dismissed: it is not a nonconformity, so it violates nothing.',
    stage: 'Dismissed',
    missing: [],
    checklist: 0,
  });
});

test('the register says so, too, and not that it was closed', async () => {
  const id = await finding(await optionOf(site, 'Grade', 2));
  await movesBy(site, id, second, 'Is not a nonconformity');
  await site.site.settle({ within: 3_600_000 });
  const filter = { projectId: null, only: 'closed', grade: null, stage: null, age: null, fields: {} };
  const list = { ...filter, sort: null, page: 0, limit: 25 };
  const { rows } = await site.call<Output<'nonconformities.list'>>('nonconformities.list', list);
  expect(rows.map(stageWords)).toEqual(['Dismissed']);
});

test.each([
  ['by its reporter', 'admin', null, /^It was dismissed, .* by its reporter/],
  ['though an audit raised it', 'second', 1, /^An audit raised it, so it violates until/],
])('dismissed %s it says that it still violates, and why', async (_how, by, origin, why) => {
  const id = await finding(origin === null ? {} : await optionOf(site, 'Origin', origin));
  await movesBy(site, id, by === 'second' ? second : by, 'Is not a nonconformity');
  expect(await panel(id)).toEqual({
    says: 'Dismissed, yet it still violates the requirements below.',
    stage: 'Dismissed',
    missing: [expect.stringMatching(why)],
    checklist: 0,
  });
});

test('neither an observation nor what was closed with all of 10.2 is said to violate', async () => {
  const observation = await finding(await optionOf(site, 'Grade', 3));
  expect((await panel(observation)).says).toBe('An observation: it violates nothing.');
  const closed = await finding(await corrected(site));
  await movesBy(site, closed, 'admin', ...CLOSED);
  expect((await panel(closed)).says).toBe('Closed: it no longer violates the requirements below.');
  await site.rest('PUT', `/rest/api/3/issue/${closed}`, { fields: { [site.fieldId('Cause')]: null } });
  expect(await panel(closed)).toMatchObject({
    says: 'Closed, yet it still violates the requirements below.',
    stage: 'Closed',
  });
});
