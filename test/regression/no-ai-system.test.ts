import { openEnrolled } from '../support/enrolled';
import { approvedStatement } from '../support/statement';

test('without an AI system in scope 8.2, 8.3 and 8.4 are a gap, and a control goes by its decision', async () => {
  const site = await openEnrolled();
  const stateOf = async (requirementId: string) =>
    (await site.call<{ tile: { state: string } }>('coverage.requirement', { projectId: null, requirementId })).tile
      .state;
  const states = async () => Object.fromEntries(await Promise.all(ASKED.map(async (id) => [id, await stateOf(id)])));

  expect(await states()).toEqual({
    'iso42001/8.2': 'gap',
    'iso42001/8.3': 'gap',
    'iso42001/8.4': 'gap',
    'iso42001/A.6.2.4': 'undecided',
    'iso42001/A.9.4': 'undecided',
  });
  await approvedStatement(site, { 'iso42001/A.9.4': { applicable: false } });
  await site.site.settle();
  expect(await states()).toMatchObject({ 'iso42001/A.6.2.4': 'gap', 'iso42001/A.9.4': 'excluded' });

  // A retired system is out of scope, so nothing changes; its requirements are touched all the same.
  const { id } = await site.create('AI system');
  await site.move(id, 'Take over existing system: Retired');
  await site.site.settle();
  expect(await states()).toMatchObject({
    'iso42001/8.2': 'gap',
    'iso42001/A.6.2.4': 'gap',
    'iso42001/A.9.4': 'excluded',
  });
  await site.close();
});

const ASKED = ['iso42001/8.2', 'iso42001/8.3', 'iso42001/8.4', 'iso42001/A.6.2.4', 'iso42001/A.9.4'];
