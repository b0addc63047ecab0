import { type Enrolled, openEnrolled } from '../../support/enrolled';

interface DryRun {
  create: number;
  update: number;
  unchanged: number;
  problems: { line: number; code: string }[];
  nameless: number;
  byStage: Record<string, number>;
  stageNotKnown: { count: number; countsAs: string };
}

let site: Enrolled;
let columns: string[];

beforeEach(async () => {
  site = await openEnrolled();
  columns = await neededColumns();
});
afterEach(() => site.close());

/** The plain mapping's columns, as the refusal of an empty header names them. */
async function neededColumns(): Promise<string[]> {
  try {
    await site.call('import.start', {
      projectId: site.projectId,
      mapping: 'generic',
      columns: ['x'],
      asOf: '2026-11-01',
    });
  } catch (error) {
    return [...(error as Error).message.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '');
  }
  throw new Error('A file without any column was accepted.');
}

const row = (line: number, cells: Record<string, string>) => ({
  line,
  cells: { ...Object.fromEntries(columns.map((column) => [column, ''])), ...cells },
});
const FRAUD = { Name: 'Fraud score', Owner: 'Claims', Stage: 'Operation', 'Impact assessment': 'Yes' };
const LETTERS = { Name: 'Letter triage', Owner: 'Mail', Stage: 'Development', 'Impact assessment': 'No' };

async function stage(rows: ReturnType<typeof row>[]): Promise<string> {
  const { importId } = await site.call<{ importId: string }>('import.start', {
    projectId: site.projectId,
    mapping: 'generic',
    columns,
    asOf: '2026-11-01',
  });
  await site.call('import.stage', { importId, rows });
  return importId;
}

async function apply(
  importId: string,
): Promise<{ state: string; created: number; updated: number; failed: unknown[] }> {
  await site.call('import.apply', { importId });
  await site.site.settle({ within: 3_600_000 });
  return site.call('import.progress', { importId });
}

async function search(
  jql: string,
): Promise<{ fields: Record<string, unknown> & { summary: string; status: { name: string } } }[]> {
  const found = await site.rest<{ issues: { fields: { summary: string; status: { name: string } } }[] }>(
    'POST',
    '/rest/api/3/search/jql',
    { jql: `project = CLAIM AND ${jql}`, fields: ['*all'], maxResults: 100 },
  );
  return found.body.issues;
}

test('rows become AI systems in their stage, and declared claims linked work', async () => {
  const progress = await apply(await stage([row(2, FRAUD), row(3, LETTERS)]));
  expect(progress).toMatchObject({ state: 'done', created: 3, failed: [] });
  const systems = await search('issuetype = "AI system" ORDER BY key ASC');
  expect(systems.map(({ fields }) => [fields.summary, fields.status.name])).toEqual([
    ['Fraud score', 'Operation and monitoring'],
    ['Letter triage', 'Design and development'],
  ]);
  const overview = await site.call<{ tiles: { requirementId: string; systems: { counts: Record<string, number> } }[] }>(
    'coverage.overview',
    { projectId: site.projectId },
  );
  expect(overview.tiles.find((tile) => tile.requirementId === 'iso42001/8.4')?.systems.counts).toEqual({
    implemented: 1,
    gap: 1,
  });
  const { reasons } = await site.call<{ reasons: Record<string, number> }>('coverage.reasons', {
    projectId: site.projectId,
    requirementId: 'iso42001/8.4',
  });
  expect(reasons['declared-only']).toBe(1);
});

test('a second import of the same file changes nothing; a changed row updates its issue, whose state stays', async () => {
  await apply(await stage([row(2, FRAUD), row(3, LETTERS)]));
  const again = await stage([row(2, FRAUD), row(3, LETTERS)]);
  expect(await site.call<DryRun>('import.dryRun', { importId: again })).toMatchObject({
    create: 0,
    update: 0,
    unchanged: 3,
  });
  expect(await apply(again)).toMatchObject({ created: 0, updated: 0 });

  const changed = await stage([row(2, { ...FRAUD, Vendor: 'Acme' }), row(3, { ...LETTERS, Stage: 'Testing' })]);
  expect(await apply(changed)).toMatchObject({
    created: 0,
    updated: 1,
    failed: [],
    told: [{ line: 3, message: expect.stringContaining('design-and-development -> verification-and-validation') }],
  });
  const systems = await search('issuetype = "AI system" ORDER BY key ASC');
  expect(systems.map(({ fields }) => [fields[site.fieldId('Vendor')], fields.status.name])).toEqual([
    ['Acme', 'Operation and monitoring'],
    [null, 'Design and development'],
  ]);
});

