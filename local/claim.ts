import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Raised when another living process owns what is claimed. */
export class InUse extends Error {
  constructor(path: string, pid: number) {
    super(`${path} is in use by process ${pid}. Stop that process first, or wait until it is done.`);
  }
}

/**
 * Makes this process the only owner of a path, by a file beside it that holds its id. What an ended process left is taken
 * over; `onTakenOver` clears up after it.
 * @returns gives the path back
 * @throws InUse while another living process owns it
 */
export function claim(path: string, onTakenOver: () => void = () => {}): () => void {
  const owner = `${path}.pid`;
  for (;;) {
    try {
      // Made in one step with its content's owner: of two that start at once one is refused.
      writeFileSync(owner, String(process.pid), { flag: 'wx' });
      return () => rmSync(owner, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const pid = ownerIn(owner);
    if (pid !== null && pid !== process.pid && isAlive(pid)) throw new InUse(path, pid);
    onTakenOver();
    rmSync(owner, { force: true });
  }
}

/** Null when the file has gone meanwhile, or was cut off while it was written. */
function ownerIn(file: string): number | null {
  try {
    return Number(readFileSync(file, 'utf8')) || null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
