/**
 * Emits the JSON Schema of every data file from its zod shape into controls/schema/.
 * Usage: npx tsx controls/emit-schema.ts
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { DATA_FILES, SHAPES } from './lint/files';

/** Text of each schema, by its path below `controls/`. Files of the same shape have a schema each. */
export function emittedSchemas(): Map<string, string> {
  return new Map(
    DATA_FILES.map((file) => [
      `schema/${file.replace(/\.json$/, '.schema.json')}`,
      `${JSON.stringify(z.toJSONSchema(SHAPES[file]), null, 2)}\n`,
    ]),
  );
}

function main(): void {
  rmSync(join(__dirname, 'schema'), { recursive: true, force: true });
  for (const [file, text] of emittedSchemas()) {
    const path = join(__dirname, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

if (require.main === module) main();
