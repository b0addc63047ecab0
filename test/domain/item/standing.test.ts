import { standingOf } from '../../../src/domain/item/standing';
import { countedNonconformity, countedRisk } from '../../../src/store/facets';
import fc from '../../support/by-chance';
import { countOf } from '../../support/facet-count';
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

test('a risk’s columns say all that an overview counts', () => {
  fc.assert(
    fc.property(rating, rating, fc.boolean(), day, (inherent, residual, accepted, acceptanceExpires) => {
      const level = inherent === null ? null : inherent.likelihood * inherent.consequence;
      const counted = countedRisk(countOf(risk('R', { level, inherent, residual, accepted, acceptanceExpires })));
      expect(counted).toEqual({
        facets: { inherent, residual, accepted, acceptanceExpires, acceptance: null },
        count: 1,
      });
    }),
  );
});

test('a nonconformity’s columns say all that an overview counts', () => {
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
      const row = countOf(nonconformity('N', [], { grade, stage, detectedOn, effectivenessDue }));
      expect(row.standing.length).toBeLessThanOrEqual(LONGEST);
      expect(countedNonconformity(row).facets).toEqual({ grade, stage, detectedOn, effectivenessDue });
    }),
  );
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
