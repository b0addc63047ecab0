import type { Output } from '../../src/contract/procedures';
import { corrected } from '../support/corrected';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { movesBy, tileOf } from '../support/states';

/** What the panel ticks of 10.2 is what a closing is held to: the panel used to want every action finished, and knew no reason why none. */

const AUDIT = 'iso42001/9.2.2';
const CLOSED = ['Correct', 'Analyse cause', 'Act on cause', 'Review effectiveness', 'Close'];

let site: Enrolled;
beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());

async function panel(issueId: string) {
  await site.site.settle({ within: 3_600_000 });
  const { nonconformity, missing } = await site.call<Output<'issue.context'>>('issue.context', { issueId });
  const open = nonconformity?.checklist.filter(({ done }) => !done).map(({ code }) => code);
  return { open, missing: missing.map(({ code }) => code) };
}

test('why there is no action, or one that is implemented, is enough for both', async () => {
  const fields = { ...(await site.options(AUDIT)), ...(await corrected(site)) };
  const { id } = await site.create('Nonconformity', fields);
  const [first, other] = [await site.create('Corrective action'), await site.create('Corrective action')];
  for (const action of [first, other]) await site.link('AIMS correction', action.id, id);
  await movesBy(site, id, 'admin', ...CLOSED);
  expect(await panel(id)).toEqual({ open: [], missing: [] });
  expect((await tileOf(site, AUDIT)).codes).not.toContain('closed-incomplete');

  await site.rest('PUT', `/rest/api/3/issue/${id}`, { fields: { [site.fieldId('Why no action')]: null } });
  expect(await panel(id)).toEqual({ open: ['corrective-action'], missing: ['closed-incomplete', 'corrective-action'] });
  expect((await tileOf(site, AUDIT)).codes).toContain('closed-incomplete');

  await movesBy(site, first.id, 'admin', 'Start', 'Implement');
  expect(await panel(id)).toEqual({ open: [], missing: [] });
  expect((await tileOf(site, AUDIT)).codes).not.toContain('closed-incomplete');
});
