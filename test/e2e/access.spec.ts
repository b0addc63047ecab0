import type { Browser, Frame, Page } from 'playwright-core';
import { faultsOfAccess } from './harness/access';
import { openBrowser, openPage, picture } from './harness/browser';
import { macroDrawn, namedFrame, stillFrame, untilIn, wordsOf } from './harness/frames';
import type { RunningSite } from './harness/running-site';
import { startSampleSite } from './harness/sample-site';

/** Every screen of the sample organisation, with what opens in it, in each appearance: axe finds nothing. */
const PROJECT = '/projects/UW/apps/aims-project';
const ORGANISATION = '/apps/aims-global';
const ADMIN = '/admin/apps/aims-admin';
const APPEARANCES: readonly { name: string; colorMode: string; contrastMode: string }[] = [
  { name: 'Dark', colorMode: 'dark', contrastMode: 'no-preference' },
  { name: 'Dark, increased contrast', colorMode: 'dark', contrastMode: 'more' },
  { name: 'Light, increased contrast', colorMode: 'light', contrastMode: 'more' },
  { name: 'Light', colorMode: 'light', contrastMode: 'no-preference' },
];
/** Where the same parts were seen in all of them already. */
const FAR_APART = APPEARANCES.filter(({ name }) => name === 'Dark' || name === 'Light, increased contrast');
/** Colours of Atlaskit's parts change within this time. */
const SETTLE_MS = 400;

interface Screen {
  what: string;
  /** As version 0.1.0 addressed it: such addresses go on working. */
  tab?: string;
  route?: string;
  /** Is there once the screen is read. */
  ready: string;
  /** What a person opens in it, and what is there then. */
  open?: (frame: Frame) => Promise<unknown>;
  opened?: string;
}

/** Of the project page and of the page of the organisation. */
const MANAGEMENT: readonly Screen[] = [
  { what: 'Overview', ready: '[data-requirement]' },
  {
    what: 'a requirement',
    ready: '[data-requirement]',
    open: (frame) => frame.click('[data-requirement="A.6.2.4"]'),
    opened: 'aside[aria-label="Requirement A.6.2.4"] >> text=What ISO/IEC 42001:2023 asks',
  },
  { what: 'Requirements', tab: 'requirements', ready: 'text=/^70 requirements/' },
  { what: 'AI systems', tab: 'systems', ready: '[data-testid=register-count]' },
  {
    what: 'an AI system',
    tab: 'systems',
    ready: 'text=Motor tariff model',
    open: (frame) => frame.click('button:has-text("Motor tariff model")'),
    opened: 'text=From impact to evidence',
  },
  { what: 'Matrix', tab: 'matrix', ready: '[role=grid] tr >> text=Motor tariff model' },
  {
    what: 'a cell of the matrix',
    tab: 'matrix',
    ready: '[role=grid] td[tabindex="0"]',
    open: (frame) => frame.press('[role=grid] td[tabindex="0"]', 'Enter'),
    opened: 'aside[aria-label^="Reasons of"] >> text=Open the AI system',
  },
  { what: 'Risks', tab: 'risks', ready: '[data-testid=heat-map]' },
  {
    what: 'a square of the risks',
    tab: 'risks',
    ready: '[data-testid=heat-map] button',
    open: (frame) => frame.click('[data-testid=heat-map] button >> nth=0'),
    opened: '[data-testid=heat-map] button[aria-pressed=true]',
  },
  { what: 'Nonconformities', tab: 'nonconformities', ready: '[data-testid=register-count]' },
];

/** Of the page of the organisation alone. */
const WHOLE: readonly Screen[] = [
  { what: 'Needs you', route: '/needs', ready: 'text=Nothing of yours waits' },
  { what: 'First steps', route: '/first-steps', ready: 'text=Choose a project' },
];

const ADMINISTRATION: readonly Screen[] = [
  {
    what: 'Set-up with its form',
    ready: 'text=Projects in the AI management system',
    open: (frame) => frame.click('button:has-text("Set up a project")'),
    opened: '#project',
  },
  { what: 'Import', tab: 'import', ready: 'input[type=file]' },
  { what: 'Settings', tab: 'readers', ready: 'input[type=radio]' },
  { what: 'Health', tab: 'health', ready: 'main dl' },
];

const MACROS = ['Clause coverage', 'Control status', 'AI system register', 'Risk matrix', 'Nonconformities'] as const;
const ISSUE_TYPES = ['AI system', 'AI risk', 'Nonconformity', 'Corrective action', 'Task'] as const;

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
afterEach(() => {
  expect(faults).toEqual([]);
});

async function opened(path: string, { tab, route, ready, open, opened }: Screen): Promise<Frame> {
  await page.goto(site.origin + path + (tab ? `?tab=${tab}` : '') + (route ?? ''));
  const frame = await namedFrame(page, 'AI management');
  await frame.waitForSelector(ready);
  if (open && opened) {
    await stillFrame(frame);
    await open(frame);
    await frame.waitForSelector(opened);
  }
  return frame;
}

