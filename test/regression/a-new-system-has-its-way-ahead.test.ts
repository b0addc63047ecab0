import { type Enrolled, openEnrolled } from '../support/enrolled';
import { approvedInCommon } from '../support/second-person';

let site: Enrolled;
beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());

test('a new AI system for which one requirement is met already says how many are not due yet', async () => {
  const work = await site.create('Task', {
    ...(await site.options('iso42001/A.4.2')),
    [site.fieldId('Evidence effective date')]: '2026-11-01',
  });
  await site.move(work.id, 'Done');
  await approvedInCommon(site, { requirementId: 'iso42001/A.4.2', issueId: work.id });
  const { id } = await site.create('AI system');
  await site.site.settle({ within: 3_600_000 });

  const { figure, cells } = await site.call<{ figure: object; cells: { state: string }[] }>('coverage.system', {
    issueId: id,
  });
  const later = cells.filter(({ state }) => state === 'not-due').length;
  expect(later).toBeGreaterThan(10);
  expect(figure).toMatchObject({ implemented: 1, applicable: 1, later });
  const context = await site.call<{ figure: object }>('issue.context', { issueId: id });
  expect(context.figure).toEqual(figure);
});
