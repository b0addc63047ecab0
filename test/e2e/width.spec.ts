import type { Browser, Frame, Page } from 'playwright-core';
import { openBrowser, openPage } from './harness/browser';
import { namedFrame, stillFrame } from './harness/frames';
import type { RunningSite } from './harness/running-site';
import { startSampleSite } from './harness/sample-site';
import { tooWide } from './harness/width';

/** Nothing is wider than its frame, from a phone to a desk (documents, 32). */
const WIDTHS = [320, 400, 760, 1200];
const PROJECT = '/projects/UW/apps/aims-project';
const ADMIN = '/admin/apps/aims-admin';
const PAGES: readonly [path: string, ready: string][] = [
  [PROJECT, '[data-requirement]'],
  [`${PROJECT}/overview/requirements`, 'text=/^70 requirements/'],
  [`${PROJECT}/overview/requirements/iso42001/A.6.2.4`, 'text=What ISO/IEC 42001:2023 asks'],
  [`${PROJECT}/systems`, '[data-testid=register-count]'],
  [`${PROJECT}/systems/10000`, 'text=From impact to evidence'],
  [`${PROJECT}/systems/matrix`, '[role=grid] tr'],
  [`${PROJECT}/risks`, '[data-testid=heat-map]'],
  [`${PROJECT}/work`, '[data-testid=register-count]'],
  ['/apps/aims-global', '[aria-label=Projects] table'],
  ['/apps/aims-global/first-steps', 'text=Choose a project'],
  ['/apps/aims-global/statement', 'table'],
  ['/apps/aims-global/criteria', 'table'],
  ['/apps/aims-global/settings', 'input[type=checkbox]'],
  ['/apps/aims-global/needs', 'main'],
  [ADMIN, 'text=Projects in the AI management system'],
  [`${ADMIN}/settings`, '#home-project'],
  [`${ADMIN}/people`, 'main table'],
  [`${ADMIN}/import`, 'input[type=file]'],
  [`${ADMIN}/health`, 'main dl'],
];
const MACROS = ['Clause coverage', 'Control status', 'AI system register', 'Risk matrix', 'Nonconformities'] as const;

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];

beforeAll(async () => {
  [site, browser] = await Promise.all([startSampleSite(), openBrowser()]);
  ({ page, faults } = await openPage(browser));
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});
afterEach(() => expect(faults).toEqual([]));

async function fits(frame: Frame, ready: string): Promise<void> {
  await frame.waitForSelector(ready);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await stillFrame(frame);
    expect([width, await tooWide(frame)]).toEqual([width, []]);
  }
}

test.each(PAGES)('%s', async (path, ready) => {
  await page.goto(site.origin + path);
  await fits(await namedFrame(page, 'AI management'), ready);
});

test('on a phone a word of a table stays a word: a state is no column of letters', async () => {
  await page.setViewportSize({ width: 400, height: 900 });
  await page.goto(`${site.origin}${PROJECT}/overview/requirements`);
  const frame = await namedFrame(page, 'AI management');
  await frame.waitForSelector('table [data-testid=state]');
  await stillFrame(frame);
  const heights = await frame.$$eval('table [data-testid=state]', (signs) =>
    signs.map((sign) => sign.getBoundingClientRect().height),
  );
  expect(heights.length).toBeGreaterThan(10);
  expect(Math.max(...heights)).toBeLessThan(45);
});

test('macros on a page', async () => {
  const { results } = await site.wiki<{ results: { id: string }[] }>('GET', '/api/v2/pages?title=Where%20we%20stand');
  await page.goto(`${site.origin}/wiki/content/${results[0]?.id}`);
  for (const title of MACROS) await fits(await namedFrame(page, title), '[data-testid=macro]');
});
