import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = process.cwd();
/** What the app is made of; tests are no part of a recipe. */
const SOURCES = ['src', 'controls', 'local', 'cli', 'static', 'manifest.yml', 'package.json', 'tsconfig.json'];

/** A copy of the tree with a recipe applied, as whoever follows the recipe would have it. */
export interface Followed {
  root: string;
  /** Runs one of the tree's own programs. @returns what it printed @throws Error with what it complained about */
  run(...command: [program: string, ...arguments_: string[]]): string;
  /** Applies a further recipe, or with options of `git apply` a part of it. */
  apply(name: string, ...options: string[]): void;
  remove(): void;
}

/** Where the text of a recipe stands. */
export const patchOf = (name: string): string => join(ROOT, 'test', 'recipes', `${name}.patch`);

/** Copies the tree, applies `<name>.patch` of each and writes what follows from data. */
export function follow(...names: string[]): Followed {
  const root = mkdtempSync(join(tmpdir(), 'plumbline-recipe-'));
  for (const source of SOURCES)
    cpSync(join(ROOT, source), join(root, source), { recursive: true, filter: (path) => !path.includes('/dist') });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const run: Followed['run'] = (program, ...rest) => {
    try {
      return execFileSync('npx', [program, ...rest], { cwd: root, encoding: 'utf8' });
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      throw new Error(`${program} ${rest.join(' ')}:\n${stdout}${stderr}`);
    }
  };
  const apply: Followed['apply'] = (name, ...options) => {
    execFileSync('git', ['apply', ...options, patchOf(name)], { cwd: root });
  };
  for (const name of names) apply(name);
  run('tsx', 'controls/emit-schema.ts');
  return { root, run, apply, remove: () => rmSync(root, { recursive: true, force: true }) };
}
