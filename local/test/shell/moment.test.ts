import { momentOf, plainOf } from '../../shell/core/moment';

test.each([
  ['2026-11-09', '9 Nov 2026'],
  ['2026-11-09 to 2026-12-01', '2026-11-09 to 2026-12-01'],
  ['INV-2026-11-09', 'INV-2026-11-09'],
  ['', ''],
])('a field’s value "%s" reads "%s"', (value, words) => {
  expect(plainOf(value)).toBe(words);
});

test('moments of Jira, with its offsets, read as day and time; what is no moment stays as it is', () => {
  expect(momentOf('2026-11-10T21:10:00.000+0000')).toMatch(/^1[01] Nov 2026, \d{2}:\d{2}$/);
  expect(plainOf('2026-11-10T21:10:00.000+0000')).toBe(momentOf('2026-11-10T21:10:00.000+0000'));
  expect(momentOf('yesterday')).toBe('yesterday');
});
