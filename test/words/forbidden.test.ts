import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { forbiddenIn } from './forbidden';
import { sentencesOf, sentencesOfCode } from './sentences';

test('a word of developers is found, and what only looks like it is not', () => {
  expect(forbiddenIn('12 Cells lapse within 90 days')).toHaveLength(2);
  expect(forbiddenIn('The API answers')).toHaveLength(1);
  expect(forbiddenIn('cellular, artefacts, rest, in fact-finding')).toEqual([]);
  const screen = `export const A = () => <p className="cell of a table" title="one cell">Enrolment of {n} facts</p>;`;
  expect(sentencesOf('screen.tsx', screen).map(({ text }) => text)).toEqual(['one cell', 'Enrolment of', 'facts']);
});

test('screens, macros, exports, messages and what set-up tells say no word of developers', () => {
  const sentences = sentencesOfCode();
  // A search that finds nothing would always pass.
  expect(sentences.length).toBeGreaterThan(800);
  expect(sentences.flatMap(({ at, text }) => forbiddenIn(text).map((found) => `${at} ${found}`))).toEqual([]);
});

test('nor does what the manifest tells people', () => {
  const { modules } = parse(readFileSync(join(__dirname, '../../manifest.yml'), 'utf8')) as { modules: object };
  const texts: string[] = [];
  const read = (value: unknown): void => {
    if (typeof value === 'string' && value.includes(' ')) texts.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(read);
  };
  read(modules);
  expect(texts.length).toBeGreaterThan(15);
  expect(texts.flatMap(forbiddenIn)).toEqual([]);
});
