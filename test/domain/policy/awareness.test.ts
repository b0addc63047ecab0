import { awareness } from '../../../src/domain/coverage/rules/awareness';
import { Calendar } from '../../../src/domain/day';
import { DEFAULT_SETTINGS, NO_DECISIONS } from '../../../src/domain/decision/decision';
import { countsFrom, type Members } from '../../../src/domain/policy/awareness';

/** 7.3, by the members of the groups that the policy is addressed to, on a day. */

const TODAY = '2026-11-24';
const ALL: Members = { groups: 1, from: [{ day: '2026-01-01', members: 117, confirmed: 112 }], unreadOn: null };

function judged(members: Partial<Members>, today = TODAY) {
  const calendar = new Calendar(today);
  const { verdict, reasons } = awareness.judge(
    { verdict: 'none', reasons: [] },
    {
      index: new Map(),
      decisions: { ...NO_DECISIONS, awareness: { ...ALL, ...members } },
      settings: DEFAULT_SETTINGS,
      controls: [],
      controlsNamedByRisks: [],
      calendar,
    },
  );
  return { verdict, codes: reasons.map(({ code }) => code), reasons, changesOn: calendar.changesOn() };
}

test('those of a group’s first reading count at once, later ones 30 days after they were first seen', () => {
  expect(countsFrom(TODAY, null)).toBe(TODAY);
  expect(countsFrom(TODAY, '2026-10-01')).toBe('2026-12-24');
});

test('108 of 117, and 3 who joined lately of whom 1 confirmed: in progress, told beside, and it changes on the day of the next', () => {
  const from = [
    { day: '2026-01-01', members: 117, confirmed: 108 },
    { day: '2026-12-14', members: 2, confirmed: 1 },
    { day: '2026-12-16', members: 1, confirmed: 0 },
  ];
  const shown = judged({ from });
  expect(shown.verdict).toBe('in-progress');
  expect(shown.reasons).toEqual([
    { code: 'acknowledgements-below-threshold', count: 92, detail: '95' },
    { code: 'joined-lately', count: 3, detail: '1' },
  ]);
  expect(shown.changesOn).toBe('2026-12-14');
  expect(judged({ from }, '2026-12-16').codes).toEqual(['acknowledgements-below-threshold']);
});

test('95 % is enough, and a share just below is not rounded up', () => {
  const of = (confirmed: number, members: number) => judged({ from: [{ day: TODAY, members, confirmed }] }).verdict;
  expect([of(95, 100), of(949, 1_000), of(1, 1)]).toEqual(['suffices', 'in-progress', 'suffices']);
});

test('a group that cannot be read counts for 7 days as it was last read, and changes by itself after them', () => {
  const shown = judged({ unreadOn: '2026-11-20' });
  expect([shown.verdict, shown.codes, shown.changesOn]).toEqual([
    'suffices',
    ['acknowledged', 'audience-as-last-read'],
    '2026-11-27',
  ]);
  expect(judged({ unreadOn: '2026-11-20' }, '2026-11-27')).toMatchObject({
    verdict: 'in-progress',
    codes: ['audience-unreadable'],
  });
});

test('nobody, and no member who counts: in progress', () => {
  expect(judged({ groups: 0, from: [] })).toMatchObject({ verdict: 'in-progress', codes: ['audience-nobody'] });
  expect(judged({ from: [] })).toMatchObject({ verdict: 'in-progress', codes: ['audience-empty'] });
  expect(judged({ from: [{ day: '2026-12-01', members: 2, confirmed: 2 }] })).toMatchObject({
    verdict: 'in-progress',
    codes: ['audience-empty', 'joined-lately'],
    changesOn: '2026-12-01',
  });
});
