import type { Output } from '../../src/contract/procedures';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { approvedStatement } from '../support/statement';

/** "Applies to none today": of a control whose condition no AI system meets, wherever the Statement of Applicability is read. */

const OF_MAKERS = 'iso42001/A.4.4';
const OF_USERS = 'iso42001/A.9.4';

let site: Enrolled;
beforeAll(async () => {
  site = await openEnrolled();
});
afterAll(() => site.close());

const newSystem = async (fields: Record<string, unknown>) => {
  const { id } = await site.create('AI system', fields);
  await site.move(id, 'Start design');
  await site.site.settle({ within: 3_600_000 });
};
/** Keys of the controls of which it is said, on the page and in the macro. */
async function toldOf(): Promise<{ page: string[]; macro: string[] }> {
  const { rows } = await site.call<Output<'statement.read'>>('statement.read', {});
  const { controls } = await site.call<Output<'controls.status'>>('controls.status', { projectId: null, group: null });
  return {
    page: rows.flatMap(({ key, appliesToNone }) => (appliesToNone ? key : [])),
    macro: controls.flatMap(({ requirementId, appliesToNone }) => (appliesToNone ? requirementId : [])),
  };
}
const meeting = async (key: string) =>
  (await site.call<Output<'statement.deviations'>>('statement.deviations', { key, after: '' })).meeting;

test('whoever decides a control reads how many AI systems meet its condition, before anything is approved', async () => {
  await newSystem({ [site.fieldId('Our part')]: [{ value: 'Use' }] });
  expect([await meeting(OF_MAKERS), await meeting(OF_USERS), await meeting('iso42001/A.4.2')]).toEqual([0, 1, null]);
  expect(await toldOf()).toEqual({ page: [], macro: [] });
});

test('once it is approved, the page and the macro say it of the same controls, as cells are counted', async () => {
  await approvedStatement(site);
  await site.site.settle({ within: 3_600_000 });
  const { page, macro } = await toldOf();
  expect(page).toEqual(macro);
  expect(page).toContain(OF_MAKERS);
  expect(page).not.toContain(OF_USERS);
});

test('a draft without the condition says nothing of it', async () => {
  const { revision, rows } = await site.call<Output<'statement.read'>>('statement.read', {});
  const row = rows.find(({ key }) => key === OF_MAKERS)?.row;
  const reasons = (row?.reasons ?? []).map(({ kind, text }) => ({ kind, text, links: [] }));
  const body = { applicable: true, appliesWhen: null, reasons };
  await site.call('statement.edit', { revision, rows: [{ key: OF_MAKERS, body }] });
  const { page, macro } = await toldOf();
  expect([page.includes(OF_MAKERS), macro.includes(OF_MAKERS)]).toEqual([false, true]);
});

test('it ends with the first AI system that may meet the condition', async () => {
  await newSystem({});
  expect(await meeting(OF_MAKERS)).toBe(1);
  expect((await toldOf()).macro).not.toContain(OF_MAKERS);
});
