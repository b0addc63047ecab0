import type { ReasonCode } from '../../src/domain/coverage/reason';
import { STATES_WORST_FIRST } from '../../src/domain/coverage/state';
import { dayWords } from '../../src/words/days';
import { dueWords, groupWords } from '../../src/words/figures';
import { REASON_WORDS, type ReasonView, reasonWords } from '../../src/words/reasons';
import { instantWords } from '../../static/shared/ui/instant-words';
import { countsOf, rankOf, WORST_FIRST } from '../../static/shared/ui/states';

/** tsc holds this complete: a reason code without a sentence does not compile. */
const COMPLETE: Record<ReasonCode, (reason: ReasonView) => string> = REASON_WORDS;

test.each(Object.keys(COMPLETE))('%s is a sentence for one and for many', (code) => {
  const one = reasonWords({ code, count: 1 });
  const many = reasonWords({ code, count: 12 });
  for (const words of [one, many]) expect(words).toMatch(/^[A-Z0-9+].{3,}[^.]$/);
  expect(one).not.toMatch(/\b1 \w*(items|pieces|risks|controls|nonconformities|documents|pages)\b/);
});

test('a code that the screen does not know is shown by its own words', () => {
  expect(reasonWords({ code: 'owner-has-left', count: 0 })).toBe('owner has left');
});

test('day and detail stand in the sentence', () => {
  expect(reasonWords({ code: 'evidence-lapsed', count: 2, day: '2026-11-12' })).toBe(
    '2 pieces of evidence are past the review date of 12 Nov 2026',
  );
  expect(reasonWords({ code: 'not-due-until', count: 0, detail: 'operation-and-monitoring' })).toBe(
    'Not due until operation and monitoring',
  );
});

test('the screens order the states as the coverage rules do', () => {
  expect(WORST_FIRST).toEqual(STATES_WORST_FIRST);
  expect(rankOf('nonconforming')).toBeLessThan(rankOf('implemented'));
});

test('excluded and not due are no part of the whole, undecided is', () => {
  expect(countsOf({ implemented: 2, verified: 1, undecided: 1, excluded: 4, 'not-due': 3 })).toEqual({
    implemented: 3,
    due: 4,
    verified: 1,
  });
});

test('what is due of a requirement adds up: every state that is due is named, best first', () => {
  expect(dueWords({ implemented: 1, stale: 1, gap: 7, 'not-due': 2, excluded: 3 })).toBe(
    '1 implemented, 1 stale, 7 gaps',
  );
  expect(dueWords({ verified: 2, 'in-progress': 1, gap: 1 })).toBe('2 verified, 1 in progress, 1 gap');
});

test('a group of requirements has no score: what stands out is named', () => {
  expect(groupWords({ verified: 2, implemented: 1, gap: 2, stale: 1 })).toBe('2 gaps · 1 stale');
  expect(groupWords({ verified: 2, implemented: 1, excluded: 1 })).toBe('implemented: the 3 of 4 that apply');
  expect(groupWords({ implemented: 1, 'not-due': 2, excluded: 1 })).toBe('implemented: the 1 of 4 that applies');
  expect(groupWords({ verified: 1, implemented: 3 })).toBe('all implemented');
  expect(groupWords({ implemented: 1, planned: 1 })).toBe('under way');
  expect(groupWords({ excluded: 2, 'not-due': 1 })).toBe('nothing applicable');
});

test('an instant is a time today and a day with time before', () => {
  const now = Date.parse('2026-11-24T10:00:00Z');
  expect(instantWords(now - 60_000, 'UTC', now)).toBe('09:59');
  expect(instantWords(now - 86_400_000, 'UTC', now)).toBe('23 Nov 2026, 10:00');
  expect(instantWords(now, 'Asia/Tokyo', now)).toBe('19:00');
  expect(dayWords('2026-01-05')).toBe('5 Jan 2026');
});
