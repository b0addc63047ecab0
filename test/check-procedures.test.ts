import { procedureFindings } from '../check/procedures';

const ROOT = process.cwd();

test('every procedure has a screen, or stands in the list of screens to come', () => {
  expect(procedureFindings(ROOT)).toEqual([]);
});

test('a procedure without a screen is found, and one that got its screen and still stands in the list', () => {
  expect(procedureFindings(ROOT, ['nobody.calls'], {})).toHaveLength(1);
  expect(procedureFindings(ROOT, ['nobody.calls'], { 'nobody.calls': 'Something' })).toEqual([]);
  expect(procedureFindings(ROOT, ['coverage.overview'], { 'coverage.overview': 'Overview' })).toHaveLength(1);
});
