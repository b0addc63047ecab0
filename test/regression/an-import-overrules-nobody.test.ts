import { type Enrolled, openEnrolled, removeTemplate } from '../support/enrolled';

/** A2, A3. An import writes over nothing that a person changed, dates and moves nothing again, and is silent about nothing. */
interface DryRun {
  create: number;
  update: number;
  problems: { line: number; code: string; value: string }[];
}
interface Progress {
  created: number;
  updated: number;
  told: { line: number; message: string; issue: { key: string; summary: string } | null }[];
}
interface Issue {
  id: string;
  key: string;
  fields: Record<string, unknown> & { summary: string; labels: string[]; status: { name: string } };
}

let site: Enrolled;
beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());
afterAll(removeTemplate);

const COLUMNS = ['Name', 'Purpose', 'Owner', 'Vendor', 'Stage', 'Our part', 'Impact assessment', 'Test record'];
let columns: string[];

const row = (line: number, cells: Record<string, string>) => ({
  line,
  cells: { ...Object.fromEntries(columns.map((column) => [column, ''])), ...cells },
});
const FRAUD = { Name: 'Fraud score', Owner: 'Claims', Stage: 'Operation', 'Impact assessment': 'Yes' };

async function stage(rows: Record<string, string>[], asOf = '2026-11-01'): Promise<string> {
  const start = { projectId: site.projectId, mapping: 'generic', asOf };
  columns = await site.call('import.start', { ...start, columns: ['x'] }).then(
    () => COLUMNS,
    (error: { message: string }) => [...error.message.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? ''),
  );
  const { importId } = await site.call<{ importId: string }>('import.start', { ...start, columns });
  await site.call('import.stage', { importId, rows: rows.map((cells, place) => row(place + 2, cells)) });
  return importId;
}

async function importRows(
  rows: Record<string, string>[],
  asOf?: string,
): Promise<{ dryRun: DryRun; report: Progress }> {
  const importId = await stage(rows, asOf);
  const dryRun = await site.call<DryRun>('import.dryRun', { importId });
  await site.call('import.apply', { importId });
  await site.site.settle({ within: 3_600_000 });
  return { dryRun, report: await site.call('import.progress', { importId }) };
}

async function issues(type: string): Promise<Issue[]> {
  const { body } = await site.rest<{ issues: Issue[] }>('POST', '/rest/api/3/search/jql', {
    jql: `project = CLAIM AND issuetype = "${type}" ORDER BY key ASC`,
    fields: ['*all'],
    maxResults: 100,
  });
  return body.issues;
}
const edit = (id: string, fields: Record<string, unknown>) => site.rest('PUT', `/rest/api/3/issue/${id}`, { fields });
const codes = ({ problems }: DryRun) => problems.map(({ code }) => code);
const said = ({ told }: Progress) => told.map(({ message }) => message).join(' ');

test('a label, a name and a field that a person set stay; what nobody touched follows the file', async () => {
  await importRows([FRAUD]);
  const [system] = await issues('AI system');
  const [record] = await issues('Task');
  if (!system || !record) throw new Error('Nothing was imported.');
  await edit(record.id, { labels: ['seen-by-ruth'] });
  await edit(system.id, { summary: 'Fraud score, Claims', [site.fieldId('Owner unit')]: 'Special investigations' });
  const { report } = await importRows([{ ...FRAUD, Owner: 'Claims and fraud', Vendor: 'Acme' }]);
  const [after] = await issues('AI system');
  expect(after?.fields).toMatchObject({
    summary: 'Fraud score, Claims',
    [site.fieldId('Owner unit')]: 'Special investigations',
    [site.fieldId('Vendor')]: 'Acme',
  });
  expect((await issues('Task'))[0]?.fields.labels).toEqual(['seen-by-ruth']);
  expect(said(report)).toMatch(/Kept as people changed it: Summary, Owner unit/);
});

