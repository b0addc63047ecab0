import type { Frame, Page } from 'playwright-core';
import { namedFrame } from './frames';

/** Becomes another person, or nobody (`Anonymous`), by the menu of people in the bar. */
export async function become(page: Page, name: string): Promise<void> {
  await page.click('button[aria-label^="You are"]');
  await Promise.all([page.waitForEvent('load'), page.click(`[role=menuitem]:has-text("${name}")`)]);
}

/** Makes a transition in the issue view. */
export async function transit(page: Page, name: string): Promise<void> {
  await page.click('section[aria-label=Status] button');
  await page.click(`[role=menuitem]:has-text("${name}")`);
}

/** The frame whose accessible name is `title`, once it has drawn something. */
export async function frameOf(page: Page, title: string): Promise<Frame> {
  const frame = await namedFrame(page, title);
  await frame.waitForSelector('h1');
  return frame;
}
