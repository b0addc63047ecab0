import type { Frame } from 'playwright-core';
import { appFrame, openBrowser, openPage } from '../e2e/harness/browser';
import { measured, type Report } from './figure';
import { startFilledSite } from './filled-site';
import { fillWithSystems } from './many-systems';

const SYSTEMS = 3_000;
const FRAMES = 150;
/** A flick of the finger, and a wheel turned steadily. */
const STEPS_PX = [400, 100] as const;
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
    page.setDefaultTimeout(PATIENCE_MS);
    const since = performance.now();
    await page.goto(`${site.origin}/projects/${key}/apps/aims-project?tab=matrix`);
    const frame = await appFrame(page);
    await frame.waitForSelector('.matrix tbody .matrix-cell');
    report(measured(`matrix of ${SYSTEMS} AI systems, time to first rows`, performance.now() - since, 'ms'));
    await frame.waitForSelector(`text=${SYSTEMS.toLocaleString('en')} AI systems`);
    for (const step of STEPS_PX) {
      const times = await frameTimes(frame, step);
      report(measured(`matrix scrolled by ${step} px a frame, median`, at(times, 0.5), 'ms'));
      report(measured(`matrix scrolled by ${step} px a frame, p95`, at(times, 0.95), 'ms'));
    }
  } finally {
    await browser.close();
    await site.stop();
  }
}

/** Milliseconds of each frame, shortest first. */
async function frameTimes(frame: Frame, step: number): Promise<number[]> {
  const times = (await frame.evaluate(`new Promise((done) => {
    const area = document.querySelector('.matrix');
    area.scrollTop = 0;
    const times = [];
    let last = null;
    const next = (now) => {
      if (last !== null) times.push(now - last);
      last = now;
      area.scrollTop += ${step};
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
