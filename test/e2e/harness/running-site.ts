import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { keepPressed } from './pressed';

const ROOT = resolve(__dirname, '../../..');
const START_MS = 300_000;

export interface RunningSite {
  origin: string;
  /** Jira's REST as a user; `path` is what stands behind `/rest/api/3`. @throws Error with status and body when refused */
  rest<T = Record<string, unknown>>(method: string, path: string, body?: unknown, accountId?: string): Promise<T>;
  /** Confluence's REST as a user; `path` is what stands behind `/wiki`. @throws Error with status and body when refused */
  wiki<T = Record<string, unknown>>(method: string, path: string, body?: unknown, accountId?: string): Promise<T>;
  stop(): Promise<void>;
}

/**
 * Starts the local site in a process of its own, with the app at `app`. Its data folder goes with it, unless the files
 * are another's: `data`.
 */
export async function startRunningSite(options: { app?: string; data?: string } = {}): Promise<RunningSite> {
  const { app } = options;
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'plumbline-e2e-'));
  const child = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(__dirname, 'serve.ts'), data, ...(app ? [app] : [])],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const origin = await originOf(child);
  return {
    origin,
    ...restOf(origin),
    async stop() {
      if (child.exitCode === null) {
        await keepPressed(origin);
        const ended = new Promise((done) => child.once('exit', done));
        child.kill('SIGTERM');
        await ended;
      }
      if (options.data === undefined) rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Both products' REST as a user, over HTTP. */
export function restOf(origin: string): Pick<RunningSite, 'rest' | 'wiki'> {
  const asked = async <T>(method: string, path: string, body: unknown, accountId: string): Promise<T> => {
    const response = await fetch(origin + path, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${accountId}:local`).toString('base64')}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? null : JSON.parse(text)) as T;
  };
  return {
    rest: (method, path, body, accountId = 'admin') => asked(method, `/rest/api/3${path}`, body, accountId),
    wiki: (method, path, body, accountId = 'admin') => asked(method, `/wiki${path}`, body, accountId),
  };
}

function originOf(child: ChildProcess): Promise<string> {
  return new Promise((started, failed) => {
    let said = '';
    const giveUp = setTimeout(() => {
      child.kill();
      failed(new Error(`The site did not start within ${START_MS} ms. It said:\n${said}`));
    }, START_MS);
    const read = (chunk: Buffer) => {
      said += chunk.toString();
      const origin = /^ready (\S+)$/m.exec(said)?.[1];
      if (origin === undefined) return;
      clearTimeout(giveUp);
      started(origin);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(giveUp);
      failed(new Error(`The site ended with ${code}. It said:\n${said}`));
    });
  });
}
