import fc from 'fast-check';
import { nonconformityStanding, riskStanding, standingOf } from '../../../src/domain/item/standing';
import { nonconformity, risk, system, work } from '../../support/facts';

const LONGEST = 48;
const day = fc.option(
  fc
    .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);
const rating = fc.option(
  fc.record({ likelihood: fc.integer({ min: 1, max: 5 }), consequence: fc.integer({ min: 1, max: 5 }) }),
);

test('a risk’s standing says all that an overview counts, and fits its column', () => {
  fc.assert(
    fc.property(rating, rating, fc.boolean(), day, (inherent, residual, accepted, acceptanceExpires) => {
      const level = inherent === null ? null : inherent.likelihood * inherent.consequence;
      const word = standingOf(risk('R', { level, inherent, residual, accepted, acceptanceExpires }));
      expect(word.length).toBeLessThanOrEqual(LONGEST);
      expect(riskStanding(word)).toEqual({ level, inherent, residual, accepted, acceptanceExpires });
    }),
  );
});

test('a nonconformity’s standing says all that an overview counts, and fits its column', () => {
  const stages = fc.constantFrom(
    'reported' as const,
    'correction' as const,
    'cause-analysis' as const,
    'corrective-action' as const,
    'effectiveness-review' as const,
    'closed' as const,
  );
  const grades = fc.constantFrom('major' as const, 'minor' as const, 'observation' as const);
  fc.assert(
    fc.property(grades, stages, day, day, (grade, stage, detectedOn, effectivenessDue) => {
      const word = standingOf(nonconformity('N', [], { grade, stage, detectedOn, effectivenessDue }));
      expect(word.length).toBeLessThanOrEqual(LONGEST);
      expect(nonconformityStanding(word)).toEqual({ grade, stage, detectedOn, effectivenessDue });
    }),
  );
});

test('sorted as text the highest level comes last and what is not rated first', () => {
  const of = (likelihood: number, consequence: number) =>
    standingOf(risk('R', { level: likelihood * consequence, inherent: { likelihood, consequence } }));
  const unrated = standingOf(risk('R', { level: null }));
  const rated = [of(1, 1), of(2, 4), of(3, 3), of(2, 5), of(5, 5)];
  expect([...rated, unrated].sort()).toEqual([unrated, ...rated]);
});

test('what no longer counts has a word of its own', () => {
  expect(standingOf(risk('R', {}, { progress: 'done' }))).toBe('gone');
  expect(standingOf(risk('R', {}, { cancelled: true }))).toBe('gone');
  expect(standingOf(nonconformity('N', [], {}, { cancelled: true }))).toBe('gone');
  expect(standingOf(risk('R', {}, { lostOn: '2026-01-01' }))).toBe('lost');
  expect(standingOf(system('S', { inScope: 'no', scopeReasonGiven: true }))).toBe('out-of-scope');
  expect(standingOf(system('S', { stage: 'retired', inScope: 'no', scopeReasonGiven: true }))).toBe('retired');
  expect(standingOf(work('W', 'in-progress', []))).toBe('in-progress');
});

test('words of an older version read as not known', () => {
  expect(riskStanding('in-progress')).toMatchObject({ level: null, inherent: null, accepted: false });
  expect(nonconformityStanding('open-major')).toMatchObject({ stage: 'reported', detectedOn: null });
  expect(nonconformityStanding('done').stage).toBe('closed');
});
