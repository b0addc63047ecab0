import type { Browser, Page } from 'playwright-core';
import { eventually, openBrowser, openPage } from './harness/browser';
import { watchLoad } from './harness/first-load';
import { wordsOf } from './harness/frames';
import type { RunningSite } from './harness/running-site';
import { startSampleSite } from './harness/sample-site';

const HEADINGS = ['Clause coverage', 'Control status', 'AI system register', 'Risk matrix', 'Nonconformities'];

let site: RunningSite;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSampleSite(), openBrowser()]);
  ({ page } = await openPage(browser));
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

test('a page with many macros loads each file of the bundle once for all of them', async () => {
  const { results } = await site.wiki<{ results: { id: string }[] }>('GET', '/api/v2/pages?title=Where%20we%20stand');
  await page.setViewportSize({ width: 1280, height: 6_000 });
  const { frameOrigin } = await (await page.request.get(`${site.origin}/local/app`)).json();
  const loaded = watchLoad(page, frameOrigin);
  await page.goto(`${site.origin}/wiki/content/${results[0]?.id}`);
  await eventually('every macro shows its figures', async () => {
    const frames = await Promise.all(page.frames().slice(1).map(wordsOf));
    return HEADINGS.every((heading) => frames.some((words) => words.trim().startsWith(heading) && words.length > 100));
  });
  const { requests } = await loaded();
  expect(requests.size).toBeGreaterThan(10);
  expect([...requests].filter(([, count]) => count !== 1)).toEqual([]);
});
