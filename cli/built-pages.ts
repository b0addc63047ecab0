import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A Vite build and everything that can change its result. */
interface Page {
  readonly name: string;
  readonly config: string;
  readonly result: string;
  readonly sources: readonly string[];
}

const PAGES: readonly Page[] = [
  {
    name: 'screens of the app',
    config: 'static/vite.config.ts',
    result: 'static/dist/overview.html',
    sources: ['static', 'src/contract', 'src/words', 'src/domain', 'controls', 'package-lock.json'],
  },
  {
    name: 'pages of the local site',
    config: 'local/shell/vite.config.ts',
    result: 'local/shell/dist/index.html',
    sources: ['local/shell', 'local/host/bridge', 'package-lock.json'],
  },
];

/** Newest change below a path, in milliseconds; built files and packages do not count. */
function changedAt(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  const names = readdirSync(path).filter((name) => name !== 'dist' && name !== 'node_modules');
  return Math.max(0, ...names.map((name) => changedAt(join(path, name))));
}

/**
 * Builds the pages that are missing or older than their sources.
 * @param report is told of each build as it begins
 * @throws Error when Vite refuses a source; its message went to the terminal
 */
export function buildOutdatedPages(root: string, report: (line: string) => void): void {
  for (const { name, config, result, sources } of PAGES) {
    const built = existsSync(join(root, result)) ? statSync(join(root, result)).mtimeMs : 0;
    if (sources.every((source) => changedAt(join(root, source)) <= built)) continue;
    report(`building the ${name}`);
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    execFileSync(process.execPath, [vite, 'build', '--config', join(root, config), '--logLevel', 'error'], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'production' },
    });
  }
}
