import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../e2e/harness/browser';
import { SCREENS, type Screen } from './screens';

/**
 * Pictures of every screen, light and dark, into docs/screens: `npm run screens`, or with names to take only those.
 * Starts the site with the sample organisation as `npm start` does, in a folder that goes with it.
 */
const ROOT = resolve(__dirname, '../..');
const FOLDER = join(ROOT, 'docs/screens');
const THEMES = ['light', 'dark'] as const;
const START_MS = 300_000;
const REST_MS = 800;

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const data = mkdtempSync(join(tmpdir(), 'plumbline-screens-'));
  const port = await freePort();
  const site = start(data, port);
  const browser = await openBrowser();
  try {
    await ready(site);
    mkdirSync(FOLDER, { recursive: true });
    const origin = `http://localhost:${port}`;
    for (const screen of SCREENS.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
      for (const theme of THEMES) await take(browser, origin, screen, theme);
  } finally {
    await browser.close();
    const ended = new Promise((done) => site.once('exit', done));
    site.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
}

async function take(browser: Browser, origin: string, screen: Screen, theme: 'light' | 'dark'): Promise<void> {
  const { name, path, open, size = { width: 1280, height: 900 } } = screen;
  const context = await browser.newContext({ viewport: size });
  await context.addInitScript((kept) => localStorage.setItem('shell-appearance', kept), theme);
  const page = await context.newPage();
  await page.goto(origin + (typeof path === 'string' ? path : await path(origin)));
  await page.waitForSelector('main, [role=main]');
  await settled(page);
  await open?.(page);
  await settled(page);
  await page.screenshot({ path: join(FOLDER, `${name}-${theme}.png`) });
  console.log(`${name}, ${theme}`);
  await context.close();
}

/** Until every frame has drawn what it read, and the page around has grown with it. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  for (const frame of page.frames().slice(1)) {
    await frame.waitForFunction(() => document.body?.innerText.trim() && !/^Loading$/m.test(document.body.innerText));
  }
  await page.waitForTimeout(REST_MS);
}

function start(data: string, port: number): ChildProcess {
  return spawn(process.execPath, [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'local/start.ts')], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function ready(site: ChildProcess): Promise<void> {
  return new Promise((done, failed) => {
    const giveUp = setTimeout(() => failed(new Error('The site did not start.')), START_MS);
    site.stdout?.on('data', (chunk: Buffer) => {
      if (!chunk.toString().includes('Plumbline runs at')) return;
      clearTimeout(giveUp);
      done();
    });
    site.once('exit', (code) => failed(new Error(`The site ended with ${code}.`)));
  });
}

/** A port whose next one is free too, for the frames. */
function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 8042));
    });
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
