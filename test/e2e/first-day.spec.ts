import type { Browser, Page } from 'playwright-core';
import { SAID } from '../support/saying';
import { faultsOfAccess } from './harness/access';
import { appFrame, eventually, openBrowser, openPage, picture } from './harness/browser';
import { type RunningSite, startRunningSite } from './harness/running-site';
import { become, transit } from './harness/shell';

const OVERVIEW = '/projects/CLAIM/apps/aims-project';
/** Jira's role that a project's lead has. */
const ADMINISTRATORS_ROLE = '10002';
const SUMMARY = 'Write down the context of our AI';

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];
let projectId = '';
let taskKey = '';

beforeAll(async () => {
  [site, browser] = await Promise.all([startRunningSite(), openBrowser()]);
  ({ page, faults } = await openPage(browser));
  const project = await site.rest<{ id: number }>('POST', '/project', {
    key: 'CLAIM',
    name: 'Claims automation',
    projectTypeKey: 'software',
    projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
    leadAccountId: 'admin',
  });
  projectId = String(project.id);
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** How a tile reads to a person who does not see it. */
async function tileWords(requirementId: string): Promise<string> {
  const frame = await appFrame(page);
  return (await frame.textContent(`[data-requirement="${requirementId}"]`)) ?? '';
}

async function tileBecomes(requirementId: string, word: string): Promise<void> {
  await page.goto(site.origin + OVERVIEW);
  await eventually(`${requirementId} becomes ${word}`, async () => {
    const frame = await appFrame(page);
    await frame.click('button:has-text("refresh")', { timeout: 2_000 }).catch(() => undefined);
    await frame.waitForSelector('[data-requirement]');
    return (await tileWords(requirementId)).includes(word);
  });
}

/** Calls the app past its screens, as the person who is logged in in the page. */
function askTheApp(functionKey: string, payload: unknown): Promise<unknown> {
  return page.evaluate(
    async (body) => {
      const { csrf } = await (await fetch('/local/session')).json();
      const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf };
      return (await fetch('/local/bridge', { method: 'POST', headers, body: JSON.stringify(body) })).json();
    },
    { command: 'invoke', moduleKey: 'aims-project', functionKey, payload },
  );
}

test('an administrator sets up an existing project and sees its figures', async () => {
  await page.goto(`${site.origin}/admin/apps/aims-admin`);
  const admin = await appFrame(page);
  await admin.waitForSelector('text=No project is set up yet');
  await picture(page, 'setup-empty');
  const opener = admin.locator('button:has-text("Set up a project")');
  const field = admin.locator('#project');
  const focused = (element: typeof field) => element.evaluate((node) => node === document.activeElement);
  await opener.click();
  await eventually('the form begins with its first field', () => focused(field));
  await admin.click('button:has-text("Close")');
  await eventually('closing leads back to the button', () => focused(opener));
  await opener.click();
  await field.click();
  await admin.click('[role=option]:has-text("Claims automation")');
  await admin.click('button:has-text("Show the plan")');
  await admin.waitForSelector('text=steps change Jira');
  expect(await admin.textContent('[data-testid=plan] [role=status]')).toMatch(
    /3 schemes, \d+ screens?.*1 project that takes part, \d+ fields/,
  );
  const fields = admin.locator('summary', { hasText: / fields$/ });
  await fields.focus();
  await page.keyboard.press('Enter');
  await admin.waitForSelector('details[open] li:has-text("AIMS requirements")');
  await picture(page, 'setup-plan');
  expect(await faultsOfAccess(admin)).toEqual([]);
  await admin.click('button:has-text("Apply")');
  await admin.waitForSelector('text=You can leave this page');
  await picture(page, 'setup-running');

  await page.reload();
  const again = await appFrame(page);
  await again.waitForSelector('text=The project is set up');
  await picture(page, 'setup-done');
  await again.waitForSelector('text=Projects in the AI management system');
  await again.click('button:has-text("Set up another project")');
  await again.click('button:has-text("Set up a project")');
  await again.click('#project');
  await again.click('[role=option]:has-text("Claims automation")');
  await again.click('button:has-text("Show the plan")');
  await again.waitForSelector('text=Claims automation has everything that it needs');
  expect(await again.locator('button:has-text("Apply")').count()).toBe(0);

  await page.click('nav >> text=Projects');
  await page.click('[role=main] a:has-text("Claims automation")');
  await page.click(`nav a[href="${OVERVIEW}"]`);
  const overview = await appFrame(page);
  await overview.waitForSelector('[data-requirement]');
  expect(await overview.locator('[data-requirement]').count()).toBe(70);
  expect(await overview.textContent('main')).toMatch(/0\s+of 44 implemented\s*·\s*No conclusions recorded/);
});

test('a linked task changes its tile when it is done in the issue view', async () => {
  await page.click('nav >> text=List');
  await page.click('button:has-text("Create")');
  await page.fill('#field-summary', SUMMARY);
  await page.click('label:has-text("AIMS requirements")');
  await page.keyboard.type('4.1');
  await page.click('[role=option]:has-text("4.1")');
  await picture(page, 'create-issue');
  await page.click('button:has-text("Create issue")');
  await page.waitForSelector(`h1:has-text("${SUMMARY}")`);
  taskKey = page.url().split('/').at(-1) ?? '';
  await picture(page, 'issue');
  await tileBecomes('4.1', 'Planned');

  await site.rest('PUT', `/issue/${taskKey}`, { fields: SAID });
  await page.goto(`${site.origin}/browse/${taskKey}`);
  await transit(page, 'Done');
  await page.waitForSelector('section[aria-label=Status] >> text=Done');
  await tileBecomes('4.1', 'Implemented');
  await picture(page, 'overview');
});

test('an administrator who will not wait for the night has Jira compared at once', async () => {
  await page.goto(`${site.origin}/admin/apps/aims-admin?tab=health`);
  const admin = await appFrame(page);
  await admin.click('button:has-text("Compare with Jira now")');
  await admin.waitForSelector('text=It is under way');
  await picture(page, 'health');
});

test('opening a requirement shows why, with the item that made it so', async () => {
  await page.goto(site.origin + OVERVIEW);
  const frame = await appFrame(page);
  await frame.click('[data-requirement="4.1"]');
  const panel = frame.locator('aside[aria-label="Requirement 4.1"]');
  await panel.locator('text=What ISO/IEC 42001:2023 asks').waitFor();
  const words = await panel.textContent();
  expect(words).toContain('1 finished item of work, nothing left open');
  expect(words).toContain(taskKey);
  expect(words).toContain(SUMMARY);
  await picture(page, 'requirement');
  expect(await faultsOfAccess(frame)).toEqual([]);

  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect(await frame.evaluate(() => document.activeElement?.getAttribute('data-requirement'))).toBe('4.1');

  await frame.getByRole('navigation').getByRole('button', { name: 'Requirements' }).click();
  await frame.fill('[aria-label="Filter by number or word"]', 'impact');
  await frame.waitForSelector('text=/of 70 requirements/');
  await picture(page, 'requirements');
  expect(await faultsOfAccess(frame)).toEqual([]);
});

test('somebody without access to the project gets a notice, no figure and no title', async () => {
  await site.rest('POST', '/user', {
    emailAddress: 'ola@example.com',
    displayName: 'Ola Outsider',
    products: ['jira-software'],
  });
  const scheme = await site.rest<{ id: number }>('POST', '/permissionscheme', {
    name: 'Only administrators of the project',
    permissions: [{ permission: 'BROWSE_PROJECTS', holder: { type: 'projectRole', parameter: ADMINISTRATORS_ROLE } }],
  });
  await site.rest('PUT', '/project/CLAIM/permissionscheme', { id: scheme.id });
  await page.goto(`${site.origin}/projects`);
  await become(page, 'Ola Outsider');
  await page.goto(site.origin + OVERVIEW);
  await page.waitForSelector('[role=alert]');
  await picture(page, 'no-access');
  const words = await page.textContent('body');
  expect(words).not.toMatch(/of 44|implemented|Context of the organization/i);
  expect(words).not.toContain(SUMMARY);

  const answer = await askTheApp('coverage.overview', { projectId });
  expect(answer).toMatchObject({ result: { ok: false, error: { code: 'not-allowed' } } });
  expect(Object.keys((answer as { result: object }).result)).toEqual(['ok', 'error']);

  await page.goto(`${site.origin}/admin/apps/aims-admin`);
  const admin = await appFrame(page);
  await admin.waitForSelector('[role=status] >> text=You do not have the permission');
  expect(await admin.textContent('body')).not.toContain('Claims automation');
});

test('no screen raised an uncaught error or was stopped by the frame policy', () => {
  expect(faults).toEqual([]);
});
