import { type Enrolled, openEnrolled } from '../support/enrolled';
import { codes, type Imports, importsOf, said } from '../support/imports';

/** A renamed row makes no second system beside the first: where it may be one, a person is asked, and else nothing is done. */
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
  Stage: 'live',
  'Impact assessment': 'yes',
  Risks: 'Wrong refusals',
};
const LETTERS = { Name: 'Letter triage', Purpose: 'Sorts letters', Owner: 'Cy', Stage: 'inception' };
const PHOTO = { Name: 'Photo estimate', Purpose: 'Estimates damage', Owner: 'Ben', Stage: 'testing' };
const RENAMED = { ...FRAUD, Name: 'Fraud scoring v2' };

const names = async (type: string) => (await imports.issues(type)).map(({ fields }) => fields.summary);
const counted = async () => {
  const read = { projectId: site.projectId };
  const { tiles } = await site.call<{ tiles: { requirementId: string; systems?: { counts: object } }[] }>(
    'coverage.overview',
    read,
  );
  return tiles.find(({ requirementId }) => requirementId === 'iso42001/8.4')?.systems?.counts;
};

test('unanswered, neither the known system nor the new row is touched, and both are named', async () => {
  await imports.run([FRAUD, LETTERS, PHOTO]);
  const before = await counted();
  const [system] = await imports.issues('AI system');
  const { dryRun, report } = await imports.run([RENAMED, LETTERS]);
  expect(dryRun.renamed).toEqual([
    {
      line: 2,
      name: 'Fraud scoring v2',
      answer: null,
      candidates: [{ issueId: system?.id, issue: { key: system?.key, summary: 'Fraud score' } }],
    },
  ]);
  expect([dryRun.create, dryRun.update, dryRun.renamedCount]).toEqual([0, 0, 1]);
  // The photo estimate alone is missing: the other may be there under its new name.
  expect(codes(dryRun).sort()).toEqual(['maybe-renamed', 'row-not-in-file']);
  expect([report.created, report.updated]).toEqual([0, 0]);
  expect(said(report)).toMatch(/“Fraud scoring v2” may be a known AI system under a new name/);
  expect(await names('AI system')).toEqual(['Fraud score', 'Letter triage', 'Photo estimate']);
  expect(await counted()).toEqual(before);
});

test('the same: what it made before follows, nothing is counted twice, and from then on it is known by its new name', async () => {
  await imports.run([FRAUD, LETTERS]);
  const before = await counted();
  const ids = async () => (await imports.issues('AI system')).map(({ id }) => id);
  const [fraud, ...others] = await ids();
  const importId = await imports.stage([RENAMED, LETTERS]);
  await imports.answer(importId, { about: 'renamed', line: 2, is: fraud });
  const dryRun = await imports.check(importId);
  expect([dryRun.create, dryRun.update, dryRun.renamed[0]?.answer]).toEqual([0, 3, fraud]);
  expect(codes(dryRun)).toEqual([]);
  expect(await imports.apply(importId)).toMatchObject({ state: 'done', created: 0, updated: 3, told: [], failed: [] });
  expect(await ids()).toEqual([fraud, ...others]);
  expect(await names('AI system')).toEqual(['Fraud scoring v2', 'Letter triage']);
  expect(await names('AI risk')).toEqual(['Key risks: Fraud scoring v2']);
  expect(await names('Task')).toEqual(['Impact assessment: Fraud scoring v2']);
  expect(await counted()).toEqual(before);
  const again = await imports.check(await imports.stage([RENAMED, LETTERS]));
  expect([again.unchanged, again.update, again.renamedCount, codes(again)]).toEqual([4, 0, 0, []]);
});

test('another: it is made, and the first is told as missing', async () => {
  await imports.run([FRAUD]);
  const importId = await imports.stage([RENAMED]);
  await imports.answer(importId, { about: 'renamed', line: 2, is: 'another' });
  const dryRun = await imports.check(importId);
  expect(codes(dryRun)).toEqual(['row-not-in-file', 'row-not-in-file', 'row-not-in-file']);
  expect(await imports.apply(importId)).toMatchObject({ created: 3, updated: 0 });
  expect(await names('AI system')).toEqual(['Fraud score', 'Fraud scoring v2']);
});

test('an answer can be taken back, and one that names no candidate counts as none', async () => {
  await imports.run([FRAUD, LETTERS]);
  const [, letters] = await imports.issues('AI system');
  const importId = await imports.stage([RENAMED, LETTERS]);
  await imports.answer(importId, { about: 'renamed', line: 2, is: 'another' });
  expect((await imports.check(importId)).create).toBe(3);
  await imports.answer(importId, { about: 'renamed', line: 2, is: null });
  expect((await imports.check(importId)).create).toBe(0);
  await imports.answer(importId, { about: 'renamed', line: 2, is: letters?.id });
  expect(await imports.check(importId)).toMatchObject({ create: 0, update: 0 });
  expect(await imports.apply(importId)).toMatchObject({ created: 0, updated: 0 });
});

test('a system that people renamed in Jira as the file does is recognised and not written', async () => {
  await imports.run([FRAUD]);
  const [system] = await imports.issues('AI system');
  await site.rest('PUT', `/rest/api/3/issue/${system?.id}`, { fields: { summary: RENAMED.Name } });
  const importId = await imports.stage([RENAMED]);
  await imports.answer(importId, { about: 'renamed', line: 2, is: system?.id });
  const report = await imports.apply(importId);
  expect([report.updated, said(report)]).toEqual([2, '']);
  expect(await names('AI system')).toEqual([RENAMED.Name]);
});

test('a worker killed while what it made gets its new name is taken up again', async () => {
  await imports.run([FRAUD, LETTERS]);
  const [system] = await imports.issues('AI system');
  const importId = await imports.stage([RENAMED, LETTERS]);
  await imports.answer(importId, { about: 'renamed', line: 2, is: system?.id });
  let written = 0;
  site.site.faults.killWorkerAt(({ kind, text }) =>
    kind === 'sql' && text.includes('UPDATE imported_issue SET origin') && written++ === 1 ? 'after' : null,
  );
  expect(await imports.apply(importId)).toMatchObject({ state: 'done', created: 0, updated: 3, failed: [] });
  site.site.faults.clear();
  expect(written).toBeGreaterThan(1);
  expect(await names('AI system')).toEqual(['Fraud scoring v2', 'Letter triage']);
});

test('a new row that shares nothing telling with a missing one is simply new', async () => {
  await imports.run([FRAUD]);
  const { dryRun } = await imports.run([{ ...PHOTO, Owner: 'Ada' }]);
  expect([dryRun.renamedCount, dryRun.issues.systems]).toEqual([0, 1]);
});
