import { type Enrolled, openEnrolled } from '../support/enrolled';

/** Long work comes to an end: it makes progress with every delivery, or says why it cannot and what to do about it. */

const CHOICES = { sharedSchemes: 'copy', otherScreens: true };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let site: Enrolled;

beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());

interface Run {
  state: string;
  steps: { outcome: string; error: { code: string; remedy: string } | null }[];
}

async function newProject(key: string): Promise<string> {
  const project = { key, name: key, projectTypeKey: 'business', leadAccountId: 'admin' };
  return String((await site.rest<{ id: number }>('POST', '/rest/api/3/project', project)).body.id);
}

async function start(projectId: string): Promise<string> {
  const { digest } = await site.call<{ digest: string }>('setup.plan', { projectId, choices: CHOICES });
  return (await site.call<{ runId: string }>('setup.apply', { projectId, choices: CHOICES, digest })).runId;
}
const progress = (runId: string) => site.call<Run>('setup.progress', { runId });
const errorOf = ({ steps }: Run) => steps.find(({ error }) => error !== null)?.error;

test('a project that is deleted while it is set up ends the run with its remedy', async () => {
  const projectId = await newProject('GONE');
  const runId = await start(projectId);
  await site.rest('DELETE', `/rest/api/3/project/${projectId}`);
  await site.site.settle({ within: HOUR });
  const run = await progress(runId);
  expect(run.state).toBe('failed');
  expect(errorOf(run)).toMatchObject({ code: 'setup-project-gone', remedy: expect.stringContaining('Restore it') });
});

test('an outage that outlasts every try ends the run with its remedy; a shorter one does not', async () => {
  const runId = await start(await newProject('SOON'));
  site.site.faults.unavailable('jira', {});
  await site.site.settle({ within: HOUR / 4 });
  site.site.faults.clear();
  expect((await progress(runId)).state).toBe('running');
  await site.site.settle({ within: HOUR });
  expect((await progress(runId)).state).toBe('done');

  const stuck = await start(await newProject('LATER'));
  site.site.faults.unavailable('jira', {});
  await site.site.settle({ within: DAY });
  site.site.faults.clear();
  expect(errorOf(await progress(stuck))).toMatchObject({ code: 'jira-unavailable', remedy: expect.any(String) });
});

test('what the platform gave up after a day of crashes is told as stopped', async () => {
  const runId = await start(await newProject('CRASH'));
  site.site.faults.killWorkerAt(({ kind, text }) =>
    kind === 'product' && text.includes('/issuetype') ? 'before' : null,
  );
  await site.site.settle({ within: DAY });
  await site.site.clock.advance(30 * HOUR);
  site.site.faults.clear();
  const run = await progress(runId);
  expect([run.state, errorOf(run)?.code]).toEqual(['failed', 'setup-stopped']);
});

test('an import ends with its remedy when Jira stays out of reach, and can be applied again', async () => {
  const columns = await neededColumns();
  const input = { projectId: site.projectId, mapping: 'generic', columns, asOf: '2026-11-01' };
  const { importId } = await site.call<{ importId: string }>('import.start', input);
  const cells = { ...Object.fromEntries(columns.map((column) => [column, ''])), Name: 'Fraud score' };
  await site.call('import.stage', { importId, rows: [{ line: 2, cells }] });
  await site.call('import.apply', { importId });
  site.site.faults.unavailable('jira', {});
  await site.site.settle({ within: DAY });
  site.site.faults.clear();
  expect(await site.call('import.progress', { importId })).toMatchObject({
    state: 'failed',
    error: { code: 'jira-unavailable', remedy: expect.any(String) },
  });
  await site.call('import.apply', { importId });
  await site.site.settle({ within: HOUR });
  expect(await site.call('import.progress', { importId })).toMatchObject({ state: 'done', created: 1, error: null });
});

/** The plain mapping's columns, as the refusal of an empty header names them. */
async function neededColumns(): Promise<string[]> {
  const input = { projectId: site.projectId, mapping: 'generic', columns: ['x'], asOf: '2026-11-01' };
  const refusal = await site.call('import.start', input).then(
    () => '',
    (error: Error) => error.message,
  );
  return [...refusal.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '');
}

test('the night’s comparison goes on when an enrolled project was deleted', async () => {
  await site.create('AI system');
  const second = await newProject('STAYS');
  await start(second);
  await site.site.settle({ within: HOUR });
  await site.call('setup.reconcile', { extent: 'full' });
  await site.site.settle({ within: HOUR });
  await site.rest('DELETE', `/rest/api/3/project/${site.projectId}`);
  const { lastReconciled: before } = await site.call<{ lastReconciled: number }>('setup.status', {});
  await site.site.clock.advance(HOUR);
  await site.call('setup.reconcile', { extent: 'changed' });
  await site.site.settle({ within: HOUR });
  const status = await site.call<{ lastReconciled: number; projects: { backfill: { finishedAt: number | null } }[] }>(
    'setup.status',
    {},
  );
  expect(status.lastReconciled).toBeGreaterThan(before);
  expect(status.projects.every(({ backfill }) => backfill.finishedAt !== null)).toBe(true);
});
