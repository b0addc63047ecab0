import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../controls';
import { DEFAULT_SETTINGS } from '../../src/domain/decision/decision';
import { controlsOfStatement } from '../../src/domain/requirement/statement';
import { REASON_WORDS } from '../../src/words/reasons';
import { STATES } from '../../src/words/states';
import { reasons, requirements, rules, rulesNotListed, statesAsAsked, stateWords } from './coverage-tables';
import { holdTable, ROOT, read } from './documents';
import { section, subheadings, tableRows } from './markdown';

const COVERAGE = read('docs/coverage.md');

test.each([stateWords, rules, reasons, requirements])('$document, “$heading”, is what the code says', (table) => {
  expect(table.rows.length).toBeGreaterThan(5);
  holdTable(table);
});

test('a table that differs is told with the right one', () => {
  const [first = [], ...others] = stateWords.rows;
  const changed = { ...stateWords, rows: [...others, first] };
  expect(() => holdTable(changed)).toThrow(/the table below “The words, worst first” is not .*\n\n\| state +\| key /);
});

test('the states stand in the order in which the code asks for them, with their words', () => {
  const rows = tableRows(section(COVERAGE, 'The ten states, as they are asked'));
  expect(rows.map((row) => [row['#'], row.state, row.key])).toEqual(
    statesAsAsked().map((state, place) => [String(place + 1), STATES[state].word, `\`${state}\``]),
  );
  expect(new Set(statesAsAsked()).size).toBe(Object.keys(STATES).length);
});

test('each derived rule of the list is told of, and none beside', () => {
  expect(rulesNotListed()).toEqual([]);
  expect(subheadings(COVERAGE, 'Derived rules')).toEqual(rules.rows.map(([number]) => number));
});

test('every code of a reason has words', () => {
  const code = readFileSync(join(ROOT, 'src/domain/coverage/reason.ts'), 'utf8');
  const union = code.slice(code.indexOf('export type ReasonCode')).split(';')[0] ?? '';
  const codes = [...union.matchAll(/\| '([a-z-]+)'/g)].map(([, one]) => one);
  expect(codes.length).toBeGreaterThan(40);
  expect(Object.keys(REASON_WORDS).sort()).toEqual(codes.sort());
});

test('numbers that the rules are told with are those of the catalogue and the settings', () => {
  const once = catalogue.requirements.filter(({ scopeLevel }) => scopeLevel === 'organisation').length;
  const all = catalogue.requirements.length;
  const pieces = catalogue.requirements.flatMap(({ mandatoryDocuments }) => mandatoryDocuments).length;
  for (const told of [
    `${once} of the ${all}`,
    `| ${all - once} for each AI system in scope`,
    `all ${all}, for`,
    `of the ${controlsOfStatement(catalogue).length} controls`,
    `the ${pieces} pieces`,
    `a level over ${DEFAULT_SETTINGS.criteria.threshold} of 25`,
    `the threshold (${100 * DEFAULT_SETTINGS.awarenessThreshold} %`,
  ])
    expect(COVERAGE).toContain(told);
});
