import { Calendar } from '../../../src/domain/day';
import type { MetInCommon } from '../../../src/domain/decision/decision';
import { saysWhich } from '../../../src/domain/in-common/row';
import { inCommonStanding } from '../../../src/domain/in-common/standing';
import { inCommonSubject, inCommonSubjectFrom } from '../../../src/domain/in-common/subject';
import { count, decided, inCommon, record, system } from '../../support/facts';

const LOGGING = 'iso42001/A.6.2.8';

function counts(more: Partial<MetInCommon>, systems: string[] = []) {
  const entry = { item: record('E', [LOGGING]), requirementId: LOGGING, systems };
  const decisions = [inCommon(LOGGING, 'E', more)];
  const isTrue = (condition: string) => condition === 'use';
  return inCommonStanding(entry, system('S'), decisions, isTrue, new Calendar('2026-11-24'))?.counts ?? null;
}

test('it counts for the AI systems that match, and for no other', () => {
  expect(counts({})).toBe(true);
  expect(counts({ systems: { which: 'condition', condition: 'use' } })).toBe(true);
  expect(counts({ systems: { which: 'condition', condition: 'control-logs' } })).toBeNull();
  expect(counts({ systems: { which: 'project', projectId: '1' } })).toBe(true);
  expect(counts({ systems: { which: 'project', projectId: '2' } })).toBeNull();
  expect(counts({ systems: { which: 'systems', systems: ['T', 'S'] } })).toBe(true);
  expect(counts({ systems: { which: 'systems', systems: [] } })).toBeNull();
});

test('an item with an AI system of its own, another item, another requirement: not in common', () => {
  expect(counts({}, ['T'])).toBeNull();
  expect(counts({ item: 'F' })).toBeNull();
  expect(counts({ requirementId: 'iso42001/A.6.2.6' })).toBeNull();
});

test('it ends on its last day; what one person decided is as if not given after it', () => {
  expect(counts({ validUntil: '2026-11-24' })).toBe(true);
  expect(counts({ validUntil: '2026-11-23' })).toBe(false);
  expect(counts({ validUntil: '2026-11-23', byOnePerson: true })).toBeNull();
});

test('ended -> stale where the item alone sufficed, and as it is without it elsewhere', () => {
  const ended = decided({}, { metInCommon: [inCommon(LOGGING, 'E', { validUntil: '2026-11-23' })] });
  const shown = count([system('S'), record('E', [LOGGING])], ended);
  expect([shown.state(LOGGING, 'S'), shown.codes(LOGGING, 'S')[0]]).toEqual(['stale', 'in-common-ended']);
  expect(shown.codes(LOGGING)).toEqual(['not-assigned']);
  const draft = count([system('S'), record('E', [LOGGING], { progress: 'to-do' })], ended);
  expect(draft.state(LOGGING, 'S')).toBe('gap');
});

test('for which systems has to be said', () => {
  const note = '';
  expect(saysWhich(null)).toBe(false);
  expect(saysWhich({ which: 'systems', systems: [], note })).toBe(false);
  expect(saysWhich({ which: 'every', reason: 'All of them.', note })).toBe(false);
  expect(saysWhich({ which: 'every', reason: 'One platform serves them all.', note })).toBe(true);
  expect(saysWhich({ which: 'condition', condition: 'use', note })).toBe(true);
});

test('a subject names its item and its requirement, and fits its column', () => {
  const longest = { item: `jira:${'9'.repeat(19)}`, requirementId: 'iso42001/A.10.2' };
  expect(inCommonSubjectFrom(inCommonSubject(longest))).toEqual(longest);
  expect(inCommonSubject(longest).length).toBeLessThanOrEqual(64);
  expect(inCommonSubjectFrom('organisation')).toEqual({ item: 'organisation', requirementId: '' });
});
