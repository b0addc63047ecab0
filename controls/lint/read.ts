import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { allShapes, type FrameworkData, frameworkFolders, type Parsed, requirementFiles } from './files';
import type { Controls, Finding } from './rule';

const CONTROLS = resolve(__dirname, '..');
const FOREIGN_TEXTS = resolve(CONTROLS, '..', process.env.PLUMBLINE_SHARED ?? '../shared', 'facts', 'aims-facts.json');

/** What imports the data: the loader, and what `emit-schema.ts` writes from it. */
export const LOADERS = [
  'index.ts',
  join('decisions', 'index.ts'),
  join('decisions', 'risk-library.ts'),
  join('frameworks', 'index.ts'),
  join('documents', 'attributes.ts'),
];

/** Text of every JSON file and of the loaders, by path below `controls/`. */
export function readFiles(folder: string = CONTROLS): Map<string, string> {
  const files = new Map<string, string>();
  const visit = (directory: string) => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (entry.name.endsWith('.json') || LOADERS.includes(relative(folder, path)))
        files.set(relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8'));
    }
  };
  visit(folder);
  return files;
}

/** Every text of the checked facts, which carry over without their wording; null when the file is absent. */
export function readForeignTexts(path: string = FOREIGN_TEXTS): string[] | null {
  if (!existsSync(path)) return null;
  const texts: string[] = [];
  const visit = (value: unknown) => {
    if (typeof value === 'string') texts.push(value);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(visit);
  };
  visit(JSON.parse(readFileSync(path, 'utf8')));
  return texts;
}

/**
 * Parses the files by their shapes.
 * @returns the parsed controls, or what is wrong with the shape; rules can only look at data of the right shape
 */
export function parseControls(
  files: ReadonlyMap<string, string>,
  foreignTexts: readonly string[] | null,
): { controls: Controls } | { findings: Finding[] } {
  const findings: Finding[] = [];
  const data: Record<string, unknown> = {};
  for (const [file, shape] of allShapes(files)) {
    const text = files.get(file);
    if (text === undefined) {
      findings.push({ file, id: '', problem: 'The file is missing.', remedy: 'Restore it or take it out of SHAPES.' });
      continue;
    }
    const value = parseJson(text);
    const parsed = shape.safeParse(value);
    if (parsed.success) data[file] = parsed.data;
    else
      for (const { path, message } of parsed.error.issues)
        findings.push({
          file,
          id: nearestId(value, path),
          problem: `${path.join('.')}: ${message}`,
          remedy: 'See the shape in controls/schema.ts or inventory-schema.ts.',
        });
  }
  if (findings.length > 0) return { findings };
  const controls = { files, data: data as Parsed, frameworks: frameworksFrom(files, data), foreignTexts };
  return { controls };
}

function frameworksFrom(files: ReadonlyMap<string, string>, data: Record<string, unknown>): FrameworkData[] {
  return frameworkFolders(files).map(({ folder, framework }) => ({
    framework,
    groupsFile: `${folder}/groups.json`,
    groups: data[`${folder}/groups.json`] as FrameworkData['groups'],
    requirements: requirementFiles(folder, framework).flatMap((file) =>
      (data[file] as FrameworkData['requirements'][number]['requirement'][]).map((requirement) => ({
        file,
        requirement,
      })),
    ),
  }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The id of the innermost entry on a path that has one. */
export function nearestId(value: unknown, path: readonly PropertyKey[]): string {
  let id = '';
  let at = value;
  for (const step of path) {
    if (at === null || typeof at !== 'object') break;
    at = (at as Record<PropertyKey, unknown>)[step];
    id = idOf(at) ?? id;
  }
  return id;
}

function idOf(value: unknown): string | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  const { id, article, requirement } = value as Record<string, unknown>;
  return [id, article, requirement].find((candidate): candidate is string => typeof candidate === 'string');
}
