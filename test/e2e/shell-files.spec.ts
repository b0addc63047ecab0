import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { faultsOfAccess } from './harness/access';
import { openBrowser, openPage, picture } from './harness/browser';
import { createReviewedProject } from './harness/reviewed-project';
import { type RunningSite, startRunningSite } from './harness/running-site';
import { become } from './harness/shell';
import { buildShellApp, SHELL_APP } from './harness/shell-app';

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];
let spaceId = '';
let policy = '';

const body = (text: string) => ({
  representation: 'atlas_doc_format',
  value: JSON.stringify({
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  }),
});

beforeAll(async () => {
  buildShellApp();
  [site, browser] = await Promise.all([startRunningSite({ app: SHELL_APP }), openBrowser()]);
  ({ page, faults } = await openPage(browser));
  await createReviewedProject(site, 'REV', 'Reviewed work');
  await site.rest('POST', '/issue', {
    fields: { project: { key: 'REV' }, issuetype: { name: 'Task' }, summary: 'Keep the minutes' },
  });
  spaceId = (await site.wiki<{ id: string }>('POST', '/api/v2/spaces', { key: 'QM', name: 'Quality manual' })).id;
  const made = await site.wiki<{ id: string }>('POST', '/api/v2/pages', {
    spaceId,
    status: 'current',
    title: 'AI Policy',
    body: body('We use it with care.'),
  });
  policy = made.id;
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const named = (name: string) => page.getByRole('button', { name, exact: true }).click();
const inDialog = (name: string) => page.locator('[role=dialog]').getByRole('button', { name, exact: true }).click();
const choose = (name: string) => page.getByRole('menuitem', { name }).click();
const accessible = async () => expect(await faultsOfAccess(page.mainFrame())).toEqual([]);

/** Attaches a file by the input behind the button, saves it again and compares. */
async function attachAndSave(name: string, bytes: Buffer): Promise<void> {
  await page.setInputFiles('input[type=file]', { name, mimeType: 'application/octet-stream', buffer: bytes });
  const link = page.locator('.files a', { hasText: name });
  await link.waitFor();
  const [saved] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(saved.suggestedFilename()).toBe(name);
  expect(readFileSync(await saved.path())).toEqual(bytes);
}
const BYTES = Buffer.from([0, 255, 128, 13, 10, 45, 45, 7]);

test('a file is attached to an issue, saved again byte by byte, and removed', async () => {
  await page.goto(`${site.origin}/browse/REV-1`);
  await page.waitForSelector('h2:has-text("Attachments")');
  await attachAndSave('minutes.bin', BYTES);
  await page.waitForSelector('.files >> text=8 bytes');
  await accessible();
  await picture(page, 'shell-issue-files');
  await named('Remove minutes.bin');
  await page.waitForSelector('.files >> text=No files yet');
});

test('a page has files too; one of the same name is its next version', async () => {
  await page.goto(`${site.origin}/wiki/spaces/QM/pages/${policy}`);
  await page.waitForSelector('.files >> text=No files yet');
  await attachAndSave('plan.bin', BYTES);
  await page.setInputFiles('input[type=file]', {
    name: 'plan.bin',
    mimeType: 'application/octet-stream',
    buffer: Buffer.alloc(2048),
  });
  await page.waitForSelector('.files >> text=2.0 KB');
  expect(await page.locator('.files li').count()).toBe(1);
  await accessible();
  await picture(page, 'shell-page-files');
});

test('a page is copied with what is ticked', async () => {
  await named('More actions');
  await choose('Copy page');
  await page.fill('#copy-title', 'Policy of next year');
  await accessible();
  await picture(page, 'shell-copy-page');
  await inDialog('Copy');
  await page.waitForSelector('h1:has-text("Policy of next year")');
  await page.waitForSelector('.files a:has-text("plan.bin")');
});

test('a page goes to the trash, is taken back, and is deleted for ever', async () => {
  await named('More actions');
  await choose('Move to trash');
  await inDialog('Move to trash');
  await page.waitForURL('**/wiki/spaces/QM');
  await page.click('nav a:has-text("Trash")');
  await page.waitForSelector('td:has-text("Policy of next year")');
  await accessible();
  await picture(page, 'shell-trash');
  await named('Restore');
  await page.waitForSelector('text=The trash is empty');
  const list = async () =>
    (
      await site.wiki<{ results: { id: string; title: string }[] }>('GET', `/api/v2/spaces/${spaceId}/pages`)
    ).results.filter(({ title }) => title === 'Policy of next year');
  const [restored] = await list();
  await site.wiki('DELETE', `/api/v2/pages/${restored?.id}`);
  await page.reload();
  await named('Delete for ever');
  await inDialog('Delete for ever');
  await page.waitForSelector('text=The trash is empty');
  expect(await list()).toEqual([]);
});

test('a draft is saved, found again among the drafts, and published', async () => {
  await page.goto(`${site.origin}/wiki/spaces/QM/create`);
  await page.fill('[aria-label="Title of the page"]', 'Half a thought');
  await named('Save draft');
  await page.waitForSelector('[role=status]:has-text("The draft is saved")');
  await page.click('.ProseMirror');
  await page.keyboard.type('The other half');
  await named('Save draft');
  await page.waitForSelector('[role=status]:has-text("The draft is saved")');
  await page.click('nav a:has-text("Drafts")');
  await page.waitForSelector('td:has-text("Half a thought")');
  await accessible();
  await picture(page, 'shell-drafts');
  await page.click('td a:has-text("Half a thought")');
  await page.waitForSelector('.ProseMirror:has-text("The other half")');
  await named('Publish');
  await page.waitForSelector('h1:has-text("Half a thought")');
  await page.waitForSelector('text=version 1');
  await page.goto(`${site.origin}/wiki/spaces/QM/drafts`);
  await page.waitForSelector('text=You have no drafts');
});

test('whoever may only read a page adds no files to it', async () => {
  await page.goto(`${site.origin}/wiki/spaces/QM/settings`);
  await page.click('label[for=open-to-all]');
  await page.waitForSelector('text=without a login too');
  await become(page, 'Anonymous');
  await page.goto(`${site.origin}/wiki/spaces/QM/pages/${policy}`);
  await page.waitForSelector('.files a:has-text("plan.bin")');
  expect(await page.locator('button:has-text("Attach files")').count()).toBe(0);
  expect(faults).toEqual([]);
});
