import { type Enrolled, openEnrolled } from '../support/enrolled';
import { type Imports, importsOf } from '../support/imports';

/** B14. What a file says is counted in AI systems in scope, each once; problems are told all of them; no text becomes a risk that names none. */
let site: Enrolled;
let imports: Imports;
beforeAll(async () => {
  site = await openEnrolled();
  imports = importsOf(site);
});
afterAll(async () => {
  await site.close();
});

const system = (Name: string, cells: Record<string, string> = {}) => ({ Name, Owner: 'Ada', Stage: 'live', ...cells });

test('each AI system in scope is in one of five counts, and what is retired is apart', async () => {
  const rows = [
    system('A', { 'Impact assessment': 'yes' }),
    system('B', { 'Impact assessment': 'in progress' }),
    system('C', { 'Impact assessment': 'planned' }),
    system('D', { 'Impact assessment': 'perhaps' }),
    system('E', { 'Impact assessment': 'no' }),
    system('F'),
    system('G', { Stage: 'retired', 'Impact assessment': 'no' }),
    system('H', { Stage: 'rejected' }),
    system('', { 'Impact assessment': 'no' }),
  ];
  const { claims } = await imports.check(await imports.stage(rows));
  const counts = { claimed: 2, planned: 1, notKnown: 1, declaredNo: 1, notAsked: 1 };
  const retired = { claimed: 0, planned: 0, notKnown: 0, declaredNo: 1, notAsked: 1 };
  expect(claims.filter(({ requirementId }) => ['iso42001/8.4', 'iso42001/A.5.3'].includes(requirementId))).toEqual([
    { requirementId: 'iso42001/8.4', inScope: counts, retired },
    { requirementId: 'iso42001/A.5.3', inScope: counts, retired },
  ]);
  for (const { inScope } of claims) expect(Object.values(inScope).reduce((sum, count) => sum + count, 0)).toBe(6);
});

test('more than a thousand problems are all counted, by cause, and listed a thousand at a time', async () => {
  const rows = Array.from({ length: 1_150 }, (_, place) => system(`System ${place}`, { Owner: '' }));
  const importId = await imports.stage([...rows, system('Other', { Testing: 'perhaps' })]);
  const first = await imports.check(importId);
  expect([first.problemCount, first.problemsByCause]).toEqual([
    1_151,
    { 'owner-missing': 1_150, 'answer-not-known': 1 },
  ]);
  expect(first.problems).toHaveLength(1_000);
  const next = await imports.check(importId, { problemsFrom: 1_000 });
  expect(next.problems.map(({ line }) => line)).toEqual(Array.from({ length: 151 }, (_, place) => place + 1_002));
  expect((await imports.check(importId, { problemsFrom: 2_000 })).problems).toEqual([]);
});

test.each([
  ['-', 'nothing'],
  ['–', 'nothing'],
  ['TBD', 'nothing'],
  ['N/A', 'nothing'],
  [' n/a. ', 'nothing'],
  ['k. A.', 'nothing'],
  ['?', 'nothing'],
  ['None', 'none'],
  ['None identified', 'none'],
  ['None identified.', 'none'],
  ['There are no key risks currently', 'none'],
  ['Keine', 'none'],
  ['Geen risico’s', 'none'],
])('"%s" names no risk: %s', async (text, says) => {
  const { issues, noRisk } = await imports.check(await imports.stage([system('A', { Risks: text })]));
  expect([issues.risks, noRisk]).toEqual([0, { rows: 1, texts: [{ text: text.trim(), says, rows: 1 }] }]);
});

test.each([
  'None of the outputs is checked by a person',
  'TBD. Wrong refusals are being looked into',
  'No risk assessment was done',
  'There are no key risks currently, but nobody looked',
  'N/A for staff; customers may be refused wrongly',
  'Unknown persons are misidentified',
])('"%s" does, for a word is the whole text or nothing', async (text) => {
  const { issues, noRisk } = await imports.check(await imports.stage([system('A', { Risks: text })]));
  expect([issues.risks, noRisk.rows]).toEqual([1, 0]);
});

test('texts that name no risk are told with their counts, the most frequent first', async () => {
  const rows = ['None', 'TBD', 'none', '', 'Wrong refusals'].map((Risks, place) => system(`S ${place}`, { Risks }));
  const { issues, noRisk } = await imports.check(await imports.stage(rows));
  expect(issues.risks).toBe(1);
  expect(noRisk).toEqual({
    rows: 3,
    texts: [
      { text: 'None', says: 'none', rows: 2 },
      { text: 'TBD', says: 'nothing', rows: 1 },
    ],
  });
});
