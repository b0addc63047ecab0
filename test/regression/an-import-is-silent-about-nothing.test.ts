import { type Enrolled, openEnrolled } from '../support/enrolled';
import { codes, type Imports, importsOf, said } from '../support/imports';

/** What a newer file takes back, and what people hold otherwise, is told by name, and told once. */
let site: Enrolled;
let imports: Imports;
beforeEach(async () => {
  site = await openEnrolled();
  imports = importsOf(site);
});
afterEach(() => site.close());

const FRAUD = {
  Name: 'Fraud score',
  Purpose: 'Rates claims',
  Owner: 'Ada',
  Vendor: 'Acme',
  Stage: 'live',
  'Our part': 'develop and use',
  'Personal data': 'yes',
};
const EMPTIED = { ...FRAUD, Purpose: '', Vendor: '', 'Our part': '' };
const fraud = async () => {
  const [system] = await imports.issues('AI system');
  if (!system) throw new Error('Nothing was imported.');
  return system;
};
const written = async (field: string) => (await fraud()).fields[site.fieldId(field)];
const edit = async (fields: Record<string, unknown>) =>
  site.rest('PUT', `/rest/api/3/issue/${(await fraud()).id}`, { fields });

test('an emptied cell is named, and empties nothing unless somebody says so', async () => {
  await imports.run([FRAUD]);
  const { dryRun, report } = await imports.run([EMPTIED]);
  const emptied = dryRun.problems.filter(({ code }) => code === 'emptied-in-file');
  expect(emptied.map(({ line, column }) => [line, column])).toEqual([
    [2, 'Intended purpose'],
    [2, 'Vendor'],
    [2, 'Our part'],
  ]);
  expect(emptied[0]?.value).toMatch(/^CLAIM-\d+ Fraud score$/);
  expect([dryRun.update, dryRun.emptied]).toEqual([0, { fields: 3, clear: false }]);
  expect(said(report)).toBe('Empty in the file now, kept as it was: Intended purpose, Vendor, Our part.');
  expect(await written('Vendor')).toBe('Acme');
  // Told once: the next file says what the last one said.
  const again = await imports.run([EMPTIED]);
  expect([codes(again.dryRun), said(again.report)]).toEqual([[], '']);
});

test('said so, it empties what no person changed', async () => {
  await imports.run([FRAUD]);
  await edit({ [site.fieldId('Vendor')]: 'Northlight' });
  const importId = await imports.stage([EMPTIED]);
  await imports.answer(importId, { about: 'emptied', clear: true });
  expect(await imports.check(importId)).toMatchObject({ update: 1, emptied: { fields: 2, clear: true } });
  expect(said(await imports.apply(importId))).toBe('Emptied, as in the file: Intended purpose, Our part.');
  expect([await written('Intended purpose'), await written('Our part'), await written('Vendor')]).toEqual([
    null,
    null,
    'Northlight',
  ]);
});

test('a cell that the mapping does not understand is no empty one', async () => {
  await imports.run([FRAUD]);
  const { dryRun } = await imports.run([{ ...FRAUD, 'Personal data': 'perhaps' }]);
  expect(codes(dryRun)).toEqual(['personal-data-not-known']);
});

test('what people filled in where the file never said anything is theirs, and not told', async () => {
  await imports.run([{ ...FRAUD, Vendor: '' }]);
  await edit({ [site.fieldId('Vendor')]: 'Northlight' });
  const { dryRun } = await imports.run([{ ...FRAUD, Vendor: '', Owner: 'Ben' }]);
  expect([codes(dryRun), dryRun.update]).toEqual([[], 1]);
  expect(await written('Vendor')).toBe('Northlight');
});

test('what people changed is told in the dry run too, and not where they wrote what the file says', async () => {
  await imports.run([FRAUD]);
  await edit({ [site.fieldId('Vendor')]: 'Northlight', [site.fieldId('Owner unit')]: 'Ben' });
  const { dryRun, report } = await imports.run([{ ...FRAUD, Owner: 'Ben', Purpose: 'Rates motor claims' }]);
  expect(dryRun.problems.map(({ code, column }) => [code, column])).toEqual([['kept-as-people-changed-it', 'Vendor']]);
  expect([report.updated, said(report)]).toEqual([1, 'Kept as people changed it: Vendor.']);
});

test('retired, then live again: nothing is counted as updated, the state is told until Jira has it', async () => {
  await imports.run([{ ...FRAUD, Stage: 'retired' }]);
  expect((await fraud()).fields.status.name).toBe('Retired');
  const importId = await imports.stage([FRAUD]);
  const dryRun = await imports.check(importId);
  expect([dryRun.update, codes(dryRun)]).toEqual([0, ['state-stays']]);
  expect(dryRun.problems[0]?.value).toBe('retired -> operation-and-monitoring');
  const report = await imports.apply(importId);
  expect(report.updated).toBe(0);
  expect(said(report)).toBe('The file names another state (retired -> operation-and-monitoring); the issue stays.');
  expect((await fraud()).fields.status.name).toBe('Retired');
});

test('a state that people have set already, as the file has it, is not told', async () => {
  await imports.run([{ ...FRAUD, Stage: 'inception' }]);
  const { id } = await fraud();
  await site.move(id, 'Start design');
  const { dryRun, report } = await imports.run([{ ...FRAUD, Stage: 'development' }]);
  expect([codes(dryRun), dryRun.unchanged, said(report)]).toEqual([[], 1, '']);
});
