import type { Frame, Page } from 'playwright-core';
import { untilIn } from '../e2e/harness/frames';
import type { Screen } from './screens';

const LOOK_MS = 100;
/** So many looks in a row find everything where it was. */
const STILL_LOOKS = 4;
const PATIENCE_MS = 20_000;

/** Opens a screen and waits until it is drawn. */
export async function show(page: Page, origin: string, screen: Screen): Promise<void> {
  const { path, open } = screen;
  await page.goto(origin + (typeof path === 'string' ? path : await path(origin)));
  await page.waitForSelector('main, [role=main]');
  await drawn(page, {});
  if (open) await open(page);
  await drawn(page, screen);
}

/** Until the page and every frame in the picture have drawn what they read, and the page around has grown with them. */
export async function drawn(page: Page, { at }: Pick<Screen, 'at'>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  let looks = 0;
  for (let before = ''; looks < STILL_LOOKS && Date.now() < end; ) {
    if (at) await page.locator(`iframe[title="${at}"]`).evaluate((frame) => frame.scrollIntoView({ block: 'start' }));
    await read(page);
    const now = await page.evaluate(placesOf);
    looks = now === before ? looks + 1 : 0;
    before = now;
    await page.waitForTimeout(LOOK_MS);
  }
}

async function read(page: Page): Promise<void> {
  for (const frame of await framesInPicture(page))
    await untilIn(frame, () => document.body?.textContent?.trim() && !/Loading/.test(document.body.textContent));
}

/** The page itself, and every frame in it that is not out of view. */
export async function framesInPicture(page: Page): Promise<Frame[]> {
  const frames = [page.mainFrame()];
  for (const frame of page.frames())
    if (frame !== page.mainFrame() && (await inPicture(page, frame))) frames.push(frame);
  return frames;
}

/** Runs in the page: where everything stands that grows late. */
const placesOf = (): string =>
  JSON.stringify([
    document.body.textContent?.length,
    document.documentElement.scrollHeight,
    [...document.querySelectorAll('iframe, main, [role=dialog]')].map((element) => element.getBoundingClientRect()),
  ]);

/** Frames far below are not loaded before somebody scrolls to them. */
async function inPicture(page: Page, frame: Frame): Promise<boolean> {
  const box = await (await frame.frameElement()).boundingBox();
  return box !== null && box.y < (page.viewportSize()?.height ?? 0) && box.y + box.height > 0;
}
