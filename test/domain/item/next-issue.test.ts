import type { CoverageState } from '../../../src/domain/coverage/state';
import { nextIssuesOf } from '../../../src/domain/item/next-issue';
import { AI_ACT_CLASS_FIELD } from '../../../src/domain/vocabulary/ai-system';
import { contradicting } from '../../../src/domain/vocabulary/contradiction';
import { FIELDS, fieldOf } from '../../../src/domain/vocabulary/vocabulary';
import { risk, system } from '../../support/facts';

const all = (state: CoverageState) => () => state;

test('an AI system that nothing is linked to begins with its impact assessment, a risk, and the risk assessment', () => {
  expect(nextIssuesOf(system('1'), { risks: 0, stateOf: all('gap') })).toEqual([
    'impact-assessment',
    'risk',
    'risk-assessment',
  ]);
});

test('what is recorded, linked or not due yet is not next', () => {
  for (const state of ['planned', 'in-progress', 'implemented', 'stale', 'not-due', 'nonconforming'] as const)
    expect(nextIssuesOf(system('1'), { risks: 1, stateOf: all(state) })).toEqual([]);
  expect(nextIssuesOf(system('1'), { risks: 1, stateOf: () => null })).toEqual([]);
});

test('nothing is next for what has ended, is left out of the scope, or is no AI system', () => {
  const around = { risks: 0, stateOf: all('gap') };
  expect(nextIssuesOf(system('1', { stage: 'retired' }), around)).toEqual([]);
  expect(nextIssuesOf(system('1', { stage: 'rejected' }), around)).toEqual([]);
  expect(nextIssuesOf(system('1', { inScope: 'no' }), around)).toEqual([]);
  expect(nextIssuesOf(risk('1'), around)).toEqual([]);
});

describe('classes of the AI Act that exclude each other', () => {
  const keys = (...words: string[]) => contradicting(fieldOf(AI_ACT_CLASS_FIELD), words);

  test('are those that stand alone, with any other', () => {
    expect(keys('Not an AI system', 'Prohibited')).toEqual(['not-an-ai-system', 'prohibited']);
    expect(keys('Not screened', 'Transparency Art. 50')).toEqual(['not-screened', 'transparency-art-50']);
    expect(keys('Out of scope (Art. 2)', 'No class-specific duties')).toHaveLength(2);
    expect(keys('Not screened', 'Prohibited', 'High-risk Annex I')).toHaveLength(3);
  });

  test('are none of those that can be true together, nor a word of people’s own', () => {
    expect(keys('High-risk Annex III', 'Transparency Art. 50')).toEqual([]);
    expect(keys('Prohibited', 'High-risk Annex I')).toEqual([]);
    expect(keys('Not screened', 'To be asked')).toEqual([]);
    expect(keys()).toEqual([]);
  });

  test('name each other, and only options that are there', () => {
    for (const { options = [] } of FIELDS)
      for (const { key, excludes = [] } of options)
        for (const other of excludes) expect(options.find((one) => one.key === other)?.excludes).toContain(key);
  });
});
