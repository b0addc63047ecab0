import type { Browser, Frame, Page } from 'playwright-core';
import { faultsOfAccess } from './harness/access';
import { openBrowser, openPage, picture } from './harness/browser';
import { namedFrame, wordsOf } from './harness/frames';
import type { RunningSite } from './harness/running-site';
import { startSampleSite } from './harness/sample-site';
import { become } from './harness/shell';

/** The gadget on a dashboard, as its owner sets it up and as others see it. */
const GADGET = 'AIMS coverage';
const CLAIMS = 'Claims';
/** Of a frame's height, below what stands in it. */
const MOST_ROOM = 24;

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];
let address = '';

beforeAll(async () => {
  [site, browser] = await Promise.all([startSampleSite(), openBrowser()]);
  ({ page, faults } = await openPage(browser));
  await page.goto(site.origin);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function gadget(): Promise<Frame> {
  const frame = await namedFrame(page, GADGET);
  await frame.waitForSelector('[data-testid=gadget]');
  return frame;
}

/** Both populations as the gadget says them. */
async function figures(): Promise<string[]> {
  const frame = await gadget();
  const parts = frame.locator('section:has([data-testid=state-bar]) > p');
  return (await parts.allTextContents()).map((words) => words.replaceAll(/\s+/g, ' ').trim());
}

/** The same two as the cards of Overview say them. */
async function figuresOfOverview(key: string): Promise<string[]> {
  await page.goto(`${site.origin}/projects/${key}/apps/aims-project`);
  const frame = await namedFrame(page, 'AI management');
  await frame.waitForSelector('[data-testid=figure]');
  const words = await frame.locator('[data-testid=figure]').allTextContents();
  return words.map((one) => one.replaceAll(/\s+/g, ' ').trim().replace(' · ', ', ').replace('No concl', 'no concl'));
}

/** Pixels of the frame below its content; negative when something is cut off. */
async function roomBelow(frame: Frame): Promise<number> {
  const element = await frame.frameElement();
  const { height } = (await element.boundingBox()) ?? { height: 0 };
  return height - (await frame.evaluate(() => document.getElementById('root')?.getBoundingClientRect().bottom ?? 0));
}

test('its owner makes a dashboard, adds the gadget and configures it by its form', async () => {
  await page.goto(`${site.origin}/dashboards`);
  await page.getByRole('button', { name: 'Create dashboard' }).click();
  await page.fill('#dashboard-name', 'How claims stands');
  await page.getByRole('button', { name: 'Create', exact: true }).last().click();
  await page.waitForURL(/\/dashboards\/\d+$/);
  address = page.url();
  await page.getByRole('button', { name: 'Add gadget' }).click();
  await page.getByRole('menuitem', { name: GADGET }).click();

  const form = await namedFrame(page, `Configure ${GADGET}`);
  await form.waitForSelector('#gadget-scope');
  expect(await roomBelow(form)).toBeLessThan(MOST_ROOM);
  expect(await faultsOfAccess(form)).toEqual([]);
  await form.click('#gadget-scope');
  const option = form.locator(`[role=option]:has-text("${CLAIMS}")`);
  await option.waitFor();
  const list = await form.locator('[role=listbox]').boundingBox();
  const frame = await (await form.frameElement()).boundingBox();
  expect((list?.y ?? 0) + (list?.height ?? 0)).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0));
  await option.click();
  await form.click('label:has-text("Trend of the last 90 days")');
  await picture(page, 'gadget-form');
  await form.getByRole('button', { name: 'Save' }).click();

  const shown = await wordsOf(await gadget());
  expect(shown).toContain('Organisation requirements');
  expect(shown).not.toContain('History begins');
});

test('it shows the figures of Overview, its scope and every state by a word, and after a reload too', async () => {
  const found = await figuresOfOverview('CLAIM');
  expect(found).toEqual([expect.stringMatching(/^\d+ of \d+ implemented/), expect.stringMatching(/^\d+ of \d+/)]);
  await page.goto(address);
  expect(await figures()).toEqual(found);
  const frame = await gadget();
  await frame.waitForSelector(`[data-testid=gadget] >> text=${CLAIMS}`);
  for (const section of await frame.locator('section:has([data-testid=state-bar])').all()) {
    const states = await section.locator('[aria-label="By state"] li').allTextContents();
    expect(states).toHaveLength(await section.locator('[data-testid=state-bar] > span').count());
    const sum = states.reduce((all, words) => all + Number(/^\D+ ([\d,]+)$/.exec(words.trim())?.[1]), 0);
    const whole = Number(/of (\d+) implemented/.exec((await section.textContent()) ?? '')?.[1]);
    expect(sum).toBe(whole);
  }
  expect(await wordsOf(frame)).not.toMatch(/\b1 (risks|risk acceptances|nonconformities|cells)\b/);
  await page.reload();
  expect(await figures()).toEqual(found);
});

