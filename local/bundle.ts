import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Everything that can change the bundle. The manifest is read for its bundler settings. */
const SOURCES = ['src', 'controls', 'manifest.yml', 'tsconfig.json', 'package-lock.json'];

function* filesUnder(path: string): Generator<string> {
  if (!existsSync(path)) return;
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const full = join(path, entry.name);
    if (entry.isDirectory()) yield* filesUnder(full);
    else yield full;
  }
}

function hashOf(root: string): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = join(root, source);
    const files = source.includes('.') ? (existsSync(path) ? [path] : []) : [...filesUnder(path)];
    for (const file of files)
      hash
        .update(`${file.slice(root.length)}\0`)
        .update(readFileSync(file))
        .update('\0');
  }
  return hash.digest('hex').slice(0, 20);
}

/** Raised when the app's sources do not compile; the message is the compiler's. */
class BundleFailed extends Error {
  override readonly name = 'BundleFailed';
}

/**
 * Bundles `src` of the app at `root` by Forge's own bundler and returns the path of the CommonJS file. The result is
 * kept in `.cache/app/<hash>/index.cjs`, so that a second call with the same sources is instant.
 * @throws BundleFailed with the compiler's messages
 */
export function bundleApp(root: string): Promise<string> {
  const directory = resolve(root);
  const target = join(directory, '.cache', 'app', hashOf(directory));
  const bundle = join(target, 'index.cjs');
  if (existsSync(bundle)) return Promise.resolve(bundle);
  return new Promise((done, failed) => {
    execFile(
      process.execPath,
      [resolve(__dirname, 'host/bundle/run.cjs'), directory, target],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, output, errors) => {
        if (!error) return done(bundle);
        failed(new BundleFailed(`The app at ${directory} cannot be bundled.\n${errors || output || error.message}`));
      },
    );
  });
}
