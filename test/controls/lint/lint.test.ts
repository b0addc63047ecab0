import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../../controls/lint';
import { lint } from '../../../controls/lint/lint';
import { readFiles, readForeignTexts } from '../../../controls/lint/read';
import { fixtures, withFaults } from './fixture';

const CONTROLS = join(__dirname, '..', '..', '..', 'controls');
const files = readFiles();
const exceptions = readFileSync(join(CONTROLS, 'lint', 'exceptions.txt'), 'utf8');
const all = fixtures();

test('the real catalogue breaks no rule', () => {
  expect(lint(files, readForeignTexts(), exceptions)).toEqual([]);
});

test('every rule has a failing fixture, and every fixture a rule', () => {
  const ruled = new Set(all.map(({ rule }) => rule));
  expect([...ruled].sort()).toEqual([...RULES.map(({ name }) => name), 'shape'].sort());
});

test.each(all.map((fixture) => [`${fixture.rule}: ${fixture.name}`, fixture] as const))(
  '%s is found',
  (_, { rule, changes, expected }) => {
    const findings = lint(withFaults(files, changes), null, '');
    expect(findings).toContainEqual(expect.objectContaining({ rule, ...expected }));
    for (const { problem, remedy } of findings) expect([problem, remedy]).not.toContain('');
  },
);

describe('no-copied-text', () => {
  const copied = (summary: string, theirs: string) => {
    const change = { file: 'frameworks/iso42001/clauses.json', path: ['0', 'summary'], value: summary };
    return lint(withFaults(files, [change]), [theirs], '').filter(
      ({ rule, id }) => rule === 'no-copied-text' && id === '4.1',
    );
  };
  const theirs = 'Alpha beta, gamma delta; epsilon zeta eta theta iota kappa';

  test('eight words in a row are copied, whatever stands between and around them', () => {
    expect(copied('So: BETA gamma (delta) epsilon zeta, eta theta iota, as we say.', theirs)).toHaveLength(1);
  });
  test('seven are not', () => {
    expect(copied('So: gamma delta epsilon zeta eta theta iota, as we say.', theirs)).toEqual([]);
  });
  test('a short text that is the same as theirs is copied, a term is not', () => {
    expect(copied('One two three four.', 'one two three four')).toHaveLength(1);
    expect(copied('One two three.', 'one two three')).toEqual([]);
  });
});

describe('exceptions', () => {
  const change = {
    file: 'frameworks/iso42001/clauses.json',
    path: ['0', 'validForReason'],
    value: 'The organisation\u2019s.',
  };
  const faulty = withFaults(files, [change]);

  test('a listed finding stands', () => {
    const listed = 'plain-ascii-quotes frameworks/iso42001/clauses.json 4.1 # a quotation\n';
    expect(lint(faulty, null, listed).filter(({ rule }) => rule === 'plain-ascii-quotes')).toEqual([]);
  });
  test('a line that nothing needs is a finding', () => {
    const unneeded = '# why\n\nplain-ascii-quotes frameworks/iso42001/clauses.json 4.2 # a quotation\n';
    expect(lint(faulty, null, unneeded)).toContainEqual(
      expect.objectContaining({ rule: 'exceptions', file: 'lint/exceptions.txt', id: 'line 3' }),
    );
  });
  test('a line without a reason is refused with its number', () => {
    expect(() => lint(files, null, 'plain-ascii-quotes frameworks/iso42001/clauses.json 4.1\n')).toThrow('line 1');
  });
});
