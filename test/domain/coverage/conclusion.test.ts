import { nothingRaised } from '../../../src/domain/coverage/conclusion';
import type { Conclusion } from '../../../src/domain/decision/decision';
import type { NonconformityFact } from '../../../src/domain/item/item-fact';
import { concerns, conclusion, count, decided, nonconformity, record, system } from '../../support/facts';

/** Rows 1 and 3, as far as conclusions make them. */

const AUDIT = 'iso42001/9.2.2';
const given = (more: Partial<Conclusion> = {}) => conclusion('organisation', AUDIT, more);
const found = (more: Partial<Conclusion> = {}) => given({ result: 'nonconforming', ...more });

const stateWith = (conclusions: readonly Conclusion[], ...items: Parameters<typeof count>[0]) =>
  count([record('E', [AUDIT]), ...items], decided({}, { conclusions: [...conclusions] })).state(AUDIT);

test('of one day "nonconforming" wins, whichever was recorded last; "not sampled" says nothing', () => {
  expect(stateWith([given()])).toBe('verified');
  expect(stateWith([found({ recordedAt: 1 }), given({ recordedAt: 2 })])).toBe('nonconforming');
  expect(stateWith([given({ recordedAt: 1 }), found({ recordedAt: 2 })])).toBe('nonconforming');
  expect(stateWith([found(), given({ concludedOn: '2026-11-11' })])).toBe('verified');
  expect(stateWith([found(), given({ result: 'not-sampled', concludedOn: '2026-11-12' })])).toBe('nonconforming');
});

test('it does not lapse, and a conclusion that says "conforms" does', () => {
  const past = { concludedOn: '2024-01-10', validUntil: '2025-01-10' };
  expect(stateWith([found(past)])).toBe('nonconforming');
  expect(stateWith([given(past)])).toBe('implemented');
});

test('a closing outdates a conclusion "conforms", a dismissal does not', () => {
  const closed = (facts: Partial<NonconformityFact>) =>
    nonconformity('N', [AUDIT], { closedOn: '2026-11-20', ...facts });
  expect(stateWith([given()], closed({}))).toBe('implemented');
  expect(stateWith([given()], closed({ dismissed: true }))).toBe('verified');
});

const raised = (facts: Partial<NonconformityFact>, more: object = {}, names = [AUDIT]) =>
  nonconformity('N', names, facts, more);

test.each([
  ['open', 'nonconforming', raised({})],
  ['closed', 'implemented', raised({ closedOn: '2026-11-20' })],
  ['closed, then deleted', 'implemented', raised({ closedOn: '2026-11-20' }, { lostOn: '2026-11-21' })],
  ['dismissed', 'nonconforming', raised({}, { progress: 'done', cancelled: true })],
  ['lowered to an observation', 'nonconforming', raised({ grade: 'observation', closedOn: '2026-11-20' })],
  ['closed, and names something else', 'nonconforming', raised({ closedOn: '2026-11-20' }, {}, ['iso42001/9.3.1'])],
  ['closed, and concerns an AI system', 'implemented', raised({ closedOn: '2026-11-20' }, concerns('S'))],
])('what was raised from it is %s: %s', (_what, state, item) => {
  expect(stateWith([found({ raised: ['N'] })], item)).toBe(state);
});

test('a closed nonconformity that was not raised from it changes nothing', () => {
  expect(stateWith([found()], raised({ closedOn: '2026-11-20' }))).toBe('nonconforming');
});

test('N3: a conclusion on a requirement is nonconforming, nothing raised; a newer one, or something raised, ends it', () => {
  const open = (...conclusions: Conclusion[]) => nothingRaised(conclusions, '2026-11-24').length;
  expect(open(found())).toBe(1);
  expect(open(found({ validUntil: '2026-11-11' }))).toBe(1);
  expect(open(given({ recordedAt: 2 }), found({ recordedAt: 1 }))).toBe(1);
  expect(open(found(), conclusion('S', 'iso42001/A.6.2.4', { result: 'nonconforming' }))).toBe(2);
  expect(open(found({ raised: ['N'] }))).toBe(0);
  expect(open(found(), given({ concludedOn: '2026-11-12' }))).toBe(0);
  expect(open(found(), found({ concludedOn: '2026-11-12', raised: ['N'] }))).toBe(0);
  expect(open(found(), given({ result: 'not-sampled', concludedOn: '2026-11-12' }))).toBe(1);
  expect(open(found({ concludedOn: '2026-11-25' }))).toBe(0);
});

test('of one AI system it is that one’s; of the organisation it reaches no cell of an AI system', () => {
  const requirement = 'iso42001/A.6.2.4';
  const proofs = ['S', 'T'].flatMap((id) => [system(id), record(`E${id}`, [requirement], concerns(id))]);
  const states = (scope: string) => {
    const conclusions = [conclusion(scope, requirement, { result: 'nonconforming' })];
    const shown = count(proofs, decided({}, { conclusions }));
    return [shown.state(requirement, 'S'), shown.state(requirement, 'T'), shown.tile(requirement).state];
  };
  expect(states('S')).toEqual(['nonconforming', 'implemented', 'nonconforming']);
  expect(states('organisation')).toEqual(['implemented', 'implemented', 'nonconforming']);
});

test('excluded does not hide it', () => {
  const conclusions = [conclusion('organisation', 'iso42001/A.2.3', { result: 'nonconforming' })];
  const decisions = decided({ 'iso42001/A.2.3': { applicable: false } }, { conclusions });
  expect(count([], decisions).state('iso42001/A.2.3')).toBe('nonconforming');
});