test.each(['light-contrast', 'dark-contrast', 'light', 'dark'])(
  'it is accessible and as high as what it shows, %s',
  async (theme) => {
    await page.evaluate((kept) => localStorage.setItem('shell-appearance', kept), theme);
    await page.goto(address);
    const frame = await gadget();
    await page.waitForTimeout(500);
    const room = await roomBelow(frame);
    expect(room).toBeGreaterThanOrEqual(0);
    expect(room).toBeLessThan(MOST_ROOM);
    expect(await faultsOfAccess(frame)).toEqual([]);
    await picture(page, `gadget-${theme}`);
  },
);

/** Titles of the gadgets by column from the left, as they stand on the screen. */
async function gadgetColumns(): Promise<string[][]> {
  const places = await page
    .locator('section.gadget')
    .evaluateAll((all) => all.map((one) => ({ title: one.ariaLabel ?? '', ...one.getBoundingClientRect().toJSON() })));
  const lefts = [...new Set(places.map(({ left }) => left))].sort((a, b) => a - b);
  return lefts.map((left) => {
    const column = places.filter((one) => one.left === left).sort((a, b) => a.top - b.top);
    return column.map(({ title }) => title);
  });
}

test('gadgets stand in two columns, are moved by the keyboard, and one below the other where there is no room', async () => {
  const SECOND = 'Underwriting';
  const path = `/dashboard/${address.split('/').at(-1)}/gadget`;
  const { gadgets } = await site.rest<{ gadgets: { id: number; moduleKey: string }[] }>('GET', path);
  const position = { column: 1, row: 0 };
  const { moduleKey } = gadgets[0] ?? {};
  const second = await site.rest<{ id: number }>('POST', path, { moduleKey, title: SECOND, position });
  await page.goto(address);
  await gadget();
  expect(await gadgetColumns()).toEqual([[GADGET], [SECOND]]);

  const menu = page.getByRole('button', { name: `Actions for ${SECOND}` });
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Move to the left column' }).waitFor();
  expect(await page.getByRole('menuitem', { name: 'Move to the right column' }).count()).toBe(0);
  await page.getByRole('menuitem', { name: 'Move to the left column' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('text=Room for gadgets');
  expect(await gadgetColumns()).toEqual([[GADGET, SECOND]]);
  expect(await menu.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await faultsOfAccess(page.mainFrame())).toEqual([]);
  await picture(page, 'dashboard-moved');
  await page.reload();
  await gadget();
  expect(await gadgetColumns()).toEqual([[GADGET, SECOND]]);

  await menu.click();
  await page.getByRole('menuitem', { name: 'Move to the right column' }).click();
  await page.waitForSelector('text=Room for gadgets', { state: 'detached' });
  expect(await gadgetColumns()).toEqual([[GADGET], [SECOND]]);
  await (await namedFrame(page, SECOND)).waitForSelector('[data-testid=gadget]');
  await picture(page, 'dashboard-columns');
  await page.setViewportSize({ width: 800, height: 1000 });
  expect(await gadgetColumns()).toEqual([[GADGET, SECOND]]);
  await page.setViewportSize({ width: 1440, height: 1000 });
  await site.rest('DELETE', `${path}/${second.id}`);
});

test('somebody without access to the project sees words, no figure and no name, and may not configure it', async () => {
  await become(page, 'Tomas Brandt');
  const answers: string[] = [];
  await page.route('**/local/bridge', async (route) => {
    const response = await route.fetch();
    answers.push(await response.text());
    await route.fulfill({ response });
  });
  await page.goto(address);
  const frame = await namedFrame(page, GADGET);
  await frame.waitForSelector('text=that you may not see');
  const shown = await wordsOf(frame);
  expect(shown).not.toMatch(/\d+ of \d+/);
  expect(shown).not.toContain('Try again');
  for (const hidden of [CLAIMS, 'CLAIM']) expect([shown, ...answers].join('\n')).not.toContain(hidden);
  expect(answers.length).toBeGreaterThan(0);
  expect(await page.getByRole('button', { name: `Actions for ${GADGET}` }).count()).toBe(0);
  expect(await faultsOfAccess(frame)).toEqual([]);
  await page.unroute('**/local/bridge');
  await become(page, 'Site Administrator');
  expect(faults).toEqual([]);
});
