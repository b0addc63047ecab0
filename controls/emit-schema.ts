/**
 * Writes what follows from the data: the JSON Schema of every file into controls/schema/, from its zod shape, and the list of
 * frameworks that the loader imports.
 * Usage: npx tsx controls/emit-schema.ts
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { allShapes, frameworkFolders, requirementFiles } from './lint/files';
import { readFiles } from './lint/read';

/** Text of each schema, by its path below `controls/`. Files of the same shape have a schema each. */
export function emittedSchemas(files: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...allShapes(files)].map(([file, shape]) => [
      `schema/${file.replace(/\.json$/, '.schema.json')}`,
      `${JSON.stringify(z.toJSONSchema(shape), null, 2)}\n`,
    ]),
  );
}

export const FRAMEWORKS_LOADER = 'frameworks/index.ts';

/** The loader of the frameworks: each folder that has a `framework.json`. */
export function emittedLoader(files: ReadonlyMap<string, string>): string {
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

function main(): void {
  const files = readFiles();
  rmSync(join(__dirname, 'schema'), { recursive: true, force: true });
  for (const [file, text] of [...emittedSchemas(files), [FRAMEWORKS_LOADER, emittedLoader(files)] as const]) {
    const path = join(__dirname, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

if (require.main === module) main();
