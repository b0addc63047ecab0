import { type Hands, openSite } from '../support/site';

interface Plan {
  digest: string;
  steps: { id: string; impact: string; what: string; why: string }[];
}

const CHOICES = { sharedSchemes: 'copy', otherScreens: true };
let hands: Hands;

beforeEach(async () => {
  hands = await openSite();
});
afterEach(() => hands.site.close());

async function project(key: string, more: Record<string, unknown> = {}): Promise<string> {
  const body = { key, name: key, projectTypeKey: 'business', leadAccountId: 'admin', ...more };
  const created = await hands.rest<{ id: number }>('POST', '/rest/api/3/project', body);
  expect(created.status).toBe(201);
  return String(created.body.id);
}

const plan = (projectId: string, choices = CHOICES) => hands.call<Plan>('setup.plan', { projectId, choices });

async function apply(
  projectId: string,
  choices = CHOICES,
): Promise<{ state: string; steps: { outcome: string; error: { code: string } | null }[] }> {
  const { digest } = await plan(projectId, choices);
  const { runId } = await hands.call<{ runId: string }>('setup.apply', { projectId, choices, digest });
  await hands.site.settle({ within: 3_600_000 });
  return hands.call('setup.progress', { runId });
}

const impactOf = (steps: Plan['steps'], id: string) => steps.find((step) => step.id === id)?.impact;

test('plan after apply is all keep', async () => {
  const projectId = await project('CLAIM');
  expect((await apply(projectId)).state).toBe('done');
  expect(new Set((await plan(projectId)).steps.map((step) => step.impact))).toEqual(new Set(['keep']));
});

/** Two projects on one issue type scheme. */
async function sharedScheme(): Promise<{ ours: string; schemeId: string }> {
  const types = await hands.rest<{ id: string; subtask: boolean }[]>('GET', '/rest/api/3/issuetype');
  const standard = types.body.find((type) => !type.subtask)?.id ?? '';
  const body = { name: 'Shared', issueTypeIds: [standard], defaultIssueTypeId: standard };
  const scheme = await hands.rest<{ issueTypeSchemeId: string }>('POST', '/rest/api/3/issuetypescheme', body);
  const schemeId = scheme.body.issueTypeSchemeId;
  const ours = await project('OURS', { issueTypeScheme: Number(schemeId) });
  await project('THEIRS', { issueTypeScheme: Number(schemeId) });
  return { ours, schemeId };
}

test('a scheme that others share is copied, and theirs stays as it was', async () => {
  const { ours, schemeId } = await sharedScheme();
  const mapping = `/rest/api/3/issuetypescheme/mapping?issueTypeSchemeId=${schemeId}`;
  const before = (await hands.rest('GET', mapping)).body;
  const step = (await plan(ours)).steps.find(({ id }) => id === 'issue-type-scheme:project');
  expect([step?.impact, step?.why]).toEqual(['create', expect.stringContaining('1 other project shares it')]);
  expect((await apply(ours)).state).toBe('done');
  expect((await hands.rest('GET', mapping)).body).toEqual(before);
});

test('the shared scheme is extended only when the administrator chose so', async () => {
  const { ours } = await sharedScheme();
  const extending = await plan(ours, { ...CHOICES, sharedSchemes: 'extend' });
  expect(impactOf(extending.steps, 'issue-type-scheme:project')).toBe('extend');
});

test('a worker killed at any step goes on, and ends in the same site', async () => {
  for (const place of [9, 41, 80]) {
    const projectId = await project(`K${place}`);
    let writes = 0;
    hands.site.faults.killWorkerAt(({ kind, text }) =>
      kind === 'product' && !text.startsWith('GET') && writes++ === place ? 'after' : null,
    );
    const { digest } = await plan(projectId);
    const { runId } = await hands.call<{ runId: string }>('setup.apply', { projectId, choices: CHOICES, digest });
    await hands.site.settle({ within: 3_600_000 });
    hands.site.faults.clear();
    await hands.site.clock.advance(3_600_000); // the next hour's quota
    expect(await hands.call('setup.progress', { runId })).toMatchObject({ state: 'done' });
    expect((await plan(projectId)).steps.filter((step) => step.impact !== 'keep')).toEqual([]);
  }
});

test('what changed since the administrator looked is not applied', async () => {
  const projectId = await project('CLAIM');
  const { digest } = await plan(projectId);
  await hands.rest('POST', '/rest/api/3/issueLinkType', {
    name: 'AIMS concern',
    inward: 'is concerned by',
    outward: 'concerns',
  });
  await expect(hands.call('setup.apply', { projectId, choices: CHOICES, digest })).rejects.toMatchObject({
    code: 'plan-stale',
    remedy: expect.stringContaining('Apply'),
  });
});

test('a same name with a different shape stays, and the app makes its own beside it', async () => {
  const projectId = await project('CLAIM');
  const theirs = { name: 'AIMS concern', inward: 'blocks', outward: 'is blocked by' };
  await hands.rest('POST', '/rest/api/3/issueLinkType', theirs);
  const { steps } = await plan(projectId);
  expect(steps.find((step) => step.id === 'link-type:concerns')).toMatchObject({
    impact: 'create',
    what: expect.stringContaining('"AIMS concern 2"'),
    why: expect.stringContaining('stays as it is'),
  });
});

test('a team-managed project is refused clearly', async () => {
  const projectId = await project('TEAM', {
    projectTypeKey: 'software',
    projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-agility-kanban',
  });
  await expect(plan(projectId)).rejects.toMatchObject({
    code: 'project-team-managed',
    remedy: expect.stringContaining('company-managed'),
  });
});

test('a second project joins the contexts and types of the first', async () => {
  await apply(await project('ONE'));
  const second = await project('TWO');
  const { steps } = await plan(second);
  expect([
    impactOf(steps, 'issue-type:ai-system'),
    impactOf(steps, 'workflow:ai-risk'),
    impactOf(steps, 'field:aims-requirements'),
  ]).toEqual(['keep', 'keep', 'extend']);
  expect((await apply(second)).state).toBe('done');
  expect((await plan(second)).steps.every((step) => step.impact === 'keep')).toBe(true);
});
