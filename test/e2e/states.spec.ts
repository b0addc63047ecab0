import type { Browser, Frame, Page } from 'playwright-core';
import { faultsOfAccess } from './harness/access';
import { openBrowser, openPage, picture } from './harness/browser';
import { createEmptyProject } from './harness/empty-project';
import { setFaults } from './harness/faults';
import { namedFrame, stillFrame, wordsOf } from './harness/frames';
import { type RunningSite, startRunningSite } from './harness/running-site';

/** Every screen while it waits, with nothing in it, and when Jira cannot be reached: what it says, and whether all can read it. */
const PROJECT = '/projects/NEW/apps/aims-project';
const ADMIN = '/admin/apps/aims-admin';
/** Longer than axe takes. */
const SLOW_MS = 8_000;
const TIME = String.raw`(\d+ \w+ \d{4}, )?\d\d:\d\d`;

/** Screens of the project page: what they say while they read, when they cannot, and when there is nothing. */
const TABS = [
  {
    tab: 'AI systems',
    page: 'Register',
    waiting: 'Loading the register',
    failed: 'The register cannot be shown',
    empty: /Create an issue of the type “AI system”/,
  },
  {
    tab: 'Risks',
    waiting: 'Loading the risks',
    failed: 'The risks cannot be shown',
    empty: /Create an issue of the type “AI risk”/,
  },
  {
    tab: 'Work',
    waiting: 'Loading the nonconformities',
    failed: 'The nonconformities cannot be shown',
    empty: /create an issue of the type “Nonconformity”/,
  },
  {
    tab: 'AI systems',
    page: 'Matrix',
    waiting: 'Loading the matrix',
    failed: 'The matrix cannot be shown',
    empty: /No AI system is in scope/,
  },
] as const;
/** Pages of the administrators that read something of their own; Jira's side bar leads there. */
const ADMIN_PAGES = [
  {
    name: 'Settings',
    waiting: 'Loading the settings',
    failed: 'The settings cannot be shown',
    back: 'text=Counts only',
  },
  { name: 'Health', waiting: 'Loading the app’s health', failed: 'The app’s health cannot be shown', back: 'main dl' },
] as const;
const EMPTY_MACROS = [
  { title: 'Clause coverage', empty: /Nothing is counted here yet|^0 of \d+ implemented/ },
  { title: 'Control status', empty: /No Statement of Applicability is approved yet/ },
  { title: 'AI system register', empty: /No AI system is registered here yet/ },
  { title: 'Risk matrix', empty: /No AI risk is recorded here yet/ },
  { title: 'Nonconformities', empty: /No nonconformity is recorded here yet/ },
] as const;

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];
let dashboard = '';
let issue = '';
let wiki = '';

beforeAll(async () => {
  [site, browser] = await Promise.all([startRunningSite(), openBrowser()]);
  ({ page, faults } = await openPage(browser));
  await page.goto(site.origin);
  ({ dashboard, issue, wiki } = await createEmptyProject(site, page));
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});
afterEach(async () => {
  await setFaults(page, { clear: true });
  expect(faults).toEqual([]);
});

/** Opens a screen and gives its frame, whatever state it is in. */
async function open(path: string, title = 'AI management'): Promise<Frame> {
  await page.goto(site.origin + path);
  return namedFrame(page, title);
}

/** The project page on its overview, read. */
async function overview(): Promise<Frame> {
  const frame = await open(PROJECT);
  await frame.waitForSelector('[data-requirement]');
  await stillFrame(frame);
  return frame;
}

/** As a person goes there: the tab, and the page within it. */
async function choose(frame: Frame, { tab, page: within }: { tab: string; page?: string }): Promise<void> {
  await frame.click(`[role=tab]:has-text("${tab}")`);
  if (within) await frame.getByRole('navigation').getByRole('button', { name: within }).click();
}

const accessible = async (frame: Frame) => expect(await faultsOfAccess(frame)).toEqual([]);

/** The administrators' page, read. */
async function admin(): Promise<Frame> {
  const frame = await open(ADMIN);
  await frame.waitForSelector('text=Projects in the AI management system');
  await stillFrame(frame);
  return frame;
}

/** It says what it waits for, and a screen reader hears it. */
async function waits(frame: Frame, words: string): Promise<void> {
  await frame.waitForSelector(`[role=status]:has-text("${words}")`);
  await accessible(frame);
  expect(await frame.locator(`[role=status]:has-text("${words}")`).count()).toBe(1);
}

/** It says what is unknown, since when, and what to do; then Jira is there again, and the button brings the screen. */
async function failsAndRecovers(frame: Frame, words: string | RegExp, back: string): Promise<void> {
  await frame.waitForSelector('[role=alert]');
  await frame.waitForSelector('text=Try again');
  const shown = await wordsOf(frame);
  expect(shown).toMatch(words);
  expect(shown).toMatch(new RegExp(`nknown as of ${TIME}`));
  expect(shown).toContain('Jira did not answer');
  expect(shown).not.toMatch(/\b0 of \d/);
  await accessible(frame);
  await setFaults(page, { clear: true });
  // What is read apart fails apart, and each is asked for again by itself.
  const again = frame.getByRole('button', { name: 'Try again' });
  for (let left = await again.count(); left > 0; left--) await again.first().click();
  await frame.waitForSelector(back);
  await frame.waitForSelector('[role=alert]', { state: 'detached' });
  expect(await frame.locator('[role=alert]').count()).toBe(0);
}

