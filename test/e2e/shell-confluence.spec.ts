import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import type { Browser, Frame, Page } from 'playwright-core';
import { faultsOfAccess } from './harness/access';
import { openBrowser, openPage, picture } from './harness/browser';
import { type RunningSite, startRunningSite } from './harness/running-site';
import { become, frameOf } from './harness/shell';
import { buildShellApp, SHELL_APP } from './harness/shell-app';

const HOSTILE = '<img src=x onerror="window.broken=1">';

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];
let policy = '';

beforeAll(async () => {
  buildShellApp();
  [site, browser] = await Promise.all([startRunningSite({ app: SHELL_APP }), openBrowser()]);
  ({ page, faults } = await openPage(browser));
  const { accountId } = await site.rest<{ accountId: string }>('POST', '/user', {
    emailAddress: 'rita@example.com',
    displayName: 'Rita Reader',
    products: ['jira-software'],
  });
  await site.rest('POST', '/group/user?groupname=confluence-users', { accountId });
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** Presses the button of exactly this name. */
const named = (where: Page | Frame, name: string) => where.getByRole('button', { name, exact: true }).click();
const inDialog = (name: string) => page.locator('[role=dialog]').getByRole('button', { name, exact: true }).click();
const choose = (name: string) => page.getByRole('menuitem', { name }).click();
const accessible = async () => expect(await faultsOfAccess(page.mainFrame())).toEqual([]);

interface Kept {
  version: { number: number; message: string };
  body: { atlas_doc_format: { value: string } };
}
const kept = async (): Promise<{ version: Kept['version']; types: string[]; text: string }> => {
  const { version, body } = await site.wiki<Kept>('GET', `/api/v2/pages/${policy}?body-format=atlas_doc_format`);
  const document = JSON.parse(body.atlas_doc_format.value) as { content: { type: string }[] };
  return { version, types: document.content.map(({ type }) => type), text: body.atlas_doc_format.value };
};

test('a space is created and a page is written with headings, a list and a macro', async () => {
  await page.goto(`${site.origin}/wiki`);
  await named(page, 'Create space');
  await page.fill('#space-name', 'Quality manual');
  await inDialog('Create');
  await page.waitForURL('**/wiki/spaces/QM');
  await named(page, 'Create a page');
  await page.fill('[aria-label="Title of the page"]', 'AI Policy');
  await page.click('.ProseMirror');
  await page.keyboard.type('# Purpose');
  await page.keyboard.press('Enter');
  await page.keyboard.type('We use it ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('with care');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- First');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Second');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/wor');
  await page.waitForSelector('[role=listbox] >> text=Shows one word');
  await accessible();
  await page.keyboard.press('Enter');
  const form = await frameOf(page, 'Choose the word');
  await named(form, 'Save nothing');
  await form.waitForSelector('text=INVALID_CONFIG');
  await form.fill('input', 'water');
  await named(form, 'Save');
  await page.waitForSelector('[role=dialog]', { state: 'detached' });
  const preview = await frameOf(page, 'Word, preview');
  await preview.waitForSelector('h1:has-text("word: water")');
  await picture(page, 'shell-editor');
  await accessible();
  await named(page, 'Publish');
  await page.waitForURL('**/pages/*');
  policy = page.url().split('/').at(-1) ?? '';
  await page.waitForSelector('h1:has-text("AI Policy")');
  const shown = await frameOf(page, 'Word');
  await shown.waitForSelector('h1:has-text("word: water")');
  await shown.waitForSelector('text=Hello admin');
  expect(JSON.parse((await shown.textContent('pre')) ?? '')).toMatchObject({
    type: 'macro',
    content: { id: policy, type: 'page', subtype: null },
    space: { key: 'QM' },
    isEditing: false,
    config: { word: 'water' },
    macro: { isConfiguring: false },
  });
  expect((await kept()).types.slice(0, 4)).toEqual(['heading', 'paragraph', 'bulletList', 'extension']);
  expect(await page.title()).toBe('AI Policy - Quality manual - Confluence');
  await accessible();
  await picture(page, 'shell-page');
});

test('a macro is configured, moved and removed, and a bodied one is written in', async () => {
  await named(page, 'Edit');
  await named(page, 'Configure Word');
  const form = await frameOf(page, 'Choose the word');
  expect(await form.inputValue('input')).toBe('water');
  await form.fill('input', 'earth');
  await named(form, 'Save');
  await (await frameOf(page, 'Word, preview')).waitForSelector('h1:has-text("word: earth")');
  await named(page, 'Move Word up');
  await page.click('.ProseMirror p >> nth=0');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await named(page, 'Insert');
  await choose('Framed text');
  await page.keyboard.type('Inside the frame');
  await page.fill('[aria-label="What has changed (optional)"]', 'Other word');
  await named(page, 'Publish');
  await page.waitForURL('**/pages/*');
  const framed = await frameOf(page, 'Framed text');
  await framed.waitForSelector('p:has-text("Inside the frame")');
  const { version, types, text } = await kept();
  expect(version).toMatchObject({ number: 2, message: 'Other word' });
  expect(types.slice(0, 5)).toEqual(['heading', 'paragraph', 'bodiedExtension', 'extension', 'bulletList']);
  expect(text).toContain('"guestParams":{"word":"earth"}');

  await named(page, 'Edit');
  await named(page, 'Remove Framed text');
  await page.waitForSelector('[aria-label="Macro Framed text"]', { state: 'detached' });
  await named(page, 'Publish');
  await page.waitForURL('**/pages/*');
  await page.waitForSelector('text=version 3');
  expect((await kept()).types).not.toContain('bodiedExtension');
});

test('unsaved text is not lost: leaving asks, a conflict keeps it', async () => {
  await named(page, 'Edit');
  await page.click('.ProseMirror p >> nth=0');
  await page.keyboard.press('End');
  await page.keyboard.type(', always');
  page.once('dialog', (dialog) => void dialog.dismiss());
  await page.click('nav >> text=Spaces');
  await page.waitForSelector('.ProseMirror:has-text("always")');
  const now = await site.wiki<Kept>('GET', `/api/v2/pages/${policy}?body-format=atlas_doc_format`);
  await site.wiki('PUT', `/api/v2/pages/${policy}`, {
    id: policy,
    status: 'current',
    title: 'AI Policy',
    body: { representation: 'atlas_doc_format', value: now.body.atlas_doc_format.value },
    version: { number: now.version.number + 1, message: 'Meanwhile' },
  });
  await named(page, 'Publish');
  await page.waitForSelector('text=Somebody else has published this page meanwhile');
  await accessible();
  await picture(page, 'shell-conflict');
  await named(page, 'Publish my text as the newest version');
  await page.waitForSelector('text=with care, always');
  expect((await kept()).version.number).toBe(5);
});

test('an older version is looked at and restored', async () => {
  await named(page, 'More actions');
  await choose('Version history');
  await page.waitForSelector('text=Other word');
  await accessible();
  await page.click('a:text-is("Version 1")');
  await (await frameOf(page, 'Word')).waitForSelector('h1:has-text("word: water")');
  await named(page, 'Restore version 1');
  await inDialog('Restore');
  await page.waitForSelector('text=version 6');
  expect((await kept()).version.message).toBe('Version 1 restored');
});

test('the export view prints the macro by its export, and Word holds it too', async () => {
  const opened = page.waitForEvent('popup');
  await named(page, 'More actions');
  await choose('Export to PDF');
  const view = await opened;
  await view.waitForSelector('html[data-export-ready]');
  await view.waitForSelector('text=The word is water (pdf)');
  expect(await view.locator('iframe').count()).toBe(0);
  const pdf = await view.pdf();
  expect(pdf.length).toBeGreaterThan(5_000);
  await picture(view, 'shell-export');
  await view.close();

  const saved = page.waitForEvent('download');
  await named(page, 'More actions');
  await choose('Export to Word');
  const download = await saved;
  expect(download.suggestedFilename()).toBe('AI Policy.docx');
  const { value } = await mammoth.extractRawText({ buffer: readFileSync(await download.path()) });
  expect(value).toContain('The word is water (word)');
  expect(value).toContain('We use it with care');
});

test('pages are created below one another and moved; hostile titles stay text', async () => {
  await named(page, 'Create a page');
  await page.fill('[aria-label="Title of the page"]', HOSTILE);
  await page.click('.ProseMirror');
  await page.keyboard.type('Text of it');
  await named(page, 'Publish');
  await page.waitForSelector(`h1:has-text("<img src=x")`);
  const tree = page.locator('nav[aria-label=Confluence]');
  const orderOf = async () => (await tree.textContent()) ?? '';
  expect((await orderOf()).indexOf('AI Policy')).toBeLessThan((await orderOf()).indexOf('<img'));
  await tree.locator('a:has-text("<img")').hover();
  await named(page, `Actions for ${HOSTILE}`);
  await choose('Move up');
  await tree.locator('a:has-text("AI Policy")').waitFor();
  await page.waitForFunction(() => {
    const words = document.querySelector('nav[aria-label=Confluence]')?.textContent ?? '';
    return words.indexOf('<img') < words.indexOf('AI Policy');
  });
  await tree.locator('a:has-text("<img")').hover();
  await named(page, `Actions for ${HOSTILE}`);
  await choose('Move below another page');
  await page.click('#move-target');
  await page.keyboard.type('AI Policy');
  await page.keyboard.press('Enter');
  await inDialog('Move');
  await page.waitForSelector('[aria-label="Where you are"] >> text=AI Policy');
  expect(await page.evaluate('window.broken')).toBeUndefined();
});

test('a page that is restricted is not seen by others, and not found', async () => {
  await page.goto(`${site.origin}/wiki/spaces/QM/pages/${policy}`);
  await named(page, 'Restrictions: none');
  await page.click('#restrict-read');
  await page.keyboard.type('Site Administrator');
  await page.keyboard.press('Enter');
  await accessible();
  await picture(page, 'shell-restrictions');
  await inDialog('Apply');
  await page.waitForSelector('button:has-text("Restrictions: some people only")');
  await become(page, 'Rita Reader');
  await page.waitForSelector('[role=alert]');
  expect(await page.textContent('body')).not.toContain('AI Policy');
  await page.fill('[aria-label="Search issues and pages"]', 'Policy');
  await page.keyboard.press('Enter');
  await page.waitForSelector('text=No page holds these words');
  await become(page, 'Site Administrator');
  await page.goto(`${site.origin}/wiki/spaces/QM/pages/${policy}`);
  await named(page, 'Restrictions: some people only');
  await page.click('[aria-label^="Remove Site Administrator"]');
  await inDialog('Apply');
  await page.waitForSelector('button:has-text("Restrictions: none")');
});

test('an anonymous reader sees a public page with its macro, and no tools', async () => {
  await page.goto(`${site.origin}/wiki/spaces/QM/settings`);
  await page.click('label:has-text("Open to everybody")');
  await page.waitForSelector('text=Everybody may read this space');
  await accessible();
  await become(page, 'Anonymous');
  await page.goto(`${site.origin}/wiki/spaces/QM/pages/${policy}`);
  await page.waitForSelector('h1:has-text("AI Policy")');
  const shown = await frameOf(page, 'Word');
  await shown.waitForSelector('text=Hello nobody');
  for (const name of ['Edit', 'Create', 'Create a page', 'Restrictions: none'])
    expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
  await accessible();
  await become(page, 'Site Administrator');
});

test('dark pages are as readable as light ones', async () => {
  await named(page, 'Theme');
  await page.getByRole('menuitemradio', { name: 'Dark', exact: true }).click();
  for (const path of ['', `/spaces/QM/pages/${policy}`, `/spaces/QM/pages/edit-v2/${policy}`, '/search']) {
    await page.goto(`${site.origin}/wiki${path}`);
    await page.waitForLoadState('networkidle');
    await accessible();
  }
});

test('a page is archived and deleted', async () => {
  await page.goto(`${site.origin}/wiki/spaces/QM/pages/${policy}`);
  await named(page, 'More actions');
  await choose('Archive');
  await inDialog('Archive');
  await page.waitForSelector('text=Archived');
  await named(page, 'More actions');
  await choose('Move to trash');
  await inDialog('Move to trash');
  await page.waitForURL('**/wiki/spaces/QM');
  expect(faults).toEqual([]);
});