/** Changes the appearance by the menu of the bar, as a person does: frames follow without being loaded anew. */
async function accessibleInAll(frames: readonly Frame[], appearances = APPEARANCES): Promise<void> {
  for (const { name, colorMode, contrastMode } of appearances) {
    const choice = page.getByRole('menuitemradio', { name, exact: true });
    // The menu stays open for another choice.
    if (!(await choice.isVisible())) await page.getByRole('button', { name: 'Theme', exact: true }).click();
    await choice.click();
    for (const frame of frames) {
      await frame.waitForFunction(
        (wanted) => {
          const { colorMode, contrastMode } = document.documentElement.dataset;
          return `${colorMode} ${contrastMode}` === wanted;
        },
        `${colorMode} ${contrastMode}`,
        { polling: 100 },
      );
      await page.waitForTimeout(SETTLE_MS);
      expect([name, await wordsOf(frame)]).toEqual([name, expect.stringMatching(/\w{3}/)]);
      expect([name, await faultsOfAccess(frame)]).toEqual([name, []]);
    }
  }
}

test.each(MANAGEMENT)('project page: $what', async (screen) => accessibleInAll([await opened(PROJECT, screen)]));

const isShownOpened = ({ tab, open }: Screen) => !open && MANAGEMENT.some((other) => other.open && other.tab === tab);

test.each([...MANAGEMENT.filter((screen) => !isShownOpened(screen)), ...WHOLE])(
  'page of the organisation: $what',
  async (screen) => accessibleInAll([await opened(ORGANISATION, screen)], FAR_APART),
);

test.each(ADMINISTRATION)('administrators’ page: $what', async (screen) =>
  accessibleInAll([await opened(ADMIN, screen)]),
);

test.each(ISSUE_TYPES)('panel of an issue: %s', async (type) => {
  const { issues } = await site.rest<{ issues: { key: string }[] }>('POST', '/search/jql', {
    jql: `project = UW AND issuetype = "${type}" ORDER BY key`,
    fields: ['summary'],
  });
  await page.goto(`${site.origin}/browse/${issues[0]?.key}`);
  // The panel is mounted when it comes into view.
  await page.getByRole('heading', { name: 'AIMS', exact: true }).evaluate((one) => one.scrollIntoView());
  const panel = await namedFrame(page, 'AIMS');
  await untilIn(panel, () => document.querySelector('[data-testid=context]'));
  await accessibleInAll([panel], FAR_APART);
});

test.each([
  { title: 'AI Policy', macros: ['AI policy'] },
  { title: 'Where we stand', macros: MACROS },
])('page in Confluence: $title', async ({ title, macros }) => {
  const { results } = await site.wiki<{ results: { id: string }[] }>(
    'GET',
    `/api/v2/pages?title=${encodeURIComponent(title)}`,
  );
  await page.goto(`${site.origin}/wiki/content/${results[0]?.id}`);
  const frames: Frame[] = [];
  for (const macro of macros) {
    const frame = await namedFrame(page, macro);
    await macroDrawn(frame);
    frames.push(frame);
  }
  await accessibleInAll(frames);
});

describe('with the system’s own colours', () => {
  beforeAll(() => page.emulateMedia({ contrast: 'more', forcedColors: 'active' }));
  afterAll(() => page.emulateMedia({ contrast: null, forcedColors: null }));

  test('states are told by lines, signs and words', async () => {
    const frame = await opened(PROJECT, { what: 'Overview', ready: '[data-requirement]' });
    const tiles = await frame.evaluate(() =>
      [...document.querySelectorAll('[data-requirement], [data-testid=state], [data-testid=state-sign]')].map((one) => {
        const { borderTopStyle, borderTopColor } = getComputedStyle(one);
        const isUnseen = borderTopStyle === 'none' || borderTopColor === 'rgba(0, 0, 0, 0)';
        return !isUnseen && one.querySelector('svg') !== null;
      }),
    );
    expect(tiles.length).toBeGreaterThanOrEqual(70);
    expect(tiles).not.toContain(false);
    expect(await frame.locator('[aria-label="By state"] li').count()).toBe(
      await frame.locator('[data-testid=state-bar] > span').count(),
    );
    await picture(page, 'overview-forced-colours');
  });

  test('levels of risk are told by lines and words', async () => {
    const frame = await opened(PROJECT, { what: 'Risks', tab: 'risks', ready: '[data-testid=heat-map]' });
    const lines = await frame.evaluate(() =>
      ['low', 'moderate', 'high', 'very-high'].map((band) => {
        const square = document.querySelector(`[data-testid=heat-map] [data-testid=band-${band}]`);
        const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(square as Element);
        return `${borderTopStyle} ${borderTopWidth} ${borderTopColor === backgroundColor ? 'unseen' : 'seen'}`;
      }),
    );
    expect(new Set(lines).size).toBe(4);
    expect(await wordsOf(frame)).toContain('Very high 16–25');
    expect(await faultsOfAccess(frame)).toEqual([]);
  });
});
