import type { Browser, Page } from 'playwright-core';
import { watchLoad } from '../e2e/harness/first-load';
import type { RunningSite } from '../e2e/harness/running-site';
import { measured, medianOf, type Report } from './figure';
import { frameOriginOf, journalOf, quietJournal } from './journal';
import { open, type View } from './views';

const KIB = 1_024;
const PAIRS = 9;
const VIEWPORT = { width: 1440, height: 2400 };

/** What a page with all six macros may ask for: one invocation each, and the chunks that they share once. */
const MOST = { requests: 30, invocations: 6, statements: 12 } as const;

/** Counts of a page with all six macros, opened with an empty cache. They are the same on every machine, so they have goals. */
export async function countSixMacros(report: Report, browser: Browser, site: RunningSite, six: View): Promise<void> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  const before = await journalOf(site);
  const load = watchLoad(page, await frameOriginOf(site));
  await open(page, site, six);
  const { totals } = await quietJournal(site);
  const { requests, gzip } = await load();
  await context.close();
  const name = 'page with six macros';
  const asked = [...requests.values()];
  const sum = asked.reduce((all, times) => all + times, 0);
  report(measured(`${name}, first load`, gzip / KIB, 'KiB gzip'));
  report(measured(`${name}, requests`, sum, 'requests', null, MOST.requests));
  report(measured(`${name}, requests of the chunk asked for most`, Math.max(...asked), 'requests'));
  const invocations = totals.invocation - before.totals.invocation;
  report(measured(`${name}, invocations`, invocations, 'invocations', null, MOST.invocations));
  report(measured(`${name}, statements`, totals.sql - before.totals.sql, 'statements', null, MOST.statements));
}

/**
 * Time until all six show their figures, beside an empty page of the same site: pairs in turn, so that what else the machine
 * does falls on both. A cold browser has an empty cache, a warm one has opened both pages before.
 */
export async function timeSixMacros(
  report: Report,
  browser: Browser,
  site: RunningSite,
  six: View,
  empty: View,
): Promise<void> {
  const cold = async (view: View) => {
    const context = await browser.newContext({ viewport: VIEWPORT });
    const ms = await open(await context.newPage(), site, view);
    await context.close();
    return ms;
  };
  report(
    await inPairs(
      'page with six macros, cold, time to figures',
      () => cold(six),
      () => cold(empty),
    ),
  );
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page: Page = await context.newPage();
  for (const view of [six, empty]) await open(page, site, view);
  const warm = (view: View) => open(page, site, view);
  report(
    await inPairs(
      'page with six macros, warm, time to figures',
      () => warm(six),
      () => warm(empty),
    ),
  );
  await context.close();
}

async function inPairs(name: string, work: () => Promise<number>, beside: () => Promise<number>) {
  const times: number[] = [];
  const besides: number[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    besides.push(await beside());
    times.push(await work());
  }
  return measured(name, medianOf(times), 'ms', medianOf(besides));
}
