import { Calendar } from '../../../src/domain/day';
import { DEFAULT_SETTINGS, NO_DECISIONS } from '../../../src/domain/decision/decision';
import type { ItemFact } from '../../../src/domain/item/item-fact';
import { chainOf } from '../../../src/domain/risk/chain';
import { concerns, noneNeeded, record, risk, system, treats, work } from '../../support/facts';

const chain = (items: readonly ItemFact[], decisions = NO_DECISIONS) => {
  const all = [system('S'), ...items];
  return chainOf(
    all[0] as ItemFact,
    new Map(all.map((item) => [item.id, item])),
    decisions,
    DEFAULT_SETTINGS,
    new Calendar('2026-11-24'),
  );
};
const assessment = record('A', ['iso42001/8.4'], concerns('S'));

test('an unbroken chain has no breaks', () => {
  const found = chain([
    assessment,
    risk('R', { accepted: true, residualLevel: 4 }, concerns('S')),
    record('T', ['iso42001/A.6.2.4'], treats('R')),
  ]);
  expect(found.breaks).toEqual([]);
  expect(found.assessments.map(({ id }) => id)).toEqual(['A']);
  expect(found.risks.map(({ item, breaks }) => [item.id, breaks])).toEqual([['R', []]]);
  expect(found.risks[0]?.treatments.map(({ item, breaks }) => [item.id, breaks])).toEqual([['T', []]]);
});

test('each break is named where it is', () => {
  const found = chain([
    risk('R1', {}, concerns('S')),
    risk('R2', { level: null }, concerns('S')),
    risk('R3', { accepted: true, acceptanceExpires: '2026-11-23', level: 16 }, concerns('S')),
    work('T', 'done', [], treats('R3')),
    work('U', 'in-progress', [], treats('R3')),
  ]);
  expect(found.breaks).toEqual(['impact-assessment-missing']);
  const breaks = Object.fromEntries(found.risks.map((entry) => [entry.item.id, entry.breaks]));
  expect(breaks.R1).toEqual(['risk-without-assessment', 'risk-without-treatment', 'residual-not-accepted']);
  expect(breaks.R2).toEqual(['risk-without-assessment', 'risk-unrated']);
  expect(breaks.R3).toEqual(['risk-without-assessment', 'acceptance-expired']);
  const treatments = found.risks.flatMap((entry) => entry.treatments);
  expect(treatments.map(({ item, breaks: broken }) => [item.id, broken])).toEqual([
    ['T', ['treatment-without-evidence']],
    ['U', ['treatment-not-done']],
  ]);
});

test('evidence of a treatment closes its break; cancelled or lost evidence does not', () => {
  const evidences = { links: [{ role: 'evidences', target: 'T' } as const] };
  const items = [assessment, risk('R', {}, concerns('S')), work('T', 'done', [], treats('R'))];
  const breaksWith = (evidence: ItemFact) => chain([...items, evidence]).risks[0]?.treatments[0]?.breaks;
  expect(breaksWith(record('E', [], evidences))).toEqual([]);
  expect(breaksWith(record('E', [], { ...evidences, cancelled: true }))).toEqual(['treatment-without-evidence']);
  expect(breaksWith(record('E', [], { ...evidences, lostOn: '2026-11-01' }))).toEqual(['treatment-without-evidence']);
});

test('a waived impact assessment is no break; one without any risk is', () => {
  expect(chain([], { ...NO_DECISIONS, triages: [noneNeeded('S')] })).toMatchObject({ waived: true, breaks: [] });
  expect(chain([assessment]).breaks).toEqual(['impact-assessment-without-risk']);
});

test('what no longer lives is no part of the chain', () => {
  expect(chain([assessment, risk('R', {}, { ...concerns('S'), progress: 'done' })]).risks).toEqual([]);
});
