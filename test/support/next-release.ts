import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleApp } from '../../local/bundle';

/** Sources of the app that a bundle is made of. */
const SOURCES = ['src', 'controls', 'manifest.yml', 'tsconfig.json', 'package.json', 'package-lock.json'];

/**
 * Bundles a release of the app that differs in one file: the real app, with another wanted configuration.
 * @param file below the root
 * @param change from the file's text to the next release's
 * @returns the bundle's path
 */
export function nextRelease(file: string, change: (text: string) => string): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'plumbline-next-'));
  for (const source of SOURCES) cpSync(source, join(root, source), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`The next release does not differ in ${file}.`);
  writeFileSync(join(root, file), after);
  return bundleApp(root);
}
