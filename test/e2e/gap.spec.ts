import type { Browser, Frame, Page } from 'playwright-core';
import { SAID } from '../support/saying';
import { faultsOfAccess } from './harness/access';
import { openBrowser, openPage, picture } from './harness/browser';
import { namedFrame, stillFrame, wordsOf } from './harness/frames';
import type { RunningSite } from './harness/running-site';
import { startSampleSite } from './harness/sample-site';
import { transit } from './harness/shell';

/** 9.3.2: a gap is opened, work is created for it and done, and what was a gap stands as implemented in both products. */
const GAP = '9.3.2';
const TILE = '9.3.2 Management review inputs';
const WORK = 'Collect the inputs of the management review';

interface Figures {
  tile: string | null;
  implemented: number;
  applicable: number;
}

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];
let whereWeStand = '';
let before: Figures;
let issueKey = '';

beforeAll(async () => {
  [site, browser] = await Promise.all([startSampleSite(), openBrowser()]);
  ({ page, faults } = await openPage(browser));
  const { results } = await site.wiki<{ results: { id: string }[] }>('GET', '/api/v2/pages?title=Where%20we%20stand');
  whereWeStand = `${site.origin}/wiki/content/${results[0]?.id}`;
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const figuresIn = (tile: string | null, figure: string | null): Figures => {
  const [, implemented, applicable] = /(\d+) of (\d+) implemented/.exec(figure ?? '') ?? [];
  return { tile, implemented: Number(implemented), applicable: Number(applicable) };
};

async function overview(): Promise<Frame> {
  await page.goto(`${site.origin}/projects/UW/apps/aims-project`);
  const frame = await namedFrame(page, 'AI management');
  await frame.waitForSelector('[data-requirement]');
  await stillFrame(frame);
  return frame;
}

/** The requirement's tile and the organisation's figure, as the overview shows them. */
async function onOverview(): Promise<Figures> {
  const frame = await overview();
  return figuresIn(
    await frame.textContent(`[data-requirement="${GAP}"]`),
    await frame.textContent('[aria-label="Organisation requirements"] [data-testid=figure]'),
  );
}

/** The same two, as the macro on the page in Confluence shows them. */
async function onPage(): Promise<Figures> {
  await page.goto(whereWeStand);
  const macro = await namedFrame(page, 'Clause coverage');
  return figuresIn(
    await macro.textContent(`[data-requirement="${GAP}"]`),
    await macro.textContent('dl div:has-text("Organisation requirements") dd'),
  );
}

test('it is the same gap on the project page and on the page in Confluence', async () => {
  before = await onOverview();
  expect(before).toEqual({ tile: `${TILE}: Gap`, implemented: expect.any(Number), applicable: expect.any(Number) });
  expect(before.implemented).toBeLessThan(before.applicable);
  expect(await onPage()).toEqual(before);
});

test('work is created where the gap is explained; the requirement is planned and no figure rises', async () => {
  const frame = await overview();
  await frame.click(`[data-requirement="${GAP}"]`);
  const panel = frame.getByRole('complementary', { name: `Requirement ${GAP}` });
  await panel.locator('[data-testid=panel-state] >> text=Gap').waitFor();
  expect(await panel.textContent()).toContain('Nothing is linked');
  await stillFrame(frame);
  await panel.getByRole('button', { name: 'Create work' }).click();
  await panel.getByLabel('Summary of the new issue').fill(WORK);
  expect(await faultsOfAccess(frame)).toEqual([]);
  await picture(page, 'gap-create-work');
  await panel.getByRole('button', { name: `Create for ${GAP}` }).click();

  await panel.locator('[data-testid=panel-state] >> text=Planned').waitFor();
  const row = panel.getByRole('row').filter({ hasText: WORK });
  await row.waitFor();
  issueKey = (await row.getByRole('link').textContent()) ?? '';
  expect(await faultsOfAccess(frame)).toEqual([]);
  await picture(page, 'gap-planned');
  const planned = { ...before, tile: `${TILE}: Planned` };
  expect(await onOverview()).toEqual(planned);
  expect(await onPage()).toEqual(planned);
});

test('the issue says what it contributes, and is moved to Done by its transitions', async () => {
  const frame = await overview();
  await frame.click(`[data-requirement="${GAP}"]`);
  const link = frame.getByRole('row').filter({ hasText: WORK }).getByRole('link', { name: issueKey });
  await link.waitFor();
  await stillFrame(frame);
  const [issue] = await Promise.all([page.waitForEvent('popup'), link.click()]);
  await issue.waitForSelector(`h1:has-text("${WORK}")`);
  const context = await namedFrame(issue, 'AIMS');
  await context.waitForSelector(`text=${GAP}`);
  expect(await wordsOf(context)).toContain('Planned');
  await site.rest('PUT', `/issue/${issueKey}`, { fields: SAID });
  for (const status of ['In Progress', 'Done']) {
    await transit(issue, status);
    await issue.waitForSelector(`section[aria-label=Status] >> text=${status}`);
  }
  await context.waitForSelector('text=Implemented');
  await picture(issue, 'gap-done');
  await issue.close();
});

test('the figure is one more, and tile and macro say implemented in the same words', async () => {
  const after = { ...before, tile: `${TILE}: Implemented`, implemented: before.implemented + 1 };
  expect(await onOverview()).toEqual(after);
  expect(await onPage()).toEqual(after);
  const frame = await overview();
  await frame.click(`[data-requirement="${GAP}"]`);
  await frame.waitForSelector('[data-testid=panel-state] >> text=Implemented');
  expect(faults).toEqual([]);
});
