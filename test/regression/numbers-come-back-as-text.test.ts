import type { Output } from '../../src/contract/procedures';
import { type Enrolled, openEnrolled } from '../support/enrolled';

/** Forge SQL answers BIGINT, COUNT and SUM as text: whatever a screen counts with is a number all the same. */

let site: Enrolled;
beforeAll(async () => {
  site = await openEnrolled();
  const system = await site.create('AI system');
  for (const type of ['AI risk', 'Nonconformity', 'Task']) {
    const { id } = await site.create(type);
    await site.link('AIMS concern', id, system.id);
  }
  await site.site.settle();
});
afterAll(() => site.close());

test('the host answers as the cloud does: INT as a number, BIGINT and what counts or sums as text', async () => {
  const [row] = await site.site.sql(
    'SELECT COUNT(*) AS n, SUM(fence) AS total, MAX(checked_at) AS newest, MIN(kind) AS kind FROM item',
  );
  expect(row).toEqual({
    n: '4',
    total: expect.stringMatching(/^\d+$/),
    newest: expect.stringMatching(/^\d+$/),
    kind: 'ai-risk',
  });
  const [reference] = await site.site.sql(
    'SELECT gone, fence, MAX(gone) AS most FROM item_reference GROUP BY gone, fence',
  );
  expect(reference).toEqual({ gone: 0, fence: expect.stringMatching(/^\d+$/), most: 0 });
});

test('every screen reads its figures after the first items', async () => {
  const projectId = site.projectId;
  const overview = await site.call<Output<'coverage.overview'>>('coverage.overview', { projectId });
  expect(overview.asOf).toEqual(expect.any(Number));
  const of = (name: string, input: object) => site.call<Record<string, unknown>>(name, input);
  const page = { page: 0, limit: 20, sort: null };
  expect(await of('risks.overview', { projectId })).toMatchObject({ asOf: overview.asOf });
  expect(await of('nonconformities.overview', { projectId })).toMatchObject({ asOf: overview.asOf });
  expect(await of('controls.status', { projectId, group: null })).toMatchObject({ asOf: overview.asOf });
  expect(
    await of('systems.list', { projectId, text: null, stages: [], fields: {}, only: 'all', ...page }),
  ).toMatchObject({ total: 1, asOf: overview.asOf });
  expect(await of('risks.list', { projectId, only: 'all', square: null, fields: {}, ...page })).toMatchObject({
    total: 1,
  });
  expect(
    await of('nonconformities.list', {
      projectId,
      only: 'open',
      grade: null,
      stage: null,
      age: null,
      fields: {},
      ...page,
    }),
  ).toMatchObject({ total: 1 });
  expect(await of('projects.list', { projectId: null })).toMatchObject({ projects: [{ projectId }] });
  expect(await of('coverage.trend', { projectId, days: 30 })).toHaveProperty('points');
  const health = await site.call<Output<'health.read'>>('health.read', {});
  expect(health).toMatchObject({ openMarks: 0, lastRead: overview.asOf });
  expect(health.tables.find(({ name }) => name === 'item')?.rows).toBe(4);
});
