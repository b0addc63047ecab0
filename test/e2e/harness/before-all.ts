import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * The stories run what is in the tree: both browser builds are made anew, about two seconds each. Stories of one run share
 * a sample organisation to begin with, which the first of them makes, and keep in one folder what was pressed.
 */
export default function beforeAll(): void {
  const root = resolve(__dirname, '../../..');
  for (const config of ['static/vite.config.ts', 'local/shell/vite.config.ts']) {
    execFileSync(
      process.execPath,
      [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', config, '--logLevel', 'error'],
      { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } },
    );
  }
  const pressed = join(root, '.cache/pressed');
  rmSync(pressed, { recursive: true, force: true });
  mkdirSync(pressed, { recursive: true });
  process.env.PRESSED = pressed;
  process.env.SAMPLE_TEMPLATE = mkdtempSync(join(tmpdir(), 'plumbline-template-'));
}
