import { casesNotHeld, openCases } from '../../../cli/check/cases';

const LIST = { coverage: [{ in: 'a.test.ts' }, { comesWith: 'records' }, { in: 'a.test.ts' }] } as const;

test('a case whose number no test of its file has is told, and so is a file that is not there', () => {
  expect(casesNotHeld(LIST, () => "test('1. A -> b', …); test('3. C -> d', …)")).toEqual([]);
  expect(casesNotHeld(LIST, () => "test('1. A -> b', …)")).toEqual([
    'coverage 3: a.test.ts has no test with its number.',
  ]);
  expect(casesNotHeld(LIST, () => null)).toHaveLength(2);
});

test('what is open is told by what brings it', () => {
  expect([...openCases(LIST)]).toEqual([['records', ['coverage 2']]]);
});
