import type { Output } from '../../src/contract/procedures';
import { figureWords } from '../../src/words/figures';
import { openEnrolled } from '../support/enrolled';
import { SAID } from '../support/saying';
import { approvedTriage } from '../support/second-person';

test('what is implemented by triage is counted beside k, everywhere alike, until an assessment implements it', async () => {
  const site = await openEnrolled();
  const system = await site.create('AI system');
  await site.move(system.id, 'Start design');
  const { projectId } = site;
  const figures = async () => {
    await site.site.settle({ within: 3_600_000 });
    const listed = { projectId: null, text: null, stages: [], fields: {}, only: 'all', sort: null, page: 0, limit: 25 };
    const issueId = system.id;
    return [
      (await site.call<Output<'coverage.overview'>>('coverage.overview', { projectId: null })).systemCells,
      (await site.call<Output<'coverage.overview'>>('coverage.overview', { projectId })).systemCells,
      (await site.call<Output<'projects.list'>>('projects.list', { projectId })).projects[0]?.systemCells,
      (await site.call<Output<'systems.list'>>('systems.list', listed)).rows[0]?.figure,
      (await site.call<Output<'system.detail'>>('system.detail', { issueId })).figure,
      (await site.call<Output<'coverage.system'>>('coverage.system', { issueId })).figure,
      (await site.call<Output<'issue.context'>>('issue.context', { issueId })).figure,
    ].map((figure) => [figure?.implemented, figure?.byTriage]);
  };
  expect(await figures()).toEqual(new Array(7).fill([0, undefined]));
  await approvedTriage(site, system.id);
  expect(await figures()).toEqual(new Array(7).fill([1, 1]));

  const assessment = await site.create('Task', {
    ...SAID,
    [site.fieldId('AIMS requirements')]: [{ value: '8.4 AI system impact assessment' }],
    [site.fieldId('Evidence effective date')]: '2026-11-01',
  });
  await site.link('AIMS concern', assessment.id, system.id);
  await site.move(assessment.id, 'Done');
  expect(await figures()).toEqual(new Array(7).fill([1, undefined]));
  await site.close();
});

test('k of n says how many of k are by triage', () => {
  const figure = { implemented: 31, applicable: 42, verified: 13, byTriage: 3 };
  expect(figureWords(figure)).toBe('31 of 42 implemented, 3 by triage, 13 of them verified');
});
