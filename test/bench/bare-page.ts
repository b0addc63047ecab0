import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import screens from '../../static/vite.config';
import { type FirstLoad, watchLoad } from '../e2e/harness/first-load';

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', html: 'text/html' };

/** Builds the bare page into `folder` as the app's screens are built, and loads it. */
export async function loadBarePage(browser: Browser, folder: string): Promise<FirstLoad> {
  await build({
    ...screens,
    configFile: false,
    root: resolve(__dirname, 'bare-page'),
    logLevel: 'error',
    build: { ...screens.build, outDir: folder, rollupOptions: {} },
  });
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    try {
      const content = readFileSync(join(folder, path));
      response.writeHead(200, { 'content-type': TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream' });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const page = await browser.newPage({ viewport: { width: 1440, height: 2400 } });
  try {
    const load = watchLoad(page, origin);
    await page.goto(origin);
    await page.waitForSelector('text=Row 19');
    return await load();
  } finally {
    await page.close();
    server.closeAllConnections();
    server.close();
  }
}
