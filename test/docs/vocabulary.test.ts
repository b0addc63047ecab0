import FORBIDDEN from '../../src/words/forbidden.json';
import { STATES } from '../../src/words/states';
import { holdTable, read } from './documents';
import { section, tableRows } from './markdown';
import { VOCABULARY } from './vocabulary-tables';

const meanings = (document: string, heading: string): [word: string, meaning: string][] =>
  tableRows(section(read(document), heading)).map((row) => [row.word ?? '', row['what it means here'] ?? '']);

const README = meanings('README.md', 'Twelve words');

test.each(VOCABULARY)('“$heading” is what the code says', (table) => {
  expect(table.rows.length).toBeGreaterThan(2);
  holdTable(table);
});

test('every work type with statuses of its own, and every field, is in a table', () => {
  expect(VOCABULARY.filter(({ heading }) => heading.startsWith('Statuses of')).length).toBe(4);
  expect(VOCABULARY.filter(({ heading }) => heading.startsWith('Fields of')).length).toBe(4);
});

test('the words of the README mean the same in the vocabulary, and there are twelve', () => {
  expect(README).toHaveLength(12);
  expect(meanings('docs/vocabulary.md', 'Words of the product')).toEqual(expect.arrayContaining(README));
});

test('a state means in the README what screens say of it', () => {
  const said = new Map(Object.values(STATES).map(({ word, meaning }) => [word.toLowerCase(), meaning]));
  const states = README.filter(([word]) => said.has(word));
  expect(states.length).toBeGreaterThan(4);
  expect(states).toEqual(states.map(([word]) => [word, said.get(word)]));
});

test('no word is explained twice, and none of those that people read is forbidden', () => {
  const product = meanings('docs/vocabulary.md', 'Words of the product').map(([word]) => word);
  const all = [...product, ...meanings('docs/vocabulary.md', 'Words of the code').map(([word]) => word)];
  expect(new Set(all).size).toBe(all.length);
  const forbidden = new Set(FORBIDDEN.flatMap(({ words }) => words));
  expect(product.filter((word) => forbidden.has(word))).toEqual([]);
});
