import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, read } from './documents';
import { codeSpans, section, subheadings } from './markdown';

const CONTRIBUTING = read('CONTRIBUTING.md');
const FREQUENT = 'What changes often';
/** A framework is no change of the code: it has a test of its own. */
const APART = ['framework'];

const patchesIn = (text: string): string[] =>
  codeSpans(text).flatMap(({ text: span }) => /^test\/recipes\/(.+)\.patch$/.exec(span)?.[1] ?? []);

test('each recipe names the patch that proves it, and says how many files that touches', () => {
  const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];
  for (const heading of subheadings(CONTRIBUTING, FREQUENT)) {
    const [first = ''] = section(CONTRIBUTING, heading).trim().split('\n');
    const [name] = patchesIn(first);
    const files = read(`test/recipes/${name}.patch`).match(/^diff --git/gm)?.length ?? 0;
    expect(first).toBe(`\`test/recipes/${name}.patch\`: ${words[files]} ${files === 1 ? 'file' : 'files'}.`);
  }
});

test('each patch is of a recipe', () => {
  const patches = readdirSync(join(ROOT, 'test/recipes')).filter((file) => file.endsWith('.patch'));
  const named = patchesIn(section(CONTRIBUTING, FREQUENT));
  expect([...named, ...APART].sort()).toEqual(patches.map((file) => file.replace('.patch', '')).sort());
});
