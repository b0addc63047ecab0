import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 300_000;
const PAUSE_MS = 100;

/**
 * The folder `made` in `shared`, filled by `make`. The first caller makes it, whichever worker of the run it is in; the
 * others wait for it, and try themselves where making failed.
 *
 * @throws Error of `make`, or when whoever makes it is at it for five minutes
 */
export async function madeOnce(shared: string, make: (folder: string) => Promise<void>): Promise<string> {
  const made = join(shared, 'made');
  const making = join(shared, 'making');
  const end = Date.now() + PATIENCE_MS;
  while (!existsSync(made)) {
    if (Date.now() > end) throw new Error(`Nobody made ${made} within ${PATIENCE_MS / 1000} seconds.`);
    if (!isFirstToMake(making)) {
      await pause(PAUSE_MS);
      continue;
    }
    try {
      const growing = join(making, 'growing');
      await make(growing);
      renameSync(growing, made);
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  }
  return made;
}

/** Making a folder is what only one of several processes succeeds in. */
function isFirstToMake(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
