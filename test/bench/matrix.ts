import type { Frame, Page } from 'playwright-core';
import { appFrame, openBrowser, openPage } from '../e2e/harness/browser';
import { measured, type Report } from './figure';
import { startFilledSite } from './filled-site';
import { fillWithSystems } from './many-systems';

/** The part that scrolls. */
const MATRIX = 'div:has(> [role=grid])';
const SYSTEMS = 3_000;
const FRAMES = 150;
/** A flick of the finger, and a wheel turned steadily. */
const DISTANCES_PX = [400, 100] as const;
const PATIENCE_MS = 60_000;

/** The Matrix of 3,000 AI systems in Chromium without a GPU: time to the first rows, and frames while it scrolls. */
export async function matrixBench(report: Report): Promise<void> {
  let key = '';
  const site = await startFilledSite(async (filling) => {
    key = await fillWithSystems(filling, SYSTEMS);
  });
  const browser = await openBrowser();
  try {
    const { page } = await openPage(browser);
    await page.setViewportSize({ width: 1440, height: 2000 });
    page.setDefaultTimeout(PATIENCE_MS);
    const address = `${site.origin}/projects/${key}/apps/aims-project`;
    // The app is awake and the browser has its chunks: what is compared are two tabs of the same page.
    await opened(page, `${address}?tab=matrix`, '[role=grid] tbody td[aria-label]');
    const overview = await opened(page, address, '[data-requirement]');
    const matrix = await opened(page, `${address}?tab=matrix`, '[role=grid] tbody td[aria-label]');
    report(measured(`matrix of ${SYSTEMS} AI systems, time to first rows`, matrix, 'ms', overview));
    const frame = await appFrame(page);
    await frame.waitForSelector(`text=${SYSTEMS.toLocaleString('en')} AI systems`);
    await addEmptyScroller(frame);
    for (const distance of DISTANCES_PX) {
      const empty = await frameTimes(frame, '#empty-scroller', distance);
      const times = await frameTimes(frame, MATRIX, distance);
      report(measured(`matrix scrolled by ${distance} px a frame, median`, at(times, 0.5), 'ms', at(empty, 0.5)));
      report(measured(`matrix scrolled by ${distance} px a frame, p95`, at(times, 0.95), 'ms', at(empty, 0.95)));
    }
  } finally {
    await browser.close();
    await site.stop();
  }
}

/** Opens a tab until `selector` stands in its frame. @returns milliseconds */
async function opened(page: Page, address: string, selector: string): Promise<number> {
  const since = performance.now();
  await page.goto(address);
  await (await appFrame(page)).waitForSelector(selector);
  return performance.now() - since;
}

/** What scrolling costs at least here: an area of the matrix's size and height with nothing in it. */
async function addEmptyScroller(frame: Frame): Promise<void> {
  await frame.evaluate((selector) => {
    const matrix = document.querySelector(selector) as HTMLElement;
    const empty = document.createElement('div');
    empty.id = 'empty-scroller';
    empty.style.cssText = `height: ${matrix.clientHeight}px; overflow: auto; contain: strict; background: Canvas`;
    const content = document.createElement('div');
    content.style.height = `${matrix.scrollHeight}px`;
    empty.append(content);
    matrix.before(empty);
  }, MATRIX);
}

/** Milliseconds of each frame, shortest first. */
async function frameTimes(frame: Frame, area: string, distance: number): Promise<number[]> {
  const times = (await frame.evaluate(`new Promise((done) => {
    const area = document.querySelector('${area}');
    area.scrollTop = 0;
    const times = [];
    let last = null;
    const next = (now) => {
      if (last !== null) times.push(now - last);
      last = now;
      area.scrollTop += ${distance};
      if (times.length < ${FRAMES}) requestAnimationFrame(next);
      else done(times);
    };
    requestAnimationFrame(next);
  })`)) as number[];
  return times.sort((a, b) => a - b);
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}
