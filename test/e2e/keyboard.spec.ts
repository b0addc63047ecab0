import type { Browser, Frame, Page } from 'playwright-core';
import { faultsOfAccess } from './harness/access';
import { eventually, openBrowser, openPage } from './harness/browser';
import { namedFrame, untilIn, wordsOf } from './harness/frames';
import { Walk } from './harness/keyboard';
import type { RunningSite } from './harness/running-site';
import { startSampleSite } from './harness/sample-site';

/** The screens without a mouse: everything is reached, has a name and shows that it has the focus. */
const OVERVIEW = '/projects/UW/apps/aims-project';

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];
let walk: Walk;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSampleSite(), openBrowser()]);
  ({ page, faults } = await openPage(browser));
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});
beforeEach(() => {
  walk = new Walk(page);
});
afterEach(() => {
  expect(walk.faults).toEqual([]);
});

/** Opens a tab of the project page; the keyboard begins at the top of the page around it. */
async function screen(tab = ''): Promise<Frame> {
  await page.goto(site.origin + OVERVIEW + tab);
  const frame = await namedFrame(page, 'AI management');
  await frame.waitForSelector('[role=tab]');
  await untilIn(frame, () => !/Loading/.test(document.body.textContent ?? ''));
  return frame;
}

test('from the top of the page to the tabs, and from tab to tab', async () => {
  const frame = await screen();
  await walk.to('Overview');
  for (const tab of ['AI systems', 'Risks', 'Work']) {
    const now = await walk.press('ArrowRight');
    expect(now?.name).toBe(tab);
    await eventually(`${tab} is shown`, async () => {
      const selected = await frame.locator('[role=tab][aria-selected=true]').textContent();
      return selected === tab;
    });
  }
});

test('tiles are one stop for each group, arrows move among them, and what opens low on the screen is in sight', async () => {
  const frame = await screen();
  await walk.to(/^A\.9\.2 /);
  expect((await walk.press('Tab'))?.name).toMatch(/^A\.10\.2 /);
  expect((await walk.press('ArrowRight'))?.name).toMatch(/^A\.10\.3 /);
  expect((await walk.press('ArrowLeft'))?.name).toMatch(/^A\.10\.2 /);
  const last = await walk.press('End');
  expect(last?.name).toMatch(/^A\.10\.4 /);
  await page.mouse.wheel(0, -200);
  await walk.press('Enter');
  const panel = frame.locator('aside[aria-label="Requirement A.10.4"]');
  await panel.waitFor();
  const box = await panel.boundingBox();
  expect((page.viewportSize()?.height ?? 0) - (box?.y ?? 0)).toBeGreaterThanOrEqual(500);
  await walk.here();
  await walk.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect((await walk.here())?.name).toBe(last?.name);
});

test('a requirement is found by a word, opened, read and closed; the focus comes back to its row', async () => {
  const frame = await screen('?tab=requirements');
  await walk.to('Filter by number or word');
  await page.keyboard.type('impact assessment');
  await frame.waitForSelector('text=/^\\d of 70 requirements/');
  const row = await walk.to(/^6\.1\.4 /);
  await walk.press('Enter');
  const panel = frame.locator('aside[aria-label="Requirement 6.1.4"]');
  await panel.locator('text=What ISO/IEC 42001:2023 asks').waitFor();
  expect(await panel.evaluate((aside) => aside.contains(document.activeElement))).toBe(true);
  await walk.here();
  await walk.to(/Create work/);
  await walk.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect((await walk.here())?.name).toBe(row.name);
});

