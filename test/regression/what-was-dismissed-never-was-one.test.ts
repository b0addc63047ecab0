import { createPeople } from '../access/people';
import { corrected } from '../support/corrected';
import { differingCells } from '../support/differing-cells';
import { type Enrolled, openEnrolled, removeTemplate } from '../support/enrolled';
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
afterAll(removeTemplate);

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
