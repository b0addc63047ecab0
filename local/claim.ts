import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

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
  const own = `${owner}.${process.pid}`;
  // Linked when it is written: nobody ever sees a file that does not tell its owner yet.
  writeFileSync(own, String(process.pid));
  try {
    for (;;) {
      if (done(() => linkSync(own, owner), 'EEXIST')) return () => rmSync(owner, { force: true });
      refuseIfOwned(path, owner);
      // Of several that find what an ended process left, one moves it away; that may be what another has just taken over.
      const former = `${own}.former`;
      if (!done(() => renameSync(owner, former), 'ENOENT')) continue;
      try {
        refuseIfOwned(path, former);
      } catch (error) {
        done(() => linkSync(former, owner), 'EEXIST');
        throw error;
      } finally {
        rmSync(former, { force: true });
      }
      onTakenOver();
    }
  } finally {
    rmSync(own, { force: true });
  }
}

function refuseIfOwned(path: string, owner: string): void {
  const pid = ownerIn(owner);
  if (pid !== null && pid !== process.pid && isAlive(pid)) throw new InUse(path, pid);
}

/** False when it failed with this code. */
function done(attempt: () => void, code: string): boolean {
  try {
    attempt();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== code) throw error;
    return false;
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
