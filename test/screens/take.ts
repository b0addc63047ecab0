import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { openBrowser } from '../e2e/harness/browser';
import { untilIn } from '../e2e/harness/frames';
import { startSampleSite } from '../e2e/harness/sample-site';
import { SCREENS, type Screen } from './screens';

/**
 * Pictures of every screen, light and dark, into docs/screens: `npm run screens`, or with names to take only those.
 * Starts the site with the sample organisation as `npm start` does, in a folder that goes with it.
 */
const ROOT = resolve(__dirname, '../..');
const FOLDER = join(ROOT, 'docs/screens');
const THEMES = ['light', 'dark'] as const;
const REST_MS = 800;

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const [site, browser] = await Promise.all([startSampleSite(), openBrowser()]);
  try {
    mkdirSync(FOLDER, { recursive: true });
    for (const screen of SCREENS.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
      for (const theme of THEMES) await take(browser, site.origin, screen, theme);
  } finally {
    await browser.close();
    await site.stop();
  }
}

async function take(browser: Browser, origin: string, screen: Screen, theme: 'light' | 'dark'): Promise<void> {
  const { name, path, open, size = { width: 1280, height: 900 } } = screen;
  const context = await browser.newContext({ viewport: size });
  await context.addInitScript((kept) => localStorage.setItem('shell-appearance', kept), theme);
  const page = await context.newPage();
  await page.goto(origin + (typeof path === 'string' ? path : await path(origin)));
  await page.waitForSelector('main, [role=main]');
  await page.waitForTimeout(REST_MS);
  await settled(page);
  await open?.(page);
  await settled(page);
  await page.screenshot({ path: join(FOLDER, `${name}-${theme}.png`) });
  console.log(`${name}, ${theme}`);
  await context.close();
}

/** Until the page and every frame in the picture have drawn what they read, and the page around has grown with them. */
async function settled(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    if (frame !== page.mainFrame() && !(await inPicture(page, frame))) continue;
    await untilIn(frame, () => document.body?.textContent?.trim() && !/Loading/.test(document.body.textContent));
  }
  await page.waitForTimeout(REST_MS);
}

/** Frames far below are not loaded before somebody scrolls to them. */
async function inPicture(page: Page, frame: Frame): Promise<boolean> {
  const box = await (await frame.frameElement()).boundingBox();
  return box !== null && box.y < (page.viewportSize()?.height ?? 0) && box.y + box.height > 0;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
