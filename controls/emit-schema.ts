/**
 * Writes what follows from the data: the JSON Schema of every file into controls/schema/, from its zod shape, the list of
 * frameworks that the loader imports, and that of the attributes of documents.
 * Usage: npx tsx controls/emit-schema.ts
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Rendering } from './document-schema';
import { allShapes, frameworkFolders, requirementFiles } from './lint/files';
import { readFiles } from './lint/read';

/** Text of each schema, by its path below `controls/`. Files of the same shape have a schema each. */
function emittedSchemas(files: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...allShapes(files)].map(([file, shape]) => [
      `schema/${file.replace(/\.json$/, '.schema.json')}`,
      `${JSON.stringify(z.toJSONSchema(shape), null, 2)}\n`,
    ]),
  );
}

/** The loader of the frameworks: each folder that has a `framework.json`. */
function emittedLoader(files: ReadonlyMap<string, string>): string {
  const imports: [name: string, path: string][] = [];
  const entries = frameworkFolders(files).map(({ folder, framework }) => {
    const [, name = ''] = folder.split('/');
    const imported = (file: string) => {
      const path = file.replace('frameworks/', './');
      const identifier = path
        .replace('./', '')
        .replace('.json', '')
        .replace(/[^a-z0-9]+(.)/g, (_, next: string) => next.toUpperCase());
      imports.push([identifier, path]);
      return identifier;
    };
    const own = imported(`frameworks/${name}/framework.json`);
    const groups = imported(`frameworks/${name}/groups.json`);
    const requirements = requirementFiles(folder, framework).map((file) => `...${imported(file)}`);
    return `  { framework: ${own}, groups: ${groups}, requirements: [${requirements.join(', ')}] },`;
  });
  const lines = imports
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
    .map(([identifier, path]) => `import ${identifier} from '${path}';`);
  return `/** Written by controls/emit-schema.ts from the folders here. */\n${lines.join('\n')}\n\nexport const frameworks = [\n${entries.join('\n')}\n];\n`;
}

/** Of `documents/rendering.json` what screens must know, which load as little as they can. */
function emittedAttributes(files: ReadonlyMap<string, string>): string {
  const { nodes, marks, defaults } = JSON.parse(files.get('documents/rendering.json') ?? '') as Rendering;
  const entries = (parts: Rendering['nodes']) =>
    parts.map(({ type, shown, layout, id }) => `  ${type}: ${JSON.stringify({ shown, silent: [...layout, ...id] })},`);
  const silent = marks.flatMap(({ type, comparison }) => (comparison === '-' ? [type] : []));
  return [
    "/** Written by controls/emit-schema.ts from './documents/rendering.json'. */",
    'export interface Attributes {',
    '  /** In the fingerprint, on screen, in the comparison and in exports. */',
    '  readonly shown: readonly string[];',
    '  /** On screen at most, or known to the editor alone. */',
    '  readonly silent: readonly string[];',
    '}',
    '',
    'export const NODES: Readonly<Record<string, Attributes>> = {',
    ...entries(nodes),
    '};',
    '',
    'export const MARKS: Readonly<Record<string, Attributes>> = {',
    ...entries(marks.filter(({ type }) => !silent.includes(type))),
    '};',
    '',
    '/** Marks that say nothing. */',
    `export const SILENT_MARKS: readonly string[] = ${JSON.stringify(silent)};`,
    '',
    '/** An attribute with its default is as absent. */',
    `export const DEFAULTS: Readonly<Record<string, unknown>> = ${JSON.stringify(defaults)};`,
    '',
  ].join('\n');
}

/** The text of everything that follows from the data, by its path below `controls/`. */
export const emitted = (files: ReadonlyMap<string, string>): Map<string, string> =>
  emittedSchemas(files)
    .set('frameworks/index.ts', emittedLoader(files))
    .set('documents/attributes.ts', emittedAttributes(files));

function main(): void {
  const files = readFiles();
  rmSync(join(__dirname, 'schema'), { recursive: true, force: true });
  for (const [file, text] of emitted(files)) {
    const path = join(__dirname, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

if (require.main === module) main();
