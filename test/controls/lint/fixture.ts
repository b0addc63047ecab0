import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A fault put into the real files: `path` leads to a place in a JSON file (`-id`, then an id, finds the entry of a list),
 * `value` replaces what is there; without a value it is removed. An empty path replaces the whole file.
 */
interface Change {
  file: string;
  path: string[];
  value?: unknown;
}

export interface Fixture {
  rule: string;
  name: string;
  changes: Change[];
  /** Where the rule has to find the fault. */
  expected: { file: string; id: string };
}

const FOLDER = join(__dirname, 'fixtures');

/** Every fixture: one folder for a rule, one file for a fault. */
export function fixtures(): Fixture[] {
  return readdirSync(FOLDER).flatMap((rule) =>
    readdirSync(join(FOLDER, rule)).map((file) => ({
      rule,
      name: file.replace(/\.json$/, ''),
      ...(JSON.parse(readFileSync(join(FOLDER, rule, file), 'utf8')) as Pick<Fixture, 'changes' | 'expected'>),
    })),
  );
}

/** The files with the faults of a fixture. */
export function withFaults(files: ReadonlyMap<string, string>, changes: readonly Change[]): Map<string, string> {
  const faulty = new Map(files);
  for (const { file, path, value } of changes) {
    if (path.length === 0) faulty.set(file, typeof value === 'string' ? value : JSON.stringify(value));
    else {
      const root: unknown = JSON.parse(faulty.get(file) ?? 'null');
      change(root, path, value);
      faulty.set(file, JSON.stringify(root));
    }
  }
  return faulty;
}

function change(root: unknown, path: readonly string[], value: unknown): void {
  const keys = path[0] === '-id' ? [placeOf(root, path[1]), ...path.slice(2)] : [...path];
  const last = keys.pop() ?? '';
  let at = root;
  for (const key of keys) at = (at as Record<string, unknown>)[key];
  if (at === null || typeof at !== 'object') throw new Error(`The path ${path.join('/')} leads nowhere.`);
  if (value !== undefined) (at as Record<string, unknown>)[last] = value;
  else if (!(last in at)) throw new Error(`There is nothing to remove at ${path.join('/')}.`);
  else if (Array.isArray(at)) at.splice(Number(last), 1);
  else delete (at as Record<string, unknown>)[last];
}

function placeOf(list: unknown, id: string | undefined): string {
  const place = Array.isArray(list) ? list.findIndex((entry: { id?: unknown }) => entry.id === id) : -1;
  if (place < 0) throw new Error(`There is no entry "${id}".`);
  return String(place);
}
