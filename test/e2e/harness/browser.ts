import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';

const INSTALLED = '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** A story fails for what is wrong, not for what is slow; and one press that came to nothing must not cost the run its hour. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 250;

export async function openBrowser(): Promise<Browser> {
  if (existsSync(INSTALLED)) return chromium.launch({ executablePath: INSTALLED, args: FLAGS });
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...packed.args, ...FLAGS] });
}

/** A page whose uncaught errors and refused resources are kept: a story ends by looking at them. */
export async function openPage(browser: Browser): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Refused to/.test(message.text())) {
      faults.push(message.text());
    }
  });
  return { page, faults };
}

/** The app's frame in the page, once it has drawn something. */
export async function appFrame(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('iframe');
  const frame = await element.contentFrame();
  if (!frame) throw new Error('The frame has no content.');
  await frame.waitForSelector('h1');
  return frame;
}

/** Repeats `look` until it answers true. @throws Error with `what` when `patience` (milliseconds) is at its end */
export async function eventually(what: string, look: () => Promise<boolean>, patience = PATIENCE_MS): Promise<void> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    if (await look()) return;
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
  throw new Error(`Not within ${patience / 1000} seconds: ${what}`);
}

/** Keeps a picture of the page in the folder SCREENS, when that is set. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const view = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  // Frames outside the view are not painted, so the view is made as high as the page.
  if (view) await page.setViewportSize({ width: view.width, height: Math.max(view.height, height) });
  await page.waitForTimeout(PAUSE_MS);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  if (view) await page.setViewportSize(view);
}
