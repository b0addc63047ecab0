import type { Browser, Page } from 'playwright-core';
import { faultsOfAccess } from './harness/access';
import { openBrowser, openPage, picture } from './harness/browser';
import { createReviewedProject } from './harness/reviewed-project';
import { type RunningSite, startRunningSite } from './harness/running-site';
import { become } from './harness/shell';
import { buildShellApp, SHELL_APP } from './harness/shell-app';

/** What a person does to issues besides editing them: archive with their project, move, hide, watch. */

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];

beforeAll(async () => {
  buildShellApp();
  [site, browser] = await Promise.all([startRunningSite({ app: SHELL_APP }), openBrowser()]);
  ({ page, faults } = await openPage(browser));
  await createReviewedProject(site, 'REV', 'Reviewed work');
  for (const summary of ['First finding', 'Second finding', 'Third finding'])
    await site.rest('POST', '/issue', { fields: { project: { key: 'REV' }, issuetype: { name: 'Task' }, summary } });
  await createLevel();
});

/** A security level for the lead of the project, and somebody who is not. */
async function createLevel() {
  const levels = [{ name: 'Leads only', members: [{ type: 'projectLead' }] }];
  const { id: schemeId } = await site.rest<{ id: string }>('POST', '/issuesecurityschemes', { name: 'Few', levels });
  const { id: projectId } = await site.rest<{ id: string }>('GET', '/project/REV');
  // The site answers with the address of a task, which is of no interest here.
  const assigned = await fetch(`${site.origin}/rest/api/3/issuesecurityschemes/project`, {
    method: 'PUT',
    redirect: 'manual',
    headers: { authorization: `Basic ${btoa('admin:local')}`, 'content-type': 'application/json' },
    body: JSON.stringify({ projectId, schemeId }),
  });
  expect(assigned.status).toBe(303);
  const user = { emailAddress: 'grace@example.com', displayName: 'Grace Hopper', products: ['jira-software'] };
  await site.rest('POST', '/user', user);
}

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** Presses the button of exactly this name. */
const named = (name: string) => page.getByRole('button', { name, exact: true }).click();

const accessible = async () => expect(await faultsOfAccess(page.mainFrame())).toEqual([]);

test('a project is archived, its issues say so, and it is restored', async () => {
  await page.goto(`${site.origin}/projects`);
  await named('Archive Reviewed work');
  await page.click('[role=dialog] button:has-text("Archive")');
  await page.waitForSelector('[role=main] a:has-text("Reviewed work")', { state: 'detached' });
  await page.waitForSelector('section:has(h2:has-text("Archived")) >> text=Reviewed work');
  await accessible();
  await picture(page, 'shell-archived');
  await page.goto(`${site.origin}/browse/REV-1`);
  await page.waitForSelector('text=The project Reviewed work is archived');
  await page.goto(`${site.origin}/projects`);
  await named('Restore Reviewed work');
  await page.waitForSelector('[role=main] a:has-text("Reviewed work")');
});

test('an issue is moved to another project, and its old address leads to it', async () => {
  await site.rest('POST', '/project', { key: 'NEXT', name: 'Next work', leadAccountId: 'admin' });
  await page.goto(`${site.origin}/browse/REV-3`);
  await named('Actions');
  await page.click('[role=menuitem]:has-text("Move")');
  await page.click('#move-project');
  await page.click('[role=option]:has-text("Next work")');
  await page.waitForSelector('label:has-text("Status instead of Open")');
  await accessible();
  await picture(page, 'shell-move');
  await page.click('[role=dialog] button:has-text("Move")');
  await page.waitForURL('**/browse/NEXT-1');
  await page.goto(`${site.origin}/browse/REV-3`);
  await page.waitForURL('**/browse/NEXT-1');
});

test('a security level is given in the details and hides the issue from all others', async () => {
  await page.goto(`${site.origin}/browse/REV-2`);
  await page.click('button:has-text("empty fields")');
  await page.click('button:has-text("edit Security Level")');
  await page.click('#field-security');
  await page.click('[role=option]:has-text("Leads only")');
  await page.click('.detail button:has-text("Save")');
  await page.waitForSelector('.detail button:has-text("Leads only")');
  await accessible();
  await picture(page, 'shell-security');
  await become(page, 'Grace Hopper');
  await page.goto(`${site.origin}/browse/REV-2`);
  await page.waitForSelector('text=Issue does not exist or you do not have permission to see it');
  await page.goto(`${site.origin}/browse/REV-1`);
  await page.waitForSelector('h1:has-text("First finding")');
  await become(page, 'Site Administrator');
});

test('an issue is watched, and a mention rings the bell of whoever is mentioned', async () => {
  await page.goto(`${site.origin}/browse/REV-1`);
  await named('Watching1 watcher');
  await named('Watch0 watchers');
  await page.waitForSelector('button:has-text("Watching")');
  await page.fill('[aria-label="New comment"]', 'Would @Grace Hopper look at it?');
  await named('Comment');
  await page.waitForSelector('article .mention:has-text("@Grace Hopper")');
  await become(page, 'Grace Hopper');
  await named('Notifications, 1 unread');
  await page.waitForSelector('[role=menuitem]:has-text("Site Administrator mentioned you in REV-1")');
  await accessible();
  await picture(page, 'shell-notifications');
  await page.click('[role=menuitem]:has-text("mentioned you")');
  await page.waitForSelector('h1:has-text("First finding")');
  await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
  await page.fill('[aria-label="New comment"]', 'I did.');
  await named('Comment');
  await become(page, 'Site Administrator');
  await named('Notifications, 1 unread');
  await page.click('[role=menuitem]:has-text("Mark all as read")');
  await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
});

test('no page raised an uncaught error', () => {
  expect(faults).toEqual([]);
});
