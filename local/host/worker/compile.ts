import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const SOURCE = __dirname;

/** Compiles the worker's own code for Node (a thread cannot load TypeScript) and returns its path; kept by content. */
export function compileWorker(cache: string): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(SOURCE).sort()) hash.update(readFileSync(join(SOURCE, file)));
  const target = join(cache, `worker-${hash.digest('hex').slice(0, 16)}.cjs`);
  if (existsSync(target)) return target;
  const built = buildSync({
    entryPoints: [join(SOURCE, 'runtime.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    write: false,
    // The worker loads the app's bundle by its path at run time.
    logLevel: 'silent',
  });
  mkdirSync(cache, { recursive: true });
  const partial = `${target}.${process.pid}`;
  writeFileSync(partial, built.outputFiles[0]?.contents ?? '');
  renameSync(partial, target);
  return target;
}
