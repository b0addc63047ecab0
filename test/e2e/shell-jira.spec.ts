import type { Browser, Frame, Page } from 'playwright-core';
import { faultsOfAccess } from './harness/access';
import { eventually, openBrowser, openPage, picture } from './harness/browser';
import { createReviewedProject } from './harness/reviewed-project';
import { type RunningSite, startRunningSite } from './harness/running-site';
import { become, frameOf, transit } from './harness/shell';
import { buildShellApp, SHELL_APP } from './harness/shell-app';

const HOSTILE = '<img src=x onerror="window.broken=1"> & "quoted"';

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];
let typeId = '';

beforeAll(async () => {
  buildShellApp();
  [site, browser] = await Promise.all([startRunningSite({ app: SHELL_APP }), openBrowser()]);
  ({ page, faults } = await openPage(browser));
  await createReviewedProject(site, 'REV', 'Reviewed work');
  const types = await site.rest<{ issueTypes: { id: string; name: string }[] }>(
    'GET',
    '/issue/createmeta/REV/issuetypes',
  );
  typeId = types.issueTypes.find(({ name }) => name === 'Task')?.id ?? '';
  for (const summary of ['First finding', 'Second finding', HOSTILE]) await create(summary);
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const create = (summary: string) =>
  site.rest('POST', '/issue', { fields: { project: { key: 'REV' }, issuetype: { id: typeId }, summary } });

/** Presses the button of exactly this name. */
const named = (where: Page | Frame, name: string) => where.getByRole('button', { name, exact: true }).click();

const accessible = async () => expect(await faultsOfAccess(page.mainFrame())).toEqual([]);

test('the start page leads to a project and its pages', async () => {
  await page.goto(site.origin);
  await page.click('[role=main] a:has-text("Reviewed work")');
  await page.waitForSelector('h1:has-text("Reviewed work")');
  await page.waitForSelector('nav >> text=Sampler of the project');
  expect(await page.title()).toBe('Reviewed work board - Jira');
  await page.waitForSelector('section:has-text("Open") >> text=First finding');
  await accessible();
  await picture(page, 'shell-board');
});

test('a transition with a screen asks for its fields, shows the refusal, and moves the card', async () => {
  await named(page, 'Move REV-1');
  await page.click('[role=menuitem]:has-text("Review")');
  const dialog = page.locator('[role=dialog]');
  await dialog.locator('button:has-text("Review")').click();
  await dialog.locator('[role=alert]:has-text("Say until when the finding holds")').waitFor();
  await accessible();
  await picture(page, 'shell-transition');
  await dialog.locator('#field-duedate').fill('2027-01-31');
  await dialog.locator('button:has-text("Review")').click();
  await dialog.waitFor({ state: 'detached' });
  await page.waitForSelector('section:has(h2:has-text("Reviewed")) >> text=First finding');
  const moved = await site.rest<{ fields: { status: { name: string }; duedate: string } }>('GET', '/issue/REV-1');
  expect(moved.fields).toMatchObject({ status: { name: 'Reviewed' }, duedate: '2027-01-31' });
});

test('a card is dragged into another column, which asks the same', async () => {
  await page.dragAndDrop('li:has-text("Second finding")', 'section:has(h2:has-text("Reviewed"))');
  await page.waitForSelector('[role=dialog]:has-text("REV-2 goes to")');
  await page.keyboard.press('Escape');
  await page.waitForSelector('[role=dialog]', { state: 'detached' });
  await page.waitForSelector('section:has(h2:has-text("Open")) >> text=Second finding');
});

test('the list filters, sorts and opens as JQL', async () => {
  await page.click('nav >> text=List');
  await page.waitForSelector('text=3 issues');
  await page.fill('[aria-label="Filter by words"]', 'Second');
  await page.waitForSelector('text=1 issue');
  await accessible();
  await page.click('button:has-text("Open as JQL")');
  expect(await page.inputValue('[aria-label=JQL]')).toContain('text ~ "Second"');
  await page.fill('[aria-label=JQL]', 'nonsense ==');
  await named(page, 'Search');
  await page.waitForSelector('[role=alert]');
  await picture(page, 'shell-search-refused');
});

test('the issue view edits, links, comments and tells the app of each change', async () => {
  await page.goto(`${site.origin}/browse/REV-2`);
  const panel = await frameOf(page, 'Sampler');
  await panel.waitForSelector('text=No change heard');
  const context = JSON.parse((await panel.textContent('pre')) ?? '');
  expect(context).toMatchObject({
    type: 'jira:issueContext',
    issue: { key: 'REV-2', type: 'Task', typeId },
    project: { key: 'REV', type: 'business' },
    location: `${site.origin}/browse/REV-2`,
  });
  await page.click('button:has-text("Second finding")');
  await page.fill('#field-summary', 'Second finding, in other words');
  await page.click('h1 button:has-text("Save")');
  await page.waitForSelector('h1:has-text("in other words")');
  await panel.waitForSelector('text=Heard: {"issueId"');
  expect(await panel.textContent('main')).toContain('"changeType":"updated","atlassianId":"admin"');

  await page.click('[aria-label="Kind of link"]');
  await page.keyboard.type('is blocked by');
  await page.keyboard.press('Enter');
  await page.click('[aria-label="Issue to link"]');
  await page.keyboard.type('REV-1');
  await page.click('[role=option]:has-text("REV-1")');
  await named(page, 'Link');
  await page.waitForSelector('.links:has-text("is blocked by") >> text=First finding');
  await named(page, 'Unlink REV-1');
  await page.waitForSelector('text=is blocked by >> text=First finding', { state: 'detached' });

  await named(page, 'Edit description');
  await page.click('.ProseMirror');
  await page.keyboard.type('- one');
  await page.keyboard.press('Enter');
  await page.keyboard.type('two');
  await page.click('.description-form button:has-text("Save")');
  await page.waitForSelector('section[aria-labelledby=description] li:has-text("two")');

  await page.fill('[aria-label="New comment"]', `Seen ${HOSTILE}`);
  await named(page, 'Comment');
  await page.waitForSelector('article:has-text("Seen <img")');
  await panel.waitForSelector('text=/changeType":"commented/');
  await page.click('[role=tab]:has-text("History")');
  await page.waitForSelector('text=Second finding, in other words >> nth=0');
  await accessible();
  await picture(page, 'shell-issue');
});

test('the app shows flags and a modal, which answers and gives the focus back', async () => {
  const panel = await frameOf(page, 'Sampler');
  await named(panel, 'Flag');
  await page.waitForSelector('text=A flag of the app');
  await named(panel, 'Ask');
  const modal = await frameOf(page, 'A question');
  await modal.waitForSelector('h1:has-text("Is it so?")');
  await named(modal, 'Yes');
  await page.waitForSelector('[role=dialog]', { state: 'detached' });
  await panel.waitForSelector('text=Answered yes');
});

test('hostile summaries stay text everywhere', async () => {
  for (const path of ['/projects/REV/board', '/projects/REV/list', '/browse/REV-3']) {
    await page.goto(site.origin + path);
    await page.waitForSelector(`text=${HOSTILE.slice(0, 10)}`);
  }
  await page.fill('[aria-label="Search issues and pages"]', 'quoted');
  await page.waitForSelector('[role=option]:has-text("REV-3")');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/browse/REV-3');
  expect(await page.evaluate('window.broken')).toBeUndefined();
});

test('an issue is created in the dialog of the bar', async () => {
  await page.click('button:has-text("Create")');
  await page.fill('#field-summary', 'Made in the dialog');
  await picture(page, 'shell-create');
  await page.click('button:has-text("Create issue")');
  await page.waitForSelector('h1:has-text("Made in the dialog")');
  await transit(page, 'Review');
  await page.waitForSelector('[role=dialog] >> #field-duedate');
  await page.keyboard.press('Escape');
});

test('the drawer shows what happened, and a fault that is on is seen in the bar', async () => {
  await page.click('button:has-text("Under the hood")');
  await page.waitForSelector('section[aria-label="Events, newest first"] >> text=avi:jira:created:issue');
  await page.fill('[aria-label="Filter Events"]', 'comment nothing-like-it');
  await page.waitForSelector('text=Nothing holds these words');
  await page.click('[role=tab]:has-text("Log")');
  await page.waitForSelector('text=heard of a change');
  await page.click('[role=tab]:has-text("Faults")');
  await page.click('label:has-text("Lose events")');
  await page.waitForSelector('button:has-text("Fault on: events lost")');
  await accessible();
  await picture(page, 'shell-drawer');
  await named(page, 'hourly');
  await page.waitForSelector('text=hourly has run');
  await page.click('button:has-text("Switch all off")');
  await page.waitForSelector('button:has-text("Fault on")', { state: 'detached' });
  await named(page, 'Close the drawer');
});

test('the theme changes the shell and the frames of the app', async () => {
  await page.goto(`${site.origin}/apps/everywhere`);
  const frame = await frameOf(page, 'Sampler everywhere');
  await page.click('button:has-text("Theme")');
  await page.getByRole('menuitemradio', { name: 'Dark', exact: true }).click();
  await eventually('the frame is dark', async () =>
    frame.evaluate(() => document.documentElement.dataset.colorMode === 'dark'),
  );
  for (const path of ['/projects', '/projects/REV/board', '/projects/REV/list', '/browse/REV-2']) {
    await page.goto(site.origin + path);
    await page.waitForLoadState('networkidle');
    await accessible();
  }
  await picture(page, 'shell-issue-dark');
});

test('somebody who is not logged in finds the way, and nothing else', async () => {
  await become(page, 'Anonymous');
  await page.goto(`${site.origin}/projects`);
  await page.waitForSelector('text=No project that you may see');
  expect(await page.locator('button:has-text("Create")').count()).toBe(0);
  expect(await page.locator('nav >> text=Sampler everywhere').count()).toBe(0);
  await page.goto(`${site.origin}/apps/everywhere`);
  await page.waitForSelector('text=You do not have access to this app');
  expect(await page.locator('iframe').count()).toBe(0);
  await page.goto(`${site.origin}/browse/REV-1`);
  await page.waitForSelector('[role=alert]');
  expect(await page.textContent('body')).not.toContain('First finding');
  await accessible();
  await become(page, 'Site Administrator');
  await page.goto(`${site.origin}/browse/REV-1`);
  await page.waitForSelector('h1:has-text("First finding")');
});

test('no page raised an uncaught error', () => {
  expect(faults).toEqual([]);
});
