import { type Enrolled, openEnrolled } from '../support/enrolled';
import { codes, type Imports, importsOf, said } from '../support/imports';

/** A2, A3. An import writes over nothing that a person changed, dates and moves nothing again, and is silent about nothing. */
let site: Enrolled;
let imports: Imports;
beforeEach(async () => {
  site = await openEnrolled();
  imports = importsOf(site);
});
afterEach(() => site.close());

const FRAUD = { Name: 'Fraud score', Owner: 'Claims', Stage: 'Operation', 'Impact assessment': 'Yes' };

const edit = (id: string, fields: Record<string, unknown>) => site.rest('PUT', `/rest/api/3/issue/${id}`, { fields });

test('a label, a name and a field that a person set stay; what nobody touched follows the file', async () => {
  await imports.run([FRAUD]);
  const [system] = await imports.issues('AI system');
  const [record] = await imports.issues('Task');
  if (!system || !record) throw new Error('Nothing was imported.');
  await edit(record.id, { labels: ['seen-by-ruth'] });
  await edit(system.id, { summary: 'Fraud score, Claims', [site.fieldId('Owner unit')]: 'Special investigations' });
  const { report } = await imports.run([{ ...FRAUD, Owner: 'Claims and fraud', Vendor: 'Acme' }]);
  const [after] = await imports.issues('AI system');
  expect(after?.fields).toMatchObject({
    summary: 'Fraud score, Claims',
    [site.fieldId('Owner unit')]: 'Special investigations',
    [site.fieldId('Vendor')]: 'Acme',
  });
  expect((await imports.issues('Task'))[0]?.fields.labels).toEqual(['seen-by-ruth']);
  expect(said(report)).toMatch(/Kept as people changed it: Summary, Owner unit/);
});

test('a record is never dated again, and what people reopened or moved stays where it is', async () => {
  await imports.run([FRAUD]);
  const [record] = await imports.issues('Task');
  const day = site.fieldId('Evidence effective date');
  expect(record?.fields[day]).toBe('2026-11-01');
  await site.move(record?.id ?? '', 'Reopen', 'To Do', 'In Progress');
  const moved = (await imports.issues('Task'))[0]?.fields.status.name;
  expect(moved).not.toBe('Done');
  await imports.run([{ ...FRAUD, Vendor: 'Acme' }], '2026-11-20');
  const [again] = await imports.issues('Task');
  expect([again?.fields[day], again?.fields.status.name]).toEqual(['2026-11-01', moved]);
});

test('an emptied day stays empty', async () => {
  await imports.run([FRAUD]);
  const [record] = await imports.issues('Task');
  const day = site.fieldId('Evidence effective date');
  await edit(record?.id ?? '', { [day]: null });
  await imports.run([FRAUD], '2026-11-20');
  expect((await imports.issues('Task'))[0]?.fields[day]).toBeNull();
});

test('another stage in the file is told and moves nothing', async () => {
  await imports.run([FRAUD]);
  const { dryRun, report } = await imports.run([{ ...FRAUD, Stage: 'Retired' }]);
  expect([codes(dryRun), dryRun.update]).toEqual([['state-stays'], 0]);
  expect(said(report)).toMatch(/operation-and-monitoring -> retired/);
  expect((await imports.issues('AI system'))[0]?.fields.status.name).toBe('Operation and monitoring');
});

test('a removed row and a withdrawn claim are named, and their issues stay', async () => {
  await imports.run([FRAUD, { ...FRAUD, Name: 'Letters' }]);
  const { dryRun, report } = await imports.run([{ ...FRAUD, 'Impact assessment': 'No' }]);
  expect(codes(dryRun).sort()).toEqual(['no-longer-said', 'row-not-in-file', 'row-not-in-file']);
  expect(dryRun.problems.map(({ value }) => value).join(' ')).toContain('Letters');
  const named = report.told.map(({ message, issue }) => `${issue?.summary}: ${message}`).sort();
  expect(named).toEqual([
    'Impact assessment: Fraud score: Its row does not say this any more; the issue stays.',
    'Impact assessment: Letters: The file does not have its row any more; the issue stays.',
    'Letters: The file does not have its row any more; the issue stays.',
  ]);
  expect([(await imports.issues('AI system')).length, (await imports.issues('Task')).length]).toEqual([2, 2]);
});

test('a deleted issue is not there already, nor made again', async () => {
  await imports.run([FRAUD]);
  const [system] = await imports.issues('AI system');
  await site.rest('DELETE', `/rest/api/3/issue/${system?.id}`);
  await site.site.settle({ within: 3_600_000 });
  const { dryRun, report } = await imports.run([{ ...FRAUD, Vendor: 'Acme' }]);
  expect(codes(dryRun)).toContain('issue-gone');
  expect([dryRun.create, report.created]).toEqual([0, 0]);
  expect(said(report)).toMatch(/was deleted in Jira/);
});

test('two rows of one name are known by what they say, in any order; where that is not sure nothing is done', async () => {
  const one = { ...FRAUD, Vendor: 'Acme' };
  const two = { ...FRAUD, Vendor: 'Other' };
  await imports.run([one, two]);
  const before = (await imports.issues('AI system')).map(({ id, fields }) => [id, fields[site.fieldId('Vendor')]]);
  const swapped = await imports.run([two, one]);
  expect([swapped.dryRun.create, swapped.dryRun.update]).toEqual([0, 0]);
  const changed = await imports.run([
    { ...two, Owner: 'Mail' },
    { ...one, Owner: 'Legal' },
  ]);
  expect([changed.dryRun.create, changed.dryRun.update]).toEqual([0, 0]);
  expect(codes(changed.dryRun).filter((code) => code === 'same-name-unsure')).toHaveLength(2);
  expect(said(changed.report)).toMatch(/is not sure; nothing was done/);
  expect((await imports.issues('AI system')).map(({ id, fields }) => [id, fields[site.fieldId('Vendor')]])).toEqual(
    before,
  );
});
