import { SAMPLE_ISSUES, type Seeded, seedOrganisation } from '../../../cli/sample/seed';
import { type Hands, openSite } from '../../support/site';

interface Overview {
  updating: number;
  organisation: { implemented: number; applicable: number; verified: number };
  systemCells: { implemented: number; applicable: number; verified: number };
  systems: { inScope: number; total: number; byStage: Record<string, number> };
  tiles: { requirementId: string; state: string; systems: { counts: Record<string, number> } | null }[];
}

describe('the sample organisation', () => {
  let hands: Hands;
  let seeded: Seeded;
  beforeAll(async () => {
    hands = await openSite();
    seeded = await seedOrganisation(hands.site);
  });
  afterAll(() => hands.site.close());

  const overview = (accountId = 'admin', projectId: string | null = null) =>
    hands.call<Overview>('coverage.overview', { projectId }, accountId);

  it('has twelve AI systems in different stages, and figures above nought', async () => {
    const { systems, organisation, systemCells, updating } = await overview();
    expect(systems.total).toBe(12);
    expect(systems.inScope).toBe(11);
    expect(Object.keys(systems.byStage).length).toBeGreaterThanOrEqual(6);
    for (const figure of [organisation, systemCells]) {
      expect(figure.implemented).toBeGreaterThan(0);
      expect(figure.implemented).toBeLessThan(figure.applicable);
      expect(figure.verified).toBeGreaterThan(0);
    }
    expect(updating).toBe(0);
  });

  it('shows every state but "undecided", which ends with the Statement of Applicability', async () => {
    const { tiles } = await overview();
    const states = new Set(tiles.flatMap((tile) => [tile.state, ...Object.keys(tile.systems?.counts ?? {})]));
    expect([...states].sort()).toEqual(
      [
        'nonconforming',
        'excluded',
        'verified',
        'implemented',
        'not-due',
        'stale',
        'in-progress',
        'planned',
        'gap',
      ].sort(),
    );
  });

  it('has the issues that its data say, in two projects, and leaves the third as it was', async () => {
    const count = async (jql: string) =>
      (await hands.rest<{ count: number }>('POST', '/rest/api/3/search/approximate-count', { jql })).body.count;
    expect(await count('project in (UW, CLAIM)')).toBe(SAMPLE_ISSUES.length);
    expect(await count('project = PRICE')).toBe(0);
    const { body } = await hands.rest<{ issueTypes: { name: string }[] }>('GET', '/rest/api/3/project/PRICE');
    expect(body.issueTypes.map(({ name }) => name)).not.toContain('AI system');
  });

  it('has eight weeks behind it, in which its figures grew to what they are', async () => {
    const { points } = await hands.call<{ points: { organisation: Overview['organisation'] }[] }>('coverage.trend', {
      projectId: null,
      days: 90,
    });
    const implemented = points.map((point) => point.organisation.implemented);
    expect(points.length).toBeGreaterThan(56);
    expect(implemented[0]).toBeLessThan(implemented[28] ?? 0);
    expect(points.at(-1)?.organisation).toMatchObject((await overview()).organisation);
  });

  it('hides Claims from an underwriter and gives him the same figures of the organisation', async () => {
    const jonas = seeded.accounts.get('jonas') ?? '';
    expect(await overview(jonas)).toEqual(await overview());
    await expect(overview(jonas, seeded.projects.CLAIM)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('lets the auditor conclude only on what others did', async () => {
    const conclusion = {
      requirementId: 'iso42001/9.2.1',
      systemIssueId: null,
      result: 'conforms',
      concludedOn: '2026-11-24',
      validUntil: null,
      kind: 'internal-audit',
      sample: 'The minutes of two meetings.',
    };
    await expect(hands.call('conclusion.record', conclusion, seeded.accounts.get('ines'))).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(hands.call('conclusion.record', conclusion, seeded.accounts.get('ruth'))).resolves.toBeDefined();
  });
});
