import type { Output } from '../../src/contract/procedures';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { approvedStatement } from '../support/statement';

/** What the Statement's file says of evidence: until when everything stands that a state rests on. */

let site: Enrolled;
beforeAll(async () => {
  site = await openEnrolled();
});
afterAll(() => site.close());

/** Done work for a control, for a system or the organisation, that is looked at again by a day. */
async function doneUntil(day: string, control: string, system: string | null): Promise<void> {
  const fields = { ...(await site.options(control)), [site.fieldId('Evidence review due')]: day };
  const { id } = await site.create('Task', fields);
  if (system !== null) await site.link('AIMS concern', id, system);
  await site.move(id, 'Done');
}

test('of the organisation until its evidence ends, of AI systems until the first of theirs does, of what is not met nothing', async () => {
  const systems = [await site.create('AI system'), await site.create('AI system')];
  for (const { id } of systems) await site.move(id, 'Start design');
  const [one = '', other = ''] = systems.map(({ id }) => id);
  await approvedStatement(site);
  await doneUntil('2027-03-31', 'iso42001/A.2.3', null);
  await doneUntil('2027-05-31', 'iso42001/A.8.2', one);
  await doneUntil('2027-04-30', 'iso42001/A.8.2', other);
  await site.site.settle({ within: 3_600_000 });
  const page = await site.call<Output<'statement.content'>>('statement.content', { of: 1, after: '' });
  expect(page.evidenceUntil).toEqual({ 'iso42001/A.2.3': '2027-03-31', 'iso42001/A.8.2': '2027-04-30' });
  const further = await site.call<Output<'statement.content'>>('statement.content', {
    of: 1,
    after: page.rows.at(-1)?.key,
  });
  expect(further).toEqual({ rows: [], next: null, people: {}, evidenceUntil: {} });
});