test('the search in the head finds requirements and issues, goes to what is chosen, and is left by Escape', async () => {
  const frame = await screen();
  const opener = await walk.to(/^Search requirement/);
  await walk.press('Enter');
  const field = frame.getByRole('combobox', { name: /^Search requirement/ });
  await field.waitFor();
  await page.keyboard.type('impact assessment');
  await frame.getByRole('option', { name: /^8\.4 / }).waitFor();
  expect(await faultsOfAccess(frame)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const requirement = frame.locator('aside[aria-label^="Requirement "]');
  await requirement.locator('text=What ISO/IEC 42001:2023 asks').waitFor();
  await field.waitFor({ state: 'detached' });
  await walk.here();
  await walk.press('Escape');
  await requirement.waitFor({ state: 'detached' });

  await frame.getByRole('button', { name: /^Search requirement/ }).focus();
  await page.keyboard.press('Enter');
  await field.waitFor();
  await page.keyboard.type('motor tariff');
  await frame.getByRole('option', { name: /^UW-\d+ Motor tariff model/ }).waitFor();
  await page.keyboard.press('Enter');
  await frame.locator('aside[aria-label="AI system"]').locator('text=From impact to evidence').waitFor();
  await walk.here();
  await walk.press('Escape');

  await frame.getByRole('button', { name: /^Search requirement/ }).focus();
  await page.keyboard.press('Enter');
  await field.waitFor();
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
  expect((await walk.here())?.name).toBe(opener.name);
});

test('filters are chosen with arrows and Enter, and taken back', async () => {
  const frame = await screen('?tab=requirements');
  await walk.to('State');
  await page.keyboard.type('Nonconforming');
  await frame.waitForSelector('[role=option]');
  await walk.press('Enter');
  await frame.waitForSelector('text=/^1 of 70 requirements/');
  await walk.press('Backspace');
  await frame.waitForSelector('text=/^70 requirements/');
});

test('an AI system is opened and closed', async () => {
  const frame = await screen('?tab=systems');
  await frame.waitForSelector('table');
  const row = await walk.to(/^Open UW-\d+ Motor tariff model/);
  await walk.press('Enter');
  const panel = frame.locator('aside[aria-label="AI system"]');
  await panel.locator('text=From impact to evidence').waitFor();
  await walk.here();
  await walk.to(/^UW-\d+$/);
  await walk.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect((await walk.here())?.name).toBe(row.name);
});

test('a square of the heat map shows its risks', async () => {
  const frame = await screen('?tab=risks');
  await frame.waitForSelector('[data-testid=heat-map] button');
  await walk.to(/^\d+ risks?: likely, major/);
  await walk.press('Enter');
  await frame.waitForSelector('[data-testid=heat-map] button[aria-pressed=true]');
  await frame.waitForSelector('text=/^1 risk$/');
  await walk.press('Enter');
  await frame.waitForSelector('text=/^4 risks$/');
  await walk.to(/^Above the threshold/);
  await walk.press('Space');
  await frame.waitForSelector('button[aria-pressed=true]:has-text("Above the threshold")');
});

test('the dialog for a new issue keeps the focus, Escape closes it and gives the focus back', async () => {
  await page.goto(`${site.origin}/projects/UW/board`);
  await page.waitForSelector('main, [role=main]');
  const opener = await walk.to('Create');
  await walk.press('Enter');
  const dialog = page.locator('[role=dialog]');
  await dialog.locator('#field-summary').waitFor();
  for (let stop = 0; stop < 20; stop++) {
    await walk.press('Tab');
    expect(await dialog.evaluate((one) => one.contains(document.activeElement))).toBe(true);
  }
  await walk.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect((await walk.here())?.name).toBe(opener.name);
});

test('the settings of a macro are reached, kept to, and left', async () => {
  const { results } = await site.wiki<{ results: { id: string }[] }>('GET', '/api/v2/pages?title=Where%20we%20stand');
  await page.goto(`${site.origin}/wiki/content/${results[0]?.id}`);
  await page.getByRole('button', { name: 'Edit', exact: true }).waitFor();
  await walk.to('Edit');
  await walk.press('Enter');
  await page.waitForSelector('.ProseMirror');
  await page.getByRole('button', { name: 'Configure Clause coverage' }).waitFor();
  await walk.here();
  const opener = await walk.to('Configure Clause coverage');
  await walk.press('Enter');
  const dialog = page.locator('[role=dialog]');
  await dialog.locator('iframe').waitFor();
  const form = await (await dialog.locator('iframe').first().elementHandle())?.contentFrame();
  await form?.waitForSelector('[data-requirement]');
  await walk.here();
  // The preview is longer than the window: it scrolls by itself, by keys too, so that the rest stays in view.
  await walk.to('Preview');
  for (const part of ['h1', 'label', 'button[type=submit]']) {
    const box = await form?.locator(part).first().boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect((box?.y ?? Number.NaN) + (box?.height ?? 0)).toBeLessThan(page.viewportSize()?.height ?? 0);
  }
  await walk.to('Cancel');
  for (let stop = 0; stop < 12; stop++) {
    await walk.press('Tab');
    expect(await dialog.evaluate((one) => one.contains(document.activeElement))).toBe(true);
  }
  await walk.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect((await walk.here())?.name).toBe(opener.name);
  expect(await wordsOf(page.mainFrame())).not.toContain('Something went wrong');
  expect(faults).toEqual([]);
});
