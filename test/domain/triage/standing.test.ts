import { Calendar } from '../../../src/domain/day';
import { DEFAULT_SETTINGS, type ImpactTriage } from '../../../src/domain/decision/decision';
import type { AiRiskFact, AiSystemFact, ItemFact } from '../../../src/domain/item/item-fact';
import { triageStanding } from '../../../src/domain/triage/standing';
import { concerns, noneNeeded, risk, system } from '../../support/facts';

const TODAY = '2026-11-24';

function stands(
  facts: Partial<AiSystemFact>,
  { triage = {}, others = [] }: { triage?: Partial<ImpactTriage>; others?: ItemFact[] } = {},
) {
  const calendar = new Calendar(TODAY);
  const own = system('S', facts);
  const index = new Map([own, ...others].map((item) => [item.id, item]));
  const triages = [noneNeeded('S', triage)];
  return { standing: triageStanding(own, index, { triages }, DEFAULT_SETTINGS, calendar), next: calendar.changesOn() };
}
const why = (...given: Parameters<typeof stands>) => {
  const { standing } = stands(...given);
  return standing === null ? null : standing.counts ? 'counts' : standing.why;
};
const decidedFor = { ourPart: ['use'], aiActClass: ['Transparency Art. 50'] };

test('it counts until its last day, and the cell is counted anew on the day after', () => {
  expect(stands({}, { triage: { validUntil: TODAY } })).toEqual({
    standing: { counts: true, on: '2026-10-01', until: TODAY, byOnePerson: false },
    next: '2026-11-25',
  });
  expect(stands({}, { triage: { validUntil: '2026-11-23' } })).toEqual({
    standing: { counts: false, why: 'lapsed', day: '2026-11-23' },
    next: null,
  });
});

test('a significant change after the approval ends it, one of that day or before does not', () => {
  expect(why({ lastSignificantChange: '2026-10-01' })).toBe('counts');
  expect(stands({ lastSignificantChange: '2026-10-02' }).standing).toEqual({
    counts: false,
    why: 'significant-change',
    day: '2026-10-02',
  });
});

test('another part or class ends it; less of either, or nobody having looked, does not', () => {
  const triage = { decidedFor };
  expect(why({ ourPart: ['use'], aiActClass: ['Transparency Art. 50'] }, { triage })).toBe('counts');
  expect(why({}, { triage })).toBe('counts');
  expect(why({ aiActClass: ['Not screened'] }, { triage })).toBe('counts');
  expect(why({ ourPart: ['use', 'adapt'] }, { triage })).toBe('new-part');
  expect(why({ aiActClass: ['No class-specific duties'] }, { triage })).toBe('new-class');
  expect(why({ aiActClass: ['A class of our own'] }, { triage })).toBe('new-class');
  expect(why({ ourPart: ['use'] })).toBe('new-part');
});

test.each(['Prohibited', 'High-risk Annex I', 'High-risk Annex III', 'Annex III excepted (Art. 6(3))'])(
  'the class %s ends it even where it was decided for that class',
  (text) => {
    const triage = { decidedFor: { ourPart: [], aiActClass: [text] } };
    expect(why({ aiActClass: [text] }, { triage })).toBe('class-closed');
  },
);

test('a living risk above the threshold ends it, where it affects people and concerns this system', () => {
  const one = (facts: Partial<AiRiskFact>, more: Partial<ItemFact> = concerns('S')) =>
    why({}, { others: [risk('R', { level: 20, affected: ['individuals'], ...facts }, more)] });
  expect(one({})).toBe('risk-to-people');
  expect(one({ affected: ['organisation', 'society'] })).toBe('risk-to-people');
  expect(one({ affected: ['organisation'] })).toBe('counts');
  expect(one({ affected: [] })).toBe('counts');
  expect(one({ level: 9 })).toBe('counts');
  expect(one({ level: null })).toBe('counts');
  expect(one({}, concerns('T'))).toBe('counts');
  expect(one({}, { ...concerns('S'), cancelled: true })).toBe('counts');
  expect(one({}, { ...concerns('S'), lostOn: TODAY })).toBe('counts');
  expect(one({ accepted: true })).toBe('risk-to-people');
});

test('what one person decided counts until its day whatever happens, and is as if not given after it', () => {
  const triage = { decidedFor: null, validUntil: '2026-12-01' };
  const changed = { lastSignificantChange: '2026-11-01', aiActClass: ['High-risk Annex III'] };
  expect(stands(changed, { triage }).standing).toMatchObject({ counts: true, byOnePerson: true });
  expect(stands({}, { triage: { ...triage, validUntil: '2026-11-23' } }).standing).toBeNull();
});
