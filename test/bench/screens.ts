import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { seedOrganisation } from '../../cli/sample/seed';
import { openBrowser } from '../e2e/harness/browser';
import { type FirstLoad, watchLoad } from '../e2e/harness/first-load';
import type { RunningSite } from '../e2e/harness/running-site';
import { loadBarePage } from './bare-page';
import { measured, type Report } from './figure';
import { startFilledSite } from './filled-site';
import { frameOriginOf, journalOf, quietJournal } from './journal';
import { countSixMacros, timeSixMacros } from './six-macros';
import { open, pagesOf, TAB_VIEWS, type View, writePages } from './views';

const KIB = 1_024;

/** Size of a first load over that of the bare page: at most. */
const GOALS = { page: 1, macro: 0.55 } as const;
/** A panel beside an issue is no page of its own; the policy is a document with an approval. */
const OWN_GOALS: Readonly<Record<string, number>> = { 'issue-context': 0.6, 'macro policy': 0.85 };

/**
 * Bytes of each first load beside a bare Atlaskit page, and counts of a page with all six macros. They are the same on every
 * machine, so they have goals.
 */
export async function firstLoadBench(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bare-'));
  await onSample(async (site, browser) => {
    const bare = (await loadBarePage(browser, folder)).gzip / KIB;
    const { macros, six } = await writePages(site);
    for (const view of [...(await pagesOf(site)), ...macros]) {
      const { gzip } = await measureView(() => {}, browser, site, view);
      const goal = (OWN_GOALS[view.name] ?? GOALS[view.kind]) * bare;
      report(measured(`${view.name}, first load`, gzip / KIB, 'KiB gzip', bare, goal));
    }
    await countSixMacros(report, browser, site, six);
  }).finally(() => rmSync(folder, { recursive: true, force: true }));
}

/**
 * The screens on the sample organisation: what each view asks of the app's database and of the products, and the time
 * until the page with all six macros shows its figures.
 */
export async function screensBench(report: Report): Promise<void> {
  await onSample(async (site, browser) => {
    const { macros, six, empty } = await writePages(site);
    for (const view of [...(await pagesOf(site)), ...macros, ...TAB_VIEWS])
      await measureView(report, browser, site, view);
    await timeSixMacros(report, browser, site, six, empty);
  });
}

async function onSample(work: (site: RunningSite, browser: Browser) => Promise<void>): Promise<void> {
  const site = await startFilledSite(seedOrganisation);
  const browser = await openBrowser();
  try {
    await work(site, browser);
  } finally {
    await browser.close();
    await site.stop();
  }
}

/** Opens a view with a cold cache. Points: all that the app and its screens spend, as Jira counts them. */
async function measureView(report: Report, browser: Browser, site: RunningSite, view: View): Promise<FirstLoad> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 2400 } });
  try {
    const page = await context.newPage();
    const before = await journalOf(site);
    const load = watchLoad(page, await frameOriginOf(site));
    await open(page, site, view);
    const after = await quietJournal(site);
    const calls = after.totals.product - before.totals.product;
    const points = calls === 0 ? 0 : after.product.slice(-calls).reduce((sum, call) => sum + call.points, 0);
    const loaded = await load();
    report(measured(`${view.name}, invocations`, after.totals.invocation - before.totals.invocation, 'invocations'));
    report(measured(`${view.name}, statements`, after.totals.sql - before.totals.sql, 'statements'));
    report(measured(`${view.name}, product calls`, calls, 'calls'));
    report(measured(`${view.name}, points`, points, 'points'));
    return loaded;
  } finally {
    await context.close();
  }
}
