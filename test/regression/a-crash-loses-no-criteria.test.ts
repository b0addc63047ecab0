import { fingerprintOf } from '../../cli/approve';
import { approveCriteria, CRITERIA, draftCriteria } from '../../cli/approve-criteria';
import type { Output } from '../../src/contract/procedures';
import { optionOf } from '../support/corrected';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { secondApprover } from '../support/statement';
import { cellIn, tileOf } from '../support/states';

/**
 * Risk criteria count from the configuration, which keeps them after their approval is written. Where the app ends between the
 * two, or between keeping them and asking for the recount, the night makes up for it.
 */

const HOUR = 3_600_000;
const ASSESSED_ON = '2026-11-20';
let site: Enrolled;
let approver: string;
let system: string;

beforeEach(async () => {
  site = await openEnrolled();
  approver = await secondApprover(site);
  await approveCriteria(call, [], { by: 'admin', approver });
  system = await systemWithRisk();
  // Days pass: what was approved before is no part of the night to come.
  await settle();
  await site.site.clock.advance(24 * HOUR);
  await night();
  await site.site.clock.advance(HOUR);
});
afterEach(() => site.close());

const settle = () => site.site.settle({ within: HOUR });
const call = <Answer>(name: string, payload: unknown, by: string) => site.call<Answer>(name, payload, by);

async function night(): Promise<void> {
  await site.site.runSchedule('every-night');
  await settle();
}

/** An AI system that was assessed, with a risk of level 8: below the proposed threshold of 9, above one of 6. */
async function systemWithRisk(): Promise<string> {
  const { id } = await site.create('AI system');
  await site.move(id, 'Start design');
  await site.move(id, 'Verify');
  const record = await site.create('Task', {
    ...(await site.options('iso42001/8.2')),
    [site.fieldId('Evidence effective date')]: ASSESSED_ON,
  });
  await site.link('AIMS concern', record.id, id);
  await site.move(record.id, 'Done');
  const risk = await site.create('AI risk', {
    ...(await optionOf(site, 'Likelihood', 4)),
    ...(await optionOf(site, 'Consequence', 2)),
    ...(await optionOf(site, 'Treatment option', 4)),
  });
  await site.link('AIMS concern', risk.id, id);
  return id;
}

/** Ends the app right after the first call that `what` names, while work is done, and lets five minutes' work run. */
async function endedAfter(what: RegExp, work: () => Promise<unknown>): Promise<void> {
  let kills = 0;
  site.site.faults.killWorkerAt(({ text }) => {
    if (kills > 0 || !what.test(text)) return null;
    kills += 1;
    return 'after';
  });
  await expect(work()).rejects.toThrow();
  site.site.faults.clear();
  expect(kills).toBe(1);
  await site.site.clock.advance(5 * 60_000);
  await site.site.runSchedule('every-five-minutes');
  await settle();
}

const threshold = async () =>
  (await call<Output<'risks.overview'>>('risks.overview', { projectId: null }, 'admin')).threshold;
const treatment = async () => (await cellIn(site, system, 'iso42001/8.3')).state;
const approvedOn = async () =>
  (await tileOf(site, 'iso42001/6.1.2')).reasons.find(({ code }) => code === 'criteria-approved')?.day;

/** Submits criteria with a threshold of 6. @returns what the approver presses */
async function submitted(): Promise<() => Promise<unknown>> {
  const revision = await draftCriteria(call, [{ key: 'threshold', body: { level: 6 } }], 'admin');
  await site.call('approval.submit', { ...CRITERIA, revision });
  const items = [{ ...CRITERIA, fingerprint: await fingerprintOf(call, CRITERIA, approver) }];
  return () => call('approval.decide', { outcome: 'approved', reason: '', items }, approver);
}

const versions = async () => (await call<Output<'criteria.read'>>('criteria.read', {}, 'admin')).versions;

test('an approval that is written and not kept is kept by night, and figures follow', async () => {
  const approve = await submitted();
  const before = await approvedOn();
  await endedAfter(/^INSERT INTO approval_entry /, approve);
  expect((await versions()).length).toBe(2);
  expect([await threshold(), await treatment(), await approvedOn()]).toEqual([9, 'implemented', before]);
  await night();
  expect([await threshold(), await treatment()]).toEqual([6, 'gap']);
  expect(await approvedOn()).not.toBe(before);
});

test('one that is kept and recounted by nobody counts at once, and cells follow by night', async () => {
  const approve = await submitted();
  await endedAfter(/transact/, approve);
  expect([await threshold(), await treatment()]).toEqual([6, 'implemented']);
  await night();
  expect(await treatment()).toBe('gap');
});

test('a withdrawal that is written and not kept is kept by night, and figures follow', async () => {
  await (await submitted())();
  await settle();
  expect([await threshold(), await treatment()]).toEqual([6, 'gap']);
  const withdrawal = { ...CRITERIA, version: 2, reason: 'Too strict.' };
  await endedAfter(/^INSERT INTO approval_entry /, () => call('approval.withdraw', withdrawal, approver));
  expect([await threshold(), await treatment()]).toEqual([6, 'gap']);
  await night();
  expect([await threshold(), await treatment()]).toEqual([9, 'implemented']);
});

test('a night that ends between keeping them and its recount goes on when it is delivered again', async () => {
  await endedAfter(/^INSERT INTO approval_entry /, await submitted());
  let looked = false;
  let kills = 0;
  site.site.faults.killWorkerAt(({ text }) => {
    // The night keeps other things, too: what comes after this look are the criteria.
    looked ||= text.startsWith('SELECT DISTINCT kind, subject FROM approval_entry');
    if (!looked || kills > 0 || !text.includes('transact')) return null;
    kills += 1;
    return 'after';
  });
  await night();
  expect([kills, await threshold(), await treatment()]).toEqual([1, 6, 'gap']);
});
