import { DEFAULT_SETTINGS } from '../../../src/domain/decision/decision';
import { ageOf, detectedBetween, nonconformityTotals } from '../../../src/domain/nonconformity/totals';
import { riskTotals } from '../../../src/domain/risk/heat-map';
import { countedNonconformity, countedRisk } from '../../../src/store/facets';
import { countOf } from '../../support/facet-count';
import { nonconformity, risk } from '../../support/facts';

const TODAY = '2026-11-24';

const rated = (likelihood: number, consequence: number, more: Parameters<typeof risk>[1] = {}) =>
  risk('R', { level: likelihood * consequence, inherent: { likelihood, consequence }, ...more });

const totalsOf = (...risks: ReturnType<typeof risk>[]) =>
  riskTotals(
    risks.map((one) => countedRisk(countOf(one))),
    DEFAULT_SETTINGS,
    TODAY,
  );

test('each risk lies in one square of each map, or is not rated there', () => {
  const totals = totalsOf(
    rated(4, 5, { residual: { likelihood: 2, consequence: 2 } }),
    rated(4, 5),
    risk('R', { level: null }),
  );
  expect(totals.inherent.squares[3]?.[4]).toBe(2);
  expect(totals.inherent.unrated).toBe(1);
  expect(totals.residual.squares[1]?.[1]).toBe(1);
  expect(totals.residual.unrated).toBe(2);
  const inSquares = totals.inherent.squares.flat().reduce((a, b) => a + b, 0);
  expect(inSquares + totals.inherent.unrated).toBe(totals.total);
});

test('an acceptance settles a risk above the threshold until the day after it expires', () => {
  const accepted = (acceptanceExpires: string | null) => totalsOf(rated(4, 4, { accepted: true, acceptanceExpires }));
  expect(accepted(null)).toMatchObject({ aboveThreshold: 0, accepted: 1, acceptanceExpired: 0, acceptanceExpiring: 0 });
  expect(accepted(TODAY)).toMatchObject({ aboveThreshold: 0, accepted: 1, acceptanceExpiring: 1 });
  expect(accepted('2026-11-23')).toMatchObject({ aboveThreshold: 1, accepted: 0, acceptanceExpired: 1 });
  expect(totalsOf(rated(4, 4))).toMatchObject({ aboveThreshold: 1 });
  // At the threshold is not above it, and what is not rated is neither.
  expect(totalsOf(rated(3, 3), risk('R', { level: null }))).toMatchObject({ aboveThreshold: 0 });
});

test('open nonconformities by grade, stage and age; overdue is not "falls due"', () => {
  const finding = (facts: Parameters<typeof nonconformity>[2]) => nonconformity('N', ['iso42001/9.2.2'], facts);
  const totals = nonconformityTotals(
    [
      finding({ grade: 'major', stage: 'correction', detectedOn: '2026-11-01', effectivenessDue: '2026-11-23' }),
      finding({ stage: 'effectiveness-review', detectedOn: '2026-01-01', effectivenessDue: TODAY }),
      finding({ stage: 'closed', detectedOn: '2026-01-01', effectivenessDue: '2026-02-01' }),
      finding({ stage: 'reported' }),
    ].map((one) => countedNonconformity(countOf(one))),
    TODAY,
  );
  expect(totals).toMatchObject({ open: 3, closed: 1, overdue: 1, effectivenessDue: 1 });
  expect(totals.byAge).toEqual({ 'under-30': 1, 'over-180': 1, unknown: 1 });
  expect(totals.byGradeAndStage).toContainEqual({ grade: 'major', stage: 'correction', count: 1 });
});

test('the days of an age bucket are those that fall into it', () => {
  for (const age of ['under-30', '30-to-90', '90-to-180', 'over-180'] as const) {
    const { from, to } = detectedBetween(age, TODAY);
    for (const day of [from, to]) if (day !== null) expect([day, ageOf(day, TODAY)]).toEqual([day, age]);
  }
});
