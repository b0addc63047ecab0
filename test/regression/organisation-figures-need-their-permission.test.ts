import type { ProcedureName } from '../../src/contract/procedures';
import { type AccessSite, openAccessSite } from '../access/site';

/**
 * C2. Naming a project that one may browse is no way to what is the organisation's own: its figures, reasons, decisions, history
 * and trend need *View AIMS figures*. Of a project that takes no part there is nothing at all.
 */
interface Overview {
  organisation: object | null;
  tiles: { requirementId: string; scopeLevel: string; reasons: unknown[] }[];
  groups: { id: string }[];
  lookHere: { documents: object | null; lapsing: { requirementId: string }[] };
  trend: { points: { organisation: object | null; systemCells: object }[] } | null;
}

let site: AccessSite;
let browser: string;
beforeAll(async () => {
  site = await openAccessSite();
  browser = site.people.jiraOnly ?? '';
});
afterAll(async () => {
  await site.close();
});

const codeOf = (name: ProcedureName, payload: unknown, accountId: string) =>
  site.call(name, payload, accountId).then(
    () => 'answered',
    (error: { code: string }) => error.code,
  );

test('a project shows its AI systems, and of the organisation nothing', async () => {
  const payload = { projectId: site.projectId, trend: true };
  const mine = await site.call<Overview>('coverage.overview', payload, browser);
  expect(mine.organisation).toBeNull();
  expect(mine.lookHere.documents).toBeNull();
  expect(mine.tiles.length).toBeGreaterThan(0);
  expect(new Set(mine.tiles.map(({ scopeLevel }) => scopeLevel))).toEqual(new Set(['ai-system']));
  expect(mine.trend?.points.map(({ organisation }) => organisation)).toEqual(mine.trend?.points.map(() => null));
  // The numbers of the project are those that everybody gets.
  const all = await site.call<Overview & { systemCells: object }>('coverage.overview', payload);
  expect(mine).toMatchObject({ systemCells: all.systemCells, systems: (all as { systems?: unknown }).systems });
  expect(all.organisation).not.toBeNull();
});

test('reasons, history and decisions of what is met once are refused with a code', async () => {
  for (const name of ['coverage.requirement', 'coverage.reasons', 'requirement.history'] as const)
    for (const requirementId of ['iso42001/4.1', 'iso42001/A.2.2', 'iso42001/6.1.3']) {
      const payload = { projectId: site.projectId, requirementId };
      expect([name, requirementId, await codeOf(name, payload, browser)]).toEqual([
        name,
        requirementId,
        'figures-of-organisation',
      ]);
    }
  const of = { projectId: site.projectId, requirementId: 'iso42001/A.6.2.4' };
  expect(await site.call('coverage.requirement', of, browser)).toMatchObject({ applicability: null, approved: null });
  const status = { projectId: site.projectId, group: null };
  expect(JSON.stringify(await site.call('controls.status', status, browser))).not.toContain('words');
  expect(JSON.stringify(await site.call('controls.status', status))).toContain('words');
});

test('the panel beside an issue names what it is linked to, without the organisation’s state', async () => {
  const stateFor = async (accountId: string) =>
    (
      await site.call<{ requirements: { state: string | null }[] }>(
        'issue.context',
        { issueId: site.taskId },
        accountId,
      )
    ).requirements.map(({ state }) => state);
  expect(await stateFor('admin')).toEqual([expect.any(String)]);
  expect(await stateFor(browser)).toEqual([null]);
});

test('a project that takes no part answers that alone', async () => {
  for (const accountId of ['admin', browser])
    for (const name of ['coverage.overview', 'viewer.needs', 'projects.list', 'risks.overview'] as const)
      expect(await codeOf(name, { projectId: site.other }, accountId)).toBe('setup-not-started');
});

test('a payload cannot name another project, issue or page than the place that the platform signs', async () => {
  const asked = async (name: ProcedureName, payload: unknown, extension: Record<string, unknown>, module: string) =>
    (await site.site.invoke({ module, key: name, payload, accountId: 'admin', extension })) as object;
  const refused = { ok: false, error: { code: 'other-place', remedy: expect.any(String) } };
  const project = { project: { id: site.other } };
  expect(await asked('coverage.overview', { projectId: site.projectId }, project, 'aims-project')).toMatchObject(
    refused,
  );
  const issue = { issue: { id: site.systemId } };
  expect(await asked('issue.context', { issueId: site.taskId }, issue, 'aims-context')).toMatchObject(refused);
  const content = { content: { id: site.pages.restricted } };
  expect(await asked('policy.read', { pageId: site.pages.guests }, content, 'aims-policy')).toMatchObject(refused);
});
