import { changesWords, rowsOf, type Step } from '../../static/features/setup/plan-order';

const step = (kind: Step['kind'], key: string, impact: Step['impact'], why = 'So it is.'): Step => ({
  id: `${kind}:${key}`,
  kind,
  impact,
  what: `${kind} ${key}`,
  why,
});
const fields = ['Vendor', 'Owner unit', 'Our part'].map((name) => step('field', name, 'extend'));
const PLAN = [
  step('issue-type', 'ai-system', 'keep'),
  step('issue-type', 'ai-risk', 'keep'),
  ...fields,
  step('screen', 'ai-system', 'keep'),
  step('workflow-scheme', 'project', 'create'),
  step('issue-type-scheme', 'project', 'extend'),
  step('other-screen', '10100', 'extend'),
  step('enrol', '10000', 'create'),
];

test('what other people notice stands first, what is there already last', () => {
  expect(rowsOf(PLAN).map(({ impact, what }) => `${impact} ${what}`)).toEqual([
    'create workflow-scheme project',
    'extend issue-type-scheme project',
    'extend other-screen 10100',
    'create enrol 10000',
    'extend 3 fields',
    'keep 2 issue types',
    'keep screen ai-system',
  ]);
});

test('a refusal stands before everything that could be done', () => {
  const refusal = step('field', 'Grade', 'refuse', 'It has another type.');
  expect(rowsOf([...PLAN, refusal])[0]).toEqual({ impact: 'refuse', what: refusal.what, why: refusal.why, of: [] });
});

test('fields are one row only where the same is said of each', () => {
  const rows = rowsOf([...fields, step('field', 'AIMS requirements', 'extend', '2 options are missing.')]);
  expect(rows.map(({ of }) => of.length)).toEqual([3, 0]);
  expect(rows[0]?.of).toEqual(fields);
});

test('what is created stays in sight one by one', () => {
  expect(rowsOf([step('workflow', 'a', 'create'), step('workflow', 'b', 'create')])).toHaveLength(2);
});

test('changes are counted by what they are; what is there already is not', () => {
  expect(changesWords(PLAN)).toBe('2 schemes, 1 screen, 1 project that takes part, 3 fields for this project');
  expect(changesWords([step('field', 'Vendor', 'create'), step('screen', 'a', 'create')])).toBe('1 screen, 1 field');
  expect(changesWords([step('screen', 'a', 'keep')])).toBe('');
});
