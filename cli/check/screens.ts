import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readManifest } from '../../local/host/manifest';

/** What dependency-cruiser says of one file; paths are the repository's. */
interface Cruised {
  readonly source: string;
  readonly dependencies: readonly { readonly resolved: string; readonly dependencyTypes: readonly string[] }[];
}

/**
 * The files below `static/` that come to a customer's browser: those that an entry of the manifest's resources leads to by
 * its imports. A file that nobody imports is on no screen, whatever it says, and neither is one that is only named as a type.
 */
export function sourcesOnScreens(root: string): string[] {
  const imports = new Map(cruised(root).map(({ source, dependencies }) => [source, dependencies]));
  const reached = new Set(entriesOf(root));
  for (const source of reached) {
    for (const { resolved, dependencyTypes } of imports.get(source) ?? [])
      if (resolved.startsWith('static/') && !dependencyTypes.includes('type-only')) reached.add(resolved);
  }
  return [...reached].filter((source) => /\.tsx?$/.test(source)).sort();
}

/** The scripts of the pages that the manifest names; a page is built from the one of the same name in `entries/`, beside `dist/`. */
function entriesOf(root: string): string[] {
  return readManifest(root).resources.flatMap(({ path, entry = {} }) =>
    Object.values(entry).flatMap((file) => {
      const folder = join(dirname(path), 'entries');
      const page = readFileSync(join(root, folder, file), 'utf8');
      return [...page.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, script = '']) => join(folder, script));
    }),
  );
}

/** The imports between files, by the same reading as `npm run rooms`. */
function cruised(root: string): Cruised[] {
  const tool = join(__dirname, '../../node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const settings = join(__dirname, '../../.dependency-cruiser.cjs');
  const output = execFileSync(process.execPath, [tool, '--config', settings, '--output-type', 'json', 'static'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return (JSON.parse(output) as { modules: Cruised[] }).modules;
}
