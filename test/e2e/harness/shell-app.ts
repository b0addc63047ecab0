import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

/** The small app of the shell's stories. */
export const SHELL_APP = resolve(__dirname, '../shell-app');

/** Builds its screens: some tens of milliseconds. */
export function buildShellApp(): void {
  const sources = join(SHELL_APP, 'static');
  const target = join(sources, 'dist');
  mkdirSync(target, { recursive: true });
  buildSync({
    entryPoints: [join(sources, 'screen.ts')],
    bundle: true,
    format: 'esm',
    outfile: join(target, 'screen.js'),
    logLevel: 'error',
  });
  for (const file of ['view.html', 'form.html', 'screen.css']) copyFileSync(join(sources, file), join(target, file));
}
