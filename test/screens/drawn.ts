import type { Frame, Page } from 'playwright-core';
import { untilIn } from '../e2e/harness/frames';
import type { Screen } from './screens';

const REST_MS = 800;

/** Opens a screen and waits until it is drawn. */
export async function show(page: Page, origin: string, { path, open }: Screen): Promise<void> {
  await page.goto(origin + (typeof path === 'string' ? path : await path(origin)));
  await page.waitForSelector('main, [role=main]');
  await page.waitForTimeout(REST_MS);
  await settled(page);
  await open?.(page);
  await settled(page);
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