test('a record is never dated again, and what people reopened or moved stays where it is', async () => {
  await importRows([FRAUD]);
  const [record] = await issues('Task');
  const day = site.fieldId('Evidence effective date');
  expect(record?.fields[day]).toBe('2026-11-01');
  await site.move(record?.id ?? '', 'Reopen', 'To Do', 'In Progress');
  const moved = (await issues('Task'))[0]?.fields.status.name;
  expect(moved).not.toBe('Done');
  await importRows([{ ...FRAUD, Vendor: 'Acme' }], '2026-11-20');
  const [again] = await issues('Task');
  expect([again?.fields[day], again?.fields.status.name]).toEqual(['2026-11-01', moved]);
});

test('an emptied day stays empty', async () => {
  await importRows([FRAUD]);
  const [record] = await issues('Task');
  const day = site.fieldId('Evidence effective date');
  await edit(record?.id ?? '', { [day]: null });
  await importRows([FRAUD], '2026-11-20');
  expect((await issues('Task'))[0]?.fields[day]).toBeNull();
});

test('another stage in the file is told and moves nothing', async () => {
  await importRows([FRAUD]);
  const { dryRun, report } = await importRows([{ ...FRAUD, Stage: 'Retired' }]);
  expect([codes(dryRun), dryRun.update]).toEqual([['state-stays'], 0]);
  expect(said(report)).toMatch(/operation-and-monitoring -> retired/);
  expect((await issues('AI system'))[0]?.fields.status.name).toBe('Operation and monitoring');
});

test('a removed row and a withdrawn claim are named, and their issues stay', async () => {
  await importRows([FRAUD, { ...FRAUD, Name: 'Letters' }]);
  const { dryRun, report } = await importRows([{ ...FRAUD, 'Impact assessment': 'No' }]);
  expect(codes(dryRun).sort()).toEqual(['no-longer-said', 'row-not-in-file', 'row-not-in-file']);
  expect(dryRun.problems.map(({ value }) => value).join(' ')).toContain('Letters');
  const named = report.told.map(({ message, issue }) => `${issue?.summary}: ${message}`).sort();
  expect(named).toEqual([
    'Impact assessment: Fraud score: Its row does not say this any more; the issue stays.',
    'Impact assessment: Letters: The file does not have its row any more; the issue stays.',
    'Letters: The file does not have its row any more; the issue stays.',
  ]);
  expect([(await issues('AI system')).length, (await issues('Task')).length]).toEqual([2, 2]);
});

test('a deleted issue is not there already, nor made again', async () => {
  await importRows([FRAUD]);
  const [system] = await issues('AI system');
  await site.rest('DELETE', `/rest/api/3/issue/${system?.id}`);
  await site.site.settle({ within: 3_600_000 });
  const { dryRun, report } = await importRows([{ ...FRAUD, Vendor: 'Acme' }]);
  expect(codes(dryRun)).toContain('issue-gone');
  expect([dryRun.create, report.created]).toEqual([0, 0]);
  expect(said(report)).toMatch(/was deleted in Jira/);
});

test('two rows of one name are known by what they say, in any order; where that is not sure nothing is done', async () => {
  const one = { ...FRAUD, Vendor: 'Acme' };
  const two = { ...FRAUD, Vendor: 'Other' };
  await importRows([one, two]);
  const before = (await issues('AI system')).map(({ id, fields }) => [id, fields[site.fieldId('Vendor')]]);
  const swapped = await importRows([two, one]);
  expect([swapped.dryRun.create, swapped.dryRun.update]).toEqual([0, 0]);
  const changed = await importRows([
    { ...two, Owner: 'Mail' },
    { ...one, Owner: 'Legal' },
  ]);
  expect([changed.dryRun.create, changed.dryRun.update]).toEqual([0, 0]);
  expect(codes(changed.dryRun).filter((code) => code === 'same-name-unsure')).toHaveLength(2);
  expect(said(changed.report)).toMatch(/is not sure; nothing was done/);
  expect((await issues('AI system')).map(({ id, fields }) => [id, fields[site.fieldId('Vendor')]])).toEqual(before);
});
