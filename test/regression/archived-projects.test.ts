import { type Enrolled, openEnrolled } from '../support/enrolled';

let site: Enrolled;
beforeEach(async () => {
  site = await openEnrolled();
  const system = await site.create('AI system');
  await site.move(system.id, 'Take over existing system: Operation and monitoring');
  const { id } = await site.create('Task', {
    ...(await site.options('iso42001/7.2')),
    [site.fieldId('Evidence effective date')]: '2026-11-01',
  });
  await site.move(id, 'Done');
  await site.site.settle();
});
afterEach(() => site.close());

interface Overview {
  systems: { total: number; inScope: number };
  systemCells: { applicable: number };
  tiles: { requirementId: string; state: string }[];
}

async function overview() {
  const { systems, systemCells, tiles } = await site.call<Overview>('coverage.overview', { projectId: null });
  const state = tiles.find(({ requirementId }) => requirementId === 'iso42001/7.2')?.state;
  return { total: systems.total, inScope: systems.inScope, asked: systemCells.applicable > 0, state };
}

const change = async (what: 'archive' | 'restore') => {
  await site.rest('POST', `/rest/api/3/project/${site.projectId}/${what}`);
  await site.site.settle();
};
const night = async () => {
  await site.site.runSchedule('every-night');
  await site.site.settle({ within: 600_000 });
};

const LIVE = { total: 1, inScope: 1, asked: true, state: 'implemented' };
const ARCHIVED = { total: 0, inScope: 0, asked: false, state: 'stale' };

test('what belongs to an archived project no longer counts, and counts again when it comes back', async () => {
  expect(await overview()).toEqual(LIVE);
  await change('archive');
  expect(await overview()).toEqual(ARCHIVED);
  await night();
  expect(await overview()).toEqual(ARCHIVED);
  await change('restore');
  expect(await overview()).toEqual(LIVE);
});

test('the night finds what no event told', async () => {
  site.site.faults.loseEvents(1);
  await change('archive');
  expect(await overview()).toEqual(LIVE);
  await night();
  expect(await overview()).toEqual(ARCHIVED);
  await change('restore');
  await night();
  expect(await overview()).toEqual(LIVE);
});

test('health names the projects that are archived', async () => {
  await change('archive');
  const { projects } = await site.call<{ projects: { projectId: string; archived: boolean }[] }>('health.read', {});
  expect(projects).toMatchObject([{ projectId: site.projectId, archived: true }]);
});
