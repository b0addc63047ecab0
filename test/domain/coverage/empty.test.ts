import type { ItemFact } from '../../../src/domain/item/item-fact';
import { concerns, count, record, risk, system, treats, work } from '../../support/facts';

const LEADERSHIP = 'iso42001/5.1';
const MONITORING = 'iso42001/9.1';
const bare = (fact: ItemFact): ItemFact => ({ ...fact, empty: true });
const shown = (requirementId: string, ...items: ItemFact[]) => {
  const counted = count(items);
  return [counted.state(requirementId), counted.codes(requirementId)];
};

test('52. an empty done task that names seven clauses: seven in progress, each with the reason', () => {
  const seven = ['4.1', '4.2', '5.1', '5.3', '6.3', '7.1', '7.4'].map((number) => `iso42001/${number}`);
  const counted = count([bare(work('W', 'done', seven))]);
  for (const id of seven) {
    expect([counted.state(id), counted.cell('organisation', id).reasons]).toEqual([
      'in-progress',
      [{ code: 'evidence-empty', items: ['W'] }],
    ]);
  }
});

test('beside what suffices it is named, and takes nothing away', () => {
  const full = work('F', 'done', [LEADERSHIP]);
  expect(shown(LEADERSHIP, full, bare(work('W', 'done', [LEADERSHIP])))).toEqual([
    'implemented',
    ['done-work', 'evidence-empty'],
  ]);
});

test('it renews nothing: what has lapsed stays stale, and what was lost empty never was evidence', () => {
  const lapsed = record('E', [MONITORING], { effectiveOn: '2020-01-01' });
  expect(shown(MONITORING, lapsed, bare(record('R', [MONITORING])))).toEqual([
    'stale',
    ['evidence-lapsed', 'evidence-empty'],
  ]);
  expect(shown(LEADERSHIP, bare(work('W', 'done', [LEADERSHIP], { lostOn: '2026-11-02' })))[0]).toBe('gap');
  expect(shown(LEADERSHIP, bare(work('W', 'done', [LEADERSHIP], { cancelled: true })))).toEqual([
    'gap',
    ['work-cancelled'],
  ]);
});

test('an empty plain record proves nothing, and open work is named beside it', () => {
  expect(shown(MONITORING, bare(record('R', [MONITORING])))).toEqual(['in-progress', ['evidence-empty']]);
  expect(shown(MONITORING, bare(record('R', [MONITORING])), work('W', 'to-do', [MONITORING]))).toEqual([
    'in-progress',
    ['open-work', 'evidence-empty'],
  ]);
});

test('a fact that was read before this was looked at counts as it did', () => {
  expect(shown(LEADERSHIP, work('W', 'done', [LEADERSHIP]))[0]).toBe('implemented');
});

test('whether a treatment is empty is no matter of 8.3', () => {
  const items = (treatment: ItemFact) => [
    system('S'),
    record('A', ['iso42001/8.2'], concerns('S')),
    risk('R', { accepted: true, residualLevel: 4, acceptanceExpires: '2027-01-01' }, concerns('S')),
    treatment,
  ];
  expect(count(items(bare(work('T', 'done', [], treats('R'))))).state('iso42001/8.3', 'S')).toBe('implemented');
});
