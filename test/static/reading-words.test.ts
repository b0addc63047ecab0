import { readingWords } from '../../static/features/setup/reading-words';

const AT = Date.parse('2026-09-29T21:09:00Z');

test.each([
  [null, 'not begun'],
  [{ seen: 1_200, repaired: 0, finishedAt: null }, '1,200 issues read so far'],
  [
    { seen: 0, repaired: 0, finishedAt: AT },
    'read in full 29 Sept 2026, 21:09 (empty then); what changes later is read as it changes',
  ],
  [
    { seen: 1, repaired: 1, finishedAt: AT },
    'read in full 29 Sept 2026, 21:09 (1 issue then); what changes later is read as it changes',
  ],
])('%j reads "%s"', (backfill, words) => {
  expect(readingWords(backfill, 'UTC')).toBe(words);
});
