import { type Enrolled, openEnrolled } from '../support/enrolled';
import { SAID } from '../support/saying';

interface Tile {
  requirementId: string;
  state: string;
  systems: { implemented: number; due: number; counts: Record<string, number> } | null;
}

interface Overview {
  organisation: object;
  systemCells: { implemented: number; applicable: number; verified: number };
  tiles: Tile[];
}

let site: Enrolled;
let systems: string[];

beforeAll(async () => {
  site = await openEnrolled();
  systems = [];
  for (const stage of ['Operation and monitoring', 'Verification and validation', 'Design and development']) {
    const { id } = await site.create('AI system');
    await site.move(id, `Take over existing system: ${stage}`);
    systems.push(id);
  }
  const { body } = await site.rest<{ issues: { id: string }[] }>('POST', '/rest/api/3/issue/bulk', {
    issueUpdates: systems.slice(0, 2).map((system) => ({
      fields: {
        project: { id: site.projectId },
        issuetype: { name: 'Task' },
        summary: 'Record',
        ...SAID,
        [site.fieldId('AIMS requirements')]: [{ value: 'A.6.2.4 AI system verification and validation' }],
        [site.fieldId('Evidence effective date')]: '2026-11-01',
      },
      update: { issuelinks: [{ add: { type: { name: 'AIMS concern' }, outwardIssue: { id: system } } }] },
    })),
  });
  await site.move(body.issues[0]?.id ?? '', 'Done');
  await site.site.settle();
});
afterAll(async () => {
  await site.close();
});

test('26. One formula everywhere: overview, requirement, reasons, system, project and organisation', async () => {
  const overview = await site.call<Overview>('coverage.overview', { projectId: site.projectId });
  expect(await site.call<Overview>('coverage.overview', { projectId: null })).toEqual(overview);
  let implemented = 0;
  for (const issueId of systems) {
    const { figure } = await site.call<{ figure: { implemented: number } }>('coverage.system', { issueId });
    implemented += figure.implemented;
  }
  expect(implemented).toBe(overview.systemCells.implemented);
  expect(implemented).toBeGreaterThan(0);
  for (const tile of overview.tiles) {
    const scope = { projectId: site.projectId, requirementId: tile.requirementId };
    expect((await site.call<{ tile: Tile }>('coverage.requirement', scope)).tile).toEqual(tile);
    const { states } = await site.call<{ states: Record<string, number> }>('coverage.reasons', scope);
    if (tile.systems) expect(states).toEqual(tile.systems.counts);
  }
});

test('24. Failed read -> "unknown as of": an error that says so, never a figure of 0', async () => {
  site.site.faults.rateLimit({ reason: 'jira-burst-based' });
  const refused = { code: expect.stringMatching(/^(jira-rate-limited|not-allowed)$/), remedy: expect.any(String) };
  await expect(site.call('coverage.overview', { projectId: site.projectId })).rejects.toMatchObject(refused);
  site.site.faults.clear();
  site.site.faults.killWorkerAt(({ kind, text }) =>
    kind === 'sql' && text.includes('FROM coverage_cell') ? 'before' : null,
  );
  await expect(site.call('coverage.overview', { projectId: site.projectId })).rejects.toThrow();
  site.site.faults.clear();
});
