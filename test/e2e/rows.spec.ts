import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { openBrowser, openPage } from './harness/browser';
import { createDashboard } from './harness/empty-project';
import { namedFrame, stillFrame, untilIn } from './harness/frames';
import type { RunningSite } from './harness/running-site';
import { startSampleSite } from './harness/sample-site';

/** Every number leads to as many rows as it says: on the pages, from a gadget, and from macros in Confluence. */
const PROJECT = '/projects/UW/apps/aims-project';
const ORGANISATION = '/apps/aims-global';

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];

beforeAll(async () => {
  [site, browser] = await Promise.all([startSampleSite(), openBrowser()]);
  ({ page, faults } = await openPage(browser));
  await page.goto(site.origin);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});
afterEach(() => expect(faults).toEqual([]));

/** A page of the app, read. */
async function management(on: Page, ready: string): Promise<Frame> {
  const frame = await namedFrame(on, 'AI management');
  await frame.waitForSelector(ready);
  return frame;
}

/** How many rows the tab says that it shows. */
async function rowsOf(frame: Frame): Promise<number> {
  const said = 'main p[role=status]';
  await untilIn(frame, () => {
    const words = document.querySelector('main p[role=status]')?.textContent ?? '';
    return /\d/.test(words) && !/loaded/.test(words) && !document.querySelector('[aria-busy=true]');
  });
  const [, count] = /^\D*?([\d,]+)/.exec((await frame.textContent(said)) ?? '') ?? [];
  return Number(count?.replace(',', ''));
}

/** The numbers of an overview's cards that stand for rows: what they say, and what is pressed. */
async function numbersOf(frame: Frame): Promise<{ words: string; count: number; link: Locator }[]> {
  const links = [
    ...(await frame.locator('[data-testid=figure] button').all()),
    ...(await frame.locator('[aria-label="By state"] button').all()),
    ...(await frame.locator('[aria-label="AI systems by stage"] button').all()),
    ...(await frame.locator('[aria-label="Look here"] button').all()),
  ];
  return Promise.all(
    links.map(async (link) => {
      const words =
        (await link.evaluate((one) => one.closest('li, [data-testid=figure], dl > div')?.textContent)) ?? '';
      return { words: words.trim(), count: Number(/\d+/.exec(words)?.[0]), link };
    }),
  );
}

test('25. every number in the cards of the overview has its rows', async () => {
  await page.goto(site.origin + PROJECT);
  const total = (await numbersOf(await management(page, '[data-requirement]'))).length;
  expect(total).toBeGreaterThan(15);
  const seen: [string, number][] = [];
  const wanted: [string, number][] = [];
  for (let place = 0; place < total; place++) {
    await page.goto(site.origin + PROJECT);
    const frame = await management(page, '[data-requirement]');
    const number = (await numbersOf(frame))[place];
    if (!number) throw new Error(`The overview has no number ${place} any more.`);
    // Pressed without waiting for the frame to stand still: there are many, and other stories try the mouse.
    await number.link.evaluate((one: HTMLButtonElement) => one.click());
    await frame.waitForSelector('[aria-label="Look here"]', { state: 'detached' });
    wanted.push([number.words, number.count]);
    seen.push([number.words, await rowsOf(frame)]);
  }
  expect(seen).toEqual(wanted);
});

test('25. numbers of the gadget and of the table of projects lead to the rows of that project', async () => {
  await page.goto(site.origin + ORGANISATION);
  const organisation = await management(page, '[aria-label=Projects] table');
  await stillFrame(organisation);
  await organisation.getByRole('button', { name: '6 AI systems in scope: show them' }).click();
  await page.waitForURL(/UW\/apps\/aims-project\/systems\?list=in-scope/);
  expect(await rowsOf(await management(page, '[data-testid=register-count]'))).toBe(6);

  const { id } = await site.rest<{ id: number }>('GET', '/project/UW');
  await page.goto(site.origin + (await createDashboard(site, String(id))));
  const gadget = await namedFrame(page, 'AIMS coverage');
  await gadget.waitForSelector('[aria-label="By state"] button');
  await stillFrame(gadget);
  const gaps = gadget.getByRole('button', { name: /Gap: show them/ }).last();
  const count = Number(/\d+/.exec((await gaps.getAttribute('aria-label')) ?? '')?.[0]);
  await gaps.click();
  await page.waitForURL(/\/systems\/matrix\?show=gap/);
  expect(await rowsOf(await management(page, '[data-testid=register-count]'))).toBe(count);
});

test('25. numbers and tiles of macros lead to the same in Jira', async () => {
  const { results } = await site.wiki<{ results: { id: string }[] }>('GET', '/api/v2/pages?title=Where%20we%20stand');
  await page.goto(`${site.origin}/wiki/content/${results[0]?.id}`);
  /** Presses in a macro, and gives what opens beside. */
  const opened = async (title: string, selector: string): Promise<Page> => {
    const macro = await namedFrame(page, title);
    const link = macro.locator(selector).first();
    await link.waitFor();
    await (await macro.frameElement()).scrollIntoViewIfNeeded();
    await stillFrame(macro);
    // By the keyboard: macros above may still grow, and push this one away from the mouse.
    const [tab] = await Promise.all([page.context().waitForEvent('page'), link.press('Enter')]);
    return tab;
  };
  const reasons = await opened('Clause coverage', '[data-requirement="8.4"]');
  const panel = await management(reasons, '[aria-label="Requirement 8.4"] >> text=8.4');
  await panel.waitForSelector('[data-requirement]');
  expect(await panel.locator('[data-requirement]').count()).toBe(70);
  await reasons.close();

  const findings = await opened('Nonconformities', 'button:has-text(" open")');
  expect(await rowsOf(await management(findings, '[data-testid=register-count]'))).toBe(3);
  await findings.close();

  const square = await opened('Risk matrix', '[data-testid=heat-map] button');
  expect(square.url()).toMatch(/\/risks\?square=inherent-\d\d/);
  const said =
    (await (await namedFrame(page, 'Risk matrix')).locator('[data-testid=heat-map] button').first().textContent()) ??
    '';
  expect(await rowsOf(await management(square, '[data-testid=register-count]'))).toBe(Number(said));
  await square.close();
});
