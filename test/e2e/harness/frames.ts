import type { Frame, Page } from 'playwright-core';

/** The frame of the app with this title, drawn or not. */
export async function namedFrame(page: Page, title: string): Promise<Frame> {
  const element = await page.waitForSelector(`iframe[title="${title}"]`);
  const found = await element.contentFrame();
  if (!found) throw new Error(`The frame ${title} has no content.`);
  return found;
}

/** All words of a frame, one space between them. */
export const wordsOf = async (frame: Frame): Promise<string> =>
  ((await frame.textContent('body')) ?? '').replaceAll(/\s+/g, ' ');

/**
 * Waits in a frame by the clock: one that is out of view draws nothing, so a look at each drawing never comes.
 *
 * @throws when the frame does not get there in time; the message tells what the frame showed then.
 */
export async function untilIn(frame: Frame, condition: () => unknown): Promise<void> {
  try {
    await frame.waitForFunction(condition, undefined, { polling: 250 });
  } catch (error) {
    const shown = await frame.textContent('body', { timeout: 1_000 }).catch(() => null);
    throw new Error(`The frame ${frame.url()} shows ${shown?.slice(0, 500) ?? 'nothing'}`, { cause: error });
  }
}

/** Until a macro has drawn what it read. */
export const macroDrawn = (frame: Frame): Promise<void> =>
  untilIn(
    frame,
    () => document.querySelector('[data-testid=macro]') && !document.querySelector('[data-testid=waiting]'),
  );

const STILL_MS = 1_000;

/** Until the frame has stood still for a while: Chromium drops presses on a frame of another origin that moved just now. */
export async function stillFrame(frame: Frame): Promise<void> {
  const element = await frame.frameElement();
  for (let before = '', now = '-'; before !== now; ) {
    before = now;
    await frame.page().waitForTimeout(STILL_MS);
    now = JSON.stringify(await element.boundingBox());
  }
}