describe('with nothing in it', () => {
  test('the project page says on each tab what to do next', async () => {
    const frame = await overview();
    await frame.waitForSelector('text=No AI system is registered yet');
    await frame.waitForSelector('text=Nothing of yours waits');
    const shown = await wordsOf(frame);
    expect(shown).toContain('Create an issue of the type “AI system”');
    expect(shown).toMatch(/0 of \d+ implemented · No conclusions recorded/);
    await accessible(frame);
    await choose(frame, { tab: 'Overview', page: 'Requirements' });
    await frame.waitForSelector('text=/^70 requirements/');
    await accessible(frame);
    for (const one of TABS) {
      await choose(frame, one);
      await frame.waitForSelector(`text=${one.empty}`);
      await accessible(frame);
      await picture(page, `${one.waiting.split(' ').at(-1)}-empty`);
    }
  });

  test('the panel of an issue offers the first requirement, the gadget the way to the project page', async () => {
    const panel = await open(issue, 'AIMS');
    await panel.waitForSelector('text=Contributes nothing yet');
    await panel.getByRole('button', { name: 'Add requirement' }).waitFor();
    await accessible(panel);
    const gadget = await open(dashboard, 'AIMS coverage');
    await gadget.waitForSelector('[data-testid=gadget]');
    expect(await wordsOf(gadget)).toContain('Nothing applicable');
    await gadget.getByRole('button', { name: 'Open AI management' }).waitFor();
    await accessible(gadget);
    await picture(page, 'gadget-empty');
  });

  test('macros say so', async () => {
    for (const { title, empty } of EMPTY_MACROS) {
      const frame = await open(wiki, title);
      await frame.waitForSelector(`text=${empty}`);
      await accessible(frame);
    }
  });
});

test('figures that were known say of when, once they cannot be read again', async () => {
  const frame = await overview();
  await setFaults(page, { unavailable: { jira: {} } });
  await frame.click('button:has-text("refresh")');
  await failsAndRecovers(frame, new RegExp(`The figures of ${TIME} cannot be read again`), '[data-requirement]');
});

describe('the project page', () => {
  test('waits for the figures, and says so when they cannot be read', async () => {
    await setFaults(page, { slow: { jira: SLOW_MS } });
    await waits(await open(PROJECT), 'Loading the figures');
    await setFaults(page, { clear: true, unavailable: { jira: {} } });
    const frame = await open(PROJECT);
    await failsAndRecovers(frame, /The figures cannot be shown/, '[data-requirement]');
  });

  test.each(TABS)('$waiting: waits, fails and comes back', async ({ waiting, failed, ...where }) => {
    const frame = await overview();
    await setFaults(page, { slow: { jira: SLOW_MS } });
    await choose(frame, where);
    await waits(frame, waiting);
    await setFaults(page, { clear: true });
    const again = await overview();
    await setFaults(page, { unavailable: { jira: {} } });
    await choose(again, where);
    await failsAndRecovers(again, failed, '[data-testid=register-count]');
  });
});

describe('the administrators’ page', () => {
  test('waits for what is set up, and says so when it cannot be read', async () => {
    await setFaults(page, { slow: { jira: SLOW_MS } });
    await waits(await open(ADMIN), 'Loading what is set up');
    await setFaults(page, { clear: true, unavailable: { jira: {} } });
    const failed = await open(ADMIN);
    await failsAndRecovers(failed, /This page cannot be shown/, 'text=Projects in the AI management system');
  });

  test.each(ADMIN_PAGES)('$name: waits, fails and comes back', async ({ name, waiting, failed, back }) => {
    const frame = await admin();
    await setFaults(page, { slow: { jira: SLOW_MS } });
    await page.getByRole('link', { name, exact: true }).click();
    await waits(frame, waiting);
    await setFaults(page, { clear: true });
    const again = await admin();
    await setFaults(page, { unavailable: { jira: {} } });
    await page.getByRole('link', { name, exact: true }).click();
    await failsAndRecovers(again, new RegExp(failed), back);
  });
});

test('the panel of an issue waits, fails and comes back', async () => {
  await setFaults(page, { slow: { jira: SLOW_MS } });
  await waits(await open(issue, 'AIMS'), 'Loading what this issue contributes');
  await setFaults(page, { clear: true });
  await setFaults(page, { unavailable: { jira: {} } });
  const failed = await open(issue, 'AIMS');
  await failsAndRecovers(failed, /AIMS cannot be shown/, 'text=Contributes nothing yet');
});

test('the gadget waits, fails and comes back', async () => {
  await setFaults(page, { slow: { jira: SLOW_MS } });
  await waits(await open(dashboard, 'AIMS coverage'), 'Loading the figures');
  await setFaults(page, { clear: true });
  await setFaults(page, { unavailable: { jira: {} } });
  const failed = await open(dashboard, 'AIMS coverage');
  await failsAndRecovers(failed, /The figures cannot be shown/, '[data-testid=gadget]');
});

test.each(EMPTY_MACROS)('macro $title: waits, fails and comes back', async ({ title, empty }) => {
  await setFaults(page, { slow: { jira: SLOW_MS } });
  await waits(await open(wiki, title), 'Loading');
  await setFaults(page, { clear: true });
  await setFaults(page, { unavailable: { jira: {} } });
  await failsAndRecovers(await open(wiki, title), /Unknown as of/, `text=${empty}`);
});
