import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { madeOnce } from '../../support/made-once';
import { keepPressed } from './pressed';
import { type RunningSite, restOf } from './running-site';

const ROOT = resolve(__dirname, '../../..');
const START_MS = 300_000;

/** The site with the sample organisation, as `npm start` brings it up in a fresh folder, which goes with it. */
export async function startSampleSite(): Promise<RunningSite> {
  const data = mkdtempSync(join(tmpdir(), 'plumbline-sample-'));
  // Stories of one run begin with copies of one sample organisation: making it takes half a minute.
  const kept = process.env.SAMPLE_TEMPLATE;
  if (kept !== undefined) cpSync(await seededIn(kept), data, { recursive: true });
  const { origin, stop } = await startIn(data);
  return {
    origin,
    ...restOf(origin),
    async stop() {
      await keepPressed(origin);
      await stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** The folder of a sample organisation that is not running. */
const seededIn = (shared: string) =>
  madeOnce(shared, async (growing) => {
    const { stop } = await startIn(growing);
    await stop();
  });

async function startIn(data: string): Promise<{ origin: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const site = spawn(process.execPath, [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'cli/start.ts')], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await ready(site);
  return {
    origin: `http://localhost:${port}`,
    async stop() {
      const ended = new Promise((done) => site.once('exit', done));
      site.kill('SIGTERM');
      await ended;
    },
  };
}

function ready(site: ChildProcess): Promise<void> {
  return new Promise((done, failed) => {
    const giveUp = setTimeout(() => failed(new Error(`The site did not start within ${START_MS} ms.`)), START_MS);
    site.stdout?.on('data', (chunk: Buffer) => {
      if (!chunk.toString().includes('Plumbline runs at')) return;
      clearTimeout(giveUp);
      done();
    });
    site.once('exit', (code) => {
      clearTimeout(giveUp);
      failed(new Error(`The site ended with ${code}.`));
    });
  });
}

/** The site takes it, and the next one for the frames. */
function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 8042));
    });
  });
}
