import { catalogue } from '../../../controls';
import { DEFAULT_SETTINGS } from '../../../src/domain/decision/decision';
import type { ItemFact } from '../../../src/domain/item/item-fact';
import { missingOf } from '../../../src/domain/item/missing';
import { needsOf } from '../../../src/domain/item/needs';
import { concerns, nonconformity, record, risk, system, work } from '../../support/facts';

const TODAY = '2026-11-24';
const requirements = new Map(catalogue.requirements.map((requirement) => [requirement.id, requirement]));

test('what falls to somebody: soonest first, up to a month ahead, what is late, and what waits without a day', () => {
  const needs = needsOf(
    [
      record('E1', ['iso42001/A.6.2.4'], { reviewDue: '2026-12-01' }),
      record('E2', ['iso42001/A.6.2.4'], { reviewDue: '2027-06-01' }),
      record('E3', ['iso42001/8.2'], { effectiveOn: '2025-11-30' }),
      system('S1', { nextReview: '2026-11-20' }),
      system('S2', { nextReview: '2026-11-20', stage: 'retired' }),
      risk('R1', { accepted: true, acceptanceExpires: '2026-11-23' }),
      risk('R2', { accepted: false, acceptanceExpires: '2026-11-23' }),
      nonconformity('N1', [], { effectivenessDue: '2026-11-24' }),
      nonconformity('N2', [], { effectivenessDue: '2026-11-24', closedOn: '2026-11-01' }),
      risk('R3', { level: 12 }),
      risk('R4', { level: 12 }, { cancelled: true }),
      nonconformity('N3', []),
      nonconformity('N4', [], {}, { cancelled: true }),
    ],
    requirements,
    DEFAULT_SETTINGS,
    TODAY,
  );
  expect(needs.map(({ itemId, what, overdue }) => [itemId, what, overdue])).toEqual([
    ['S1', 'system-review', true],
    ['R1', 'acceptance-expires', true],
    ['N1', 'effectiveness-review', false],
    ['N3', 'nonconformity-open', false],
    ['R2', 'risk-open', false],
    ['R3', 'risk-open', false],
    ['E3', 'evidence-review', false],
    ['E1', 'evidence-review', false],
  ]);
});

const around = {
  index: new Map(),
  hasSystem: false,
  requirements: [],
  agreed: new Map(),
  settings: DEFAULT_SETTINGS,
  today: TODAY,
} as const;

test('what an item lacks before it can go on', () => {
  expect(missingOf(risk('R', { level: null }), around)).toEqual(['system', 'rating']);
  expect(missingOf(risk('R', { level: 12 }), { ...around, hasSystem: true })).toEqual(['treatment', 'acceptance']);
  expect(missingOf(risk('R', { level: 12, treatmentOption: 'retain' }), { ...around, hasSystem: true })).toEqual([
    'acceptance',
  ]);
  const perSystem = [{ scopeLevel: 'ai-system', evidenceKind: 'record' }] as const;
  expect(missingOf(work('W', 'done', ['iso42001/8.2']), { ...around, requirements: perSystem })).toEqual([
    'system',
    'effective-date',
  ]);
  const bare: ItemFact = { ...work('W', 'done', ['iso42001/5.1']), empty: true };
  const once = [{ scopeLevel: 'organisation', evidenceKind: 'work' }] as const;
  expect(missingOf(bare, { ...around, requirements: once })).toEqual(['empty']);
  expect(missingOf({ ...bare, progress: 'in-progress' }, { ...around, requirements: once })).toEqual([]);
  expect(missingOf(work('W', 'to-do', []), around)).toEqual([]);
  expect(missingOf(work('W', 'to-do', [], concerns('S')), around)).toEqual(['requirement']);
  expect(missingOf(nonconformity('N', [], { whyNoAction: false }), around)).toEqual([
    'requirement',
    'corrective-action',
  ]);
  expect(missingOf(nonconformity('N', [], {}, { cancelled: true }), around)).toEqual([]);
});