test('a worker killed in the middle creates nothing twice', async () => {
  const rows = Array.from({ length: 120 }, (_, index) => row(index + 2, { ...FRAUD, Name: `System ${index}` }));
  let creates = 0;
  site.site.faults.killWorkerAt(({ kind, text }) =>
    kind === 'product' && text.includes('/issue/bulk') && !text.includes('bulkfetch') && creates++ === 1
      ? 'after'
      : null,
  );
  const importId = await stage(rows);
  await site.call('import.apply', { importId });
  await site.site.settle({ within: 3_600_000 });
  site.site.faults.clear();
  expect(creates).toBeGreaterThan(1);
  expect(await site.call('import.progress', { importId })).toMatchObject({ state: 'done', error: null });
  const { body } = await site.rest<{ count: number }>('POST', '/rest/api/3/search/approximate-count', {
    jql: 'project = CLAIM',
  });
  expect(body.count).toBe(240);
});

test('a repeated row and an unknown stage are problems with their line; the unknown counts as Operation', async () => {
  const importId = await stage([row(2, FRAUD), row(3, FRAUD), row(4, { ...LETTERS, Stage: 'somewhere' })]);
  const { problems } = await site.call<DryRun>('import.dryRun', { importId });
  expect(problems).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ line: 3, code: 'duplicate' }),
      expect.objectContaining({ line: 4, code: 'stage-not-known' }),
    ]),
  );
  await apply(importId);
  expect((await search('summary ~ "Letter triage" AND issuetype = "AI system"'))[0]?.fields.status.name).toBe(
    'Operation and monitoring',
  );
});

test('what the file does not say of a stage is told apart from what it says', async () => {
  const importId = await stage([row(2, FRAUD), row(3, { ...LETTERS, Stage: 'flying' })]);
  expect(await site.call<DryRun>('import.dryRun', { importId })).toMatchObject({
    byStage: { 'operation-and-monitoring': 1 },
    stageNotKnown: { count: 1, countsAs: 'operation-and-monitoring' },
  });
});

test('a row without a name makes no issue and is listed', async () => {
  const importId = await stage([row(2, FRAUD), row(3, { ...LETTERS, Name: ' ' }), row(4, { ...FRAUD, Name: '' })]);
  const report = await site.call<DryRun>('import.dryRun', { importId });
  expect(report).toMatchObject({ create: 2, nameless: 2, byStage: { 'operation-and-monitoring': 1 } });
  expect(report.problems.map(({ line, code }) => [line, code])).toEqual([
    [3, 'name-missing'],
    [4, 'name-missing'],
  ]);
  expect(await apply(importId)).toMatchObject({ state: 'done', created: 2, failed: [] });
  expect(await search('issuetype = "AI system"')).toHaveLength(1);
});

test('a check that is discarded leaves nothing behind, and one that is being applied stays', async () => {
  const stored = async () => {
    const { tables } = await site.call<{ tables: { name: string; rows: number }[] }>('health.read', {});
    return tables.filter(({ name }) => name === 'import_row' || name === 'ingest_cursor');
  };
  const before = await stored();
  const importId = await stage([row(2, FRAUD)]);
  expect(await stored()).not.toEqual(before);
  await site.call('import.discard', { importId });
  expect(await stored()).toEqual(before);
  await expect(site.call('import.dryRun', { importId })).rejects.toMatchObject({ code: 'import-unknown' });

  const applied = await stage([row(2, FRAUD)]);
  await apply(applied);
  await expect(site.call('import.discard', { importId: applied })).rejects.toMatchObject({ code: 'import-busy' });
});

test('Jira asking to slow down postpones the import and loses nothing', async () => {
  const importId = await stage([row(2, FRAUD), row(3, LETTERS)]);
  await site.call('import.apply', { importId });
  site.site.faults.rateLimit({ reason: 'jira-burst-based', calls: 3, retryAfterSeconds: 30 });
  await site.site.settle({ within: 3_600_000 });
  expect(await site.call('import.progress', { importId })).toMatchObject({ state: 'done', created: 3 });
});
