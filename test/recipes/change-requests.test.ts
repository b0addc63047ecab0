import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Followed, follow, patchOf } from './recipe';

/** What users will ask for touches few files; a further field that is shown and filtered is `business-unit.test.ts`. */
const MOST_FILES = [
  ['an eleventh state', 'state', 3],
  ['a status and the ways to it', 'status', 1],
  ['a procedure whose screen is to come', 'procedure', 5],
  ['a macro', 'macro', 5],
  ['a column of a register', 'register-column', 1],
  ['an error code and its use', 'error-code', 2],
  ['an event of a product', 'event', 3],
] as const;

test.each(MOST_FILES)('%s (%s.patch) touches at most %i files', (_what, name, most) => {
  const files = readFileSync(patchOf(name), 'utf8').match(/^diff --git/gm) ?? [];
  expect(files.length).toBeGreaterThan(0);
  expect(files.length).toBeLessThanOrEqual(most);
});

describe('in a copy of the tree', () => {
  const STATE = 'src/domain/coverage/state.ts';
  let tree: Followed;
  beforeAll(() => {
    tree = follow();
  });
  afterAll(() => tree?.remove());
  const types = () => tree.run('tsc', '--noEmit', '-p', 'tsconfig.json');

  test('of a new state the compiler names every other file that must know it', () => {
    tree.apply('state', `--include=${STATE}`);
    const { message } = failureOf(types);
    const named = new Set(message.match(/^[^\s(]+(?=\(\d+,\d+\): error)/gm));
    expect([...named].sort()).toEqual(['src/words/states.ts', 'static/shared/ui/state-icon.tsx']);
  });

  test('with all of them the tree compiles, and what the manifest declares is there', () => {
    tree.apply('state', `--exclude=${STATE}`);
    for (const [, name] of MOST_FILES) if (name !== 'state') tree.apply(name);
    expect(types()).toBe('');
    const { modules } = parse(readFileSync(`${tree.root}/manifest.yml`, 'utf8'));
    const keys: string[] = modules.macro.map(({ key }: { key: string }) => key);
    const macros = readFileSync(`${tree.root}/static/features/macros/table.ts`, 'utf8');
    expect(keys).toContain('aims-open-findings');
    for (const key of keys) expect(macros).toContain(`'${key}'`);
  });
});

function failureOf(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('It was to fail, and did not.');
}
