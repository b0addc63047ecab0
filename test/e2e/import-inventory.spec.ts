import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { faultsOfAccess } from './harness/access';
import { appFrame, eventually, openBrowser, openPage, picture } from './harness/browser';
import { type RunningSite, startRunningSite } from './harness/running-site';

const ADMIN = '/admin/apps/aims-admin';
const FILE = [
  'Name,Purpose,Owner,Vendor,Stage,Our part,Personal data,Impact assessment,Testing,Monitoring,Risks',
  'Fraud score,Rates claims,Ada,,live,develop and use,yes,,,,Wrong refusals',
  ',No name,Dee,,inception,use,no,,,,',
  '"Photo estimate, v2",Estimates damage,Ben,Northlight,design and development,use,no,,,,',
  'Letter triage,Sorts letters,Cy,,inception,develop,no,,,,',
].join('\r\n');

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-file-'));
  [site, browser] = await Promise.all([startRunningSite(), openBrowser()]);
  ({ page, faults } = await openPage(browser));
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function setTheme(name: 'Dark' | 'Light'): Promise<void> {
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name, exact: true }).click();
  await page.keyboard.press('Escape');
  await (await appFrame(page)).waitForSelector(`html[data-color-mode="${name.toLowerCase()}"]`);
}

async function importFile(admin: Frame, name: string, content: string | Buffer): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, content);
  await admin.setInputFiles('#import-file', path);
  await admin.click('button:has-text("Check the file")');
}

test('a project is created and set up from the admin page, without a project to begin with', async () => {
  await page.goto(site.origin + ADMIN);
  const admin = await appFrame(page);
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await admin.waitForSelector('text=Set up a project first');
  await page.getByRole('link', { name: 'Set-up', exact: true }).click();
  await admin.click('button:has-text("Set up a project")');
  await admin.click('button:has-text("Create a project instead")');
  await admin.click('button:has-text("Create project")');
  await admin.click('button:has-text("Show the plan")');
  await admin.click('button:has-text("Apply")');
  await admin.waitForSelector('text=The project is set up');
});

test('a file that is no text or lacks columns is refused with a remedy', async () => {
  await page.goto(`${site.origin}${ADMIN}?tab=import`);
  const admin = await appFrame(page);
  await importFile(admin, 'sheet.csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
  await admin.waitForSelector('text=Save it as CSV in UTF-8');
  await importFile(admin, 'latin.csv', Buffer.from('Name\nCaf\xe9', 'latin1'));
  await admin.waitForSelector('text=The file is not written in utf-8');
  await importFile(admin, 'other.csv', 'Title\nFraud score');
  await admin.waitForSelector('text=The file does not fit the mapping');
  await picture(page, 'import-refused');
});

test('an inventory is checked, applied, and counted for every system', async () => {
  await page.goto(`${site.origin}${ADMIN}?tab=import`);
  const admin = await appFrame(page);
  await importFile(admin, 'inventory.csv', FILE);
  await admin.waitForSelector('text=3 AI systems');
  await admin.waitForSelector('h2:has-text("nothing is changed yet")');
  await admin.waitForSelector('dt:has-text("Rows") + dd:has-text("4, 1 of them without a name")');
  await admin.waitForSelector('td:has-text("The row makes no issue")');
  await picture(page, 'import-checked');
  expect(await faultsOfAccess(admin)).toEqual([]);
  await admin.click('button:has-text("Import 4 issues")');
  await admin.waitForSelector('text=The import is done');

  await page.goto(`${site.origin}/projects/AIMS/apps/aims-project`);
  await eventually('three systems are in scope', async () => {
    const frame = await appFrame(page);
    await frame.click('button:has-text("refresh")', { timeout: 2_000 }).catch(() => undefined);
    return (await frame.textContent('main'))?.includes('Requirements of AI systems, 3 AI systems in scope') ?? false;
  });
  const frame = await appFrame(page);
  await frame.click('[data-requirement="8.2"]');
  const panel = frame.locator('aside');
  await panel.locator('text=worst of 2 AI systems').waitFor();
  await picture(page, 'requirement-of-systems');
  expect(await panel.textContent()).toContain('Photo estimate, v2');
});

/** Of the file above: one system is renamed, one cell is emptied, one row is gone, and three texts name no risk. */
const NEWER = [
  'Name,Purpose,Owner,Vendor,Stage,Our part,Personal data,Impact assessment,Testing,Monitoring,Risks',
  'Fraud scoring v2,Rates claims,Ada,,live,develop and use,yes,,no,,Wrong refusals',
  '"Photo estimate, v2",Estimates damage,Ben,,design and development,use,no,perhaps,,,None identified',
  'Mail sorter,Sorts mail,Dee,,inception,use,no,,,,TBD',
  'Chat helper,Answers questions,Eve,,retired,use,no,,,,-',
].join('\r\n');

test('a newer file asks what was renamed, and says what it takes back', async () => {
  await page.goto(`${site.origin}${ADMIN}?tab=import`);
  const admin = await appFrame(page);
  await importFile(admin, 'newer.csv', NEWER);
  await admin.waitForSelector('h3:has-text("Renamed?")');
  const question = admin.locator('fieldset:has-text("Fraud scoring v2")');
  expect(await question.locator('input:checked').locator('xpath=..').textContent()).toContain('leave both alone');
  await admin.waitForSelector('button:has-text("Import 2 issues")');
  await admin.waitForSelector('td:has-text("maybe renamed")');
  await question.locator('label:has-text("The same as AIMS-")').click();
  await admin.waitForSelector('button:has-text("Import 4 issues")');
  await admin.click('label:has-text("Empty 1 field in Jira too")');
  await admin.waitForSelector('button:has-text("Import 5 issues")');
  await admin.waitForSelector('td:has-text("emptied in file")');
  await admin.waitForSelector('td:has-text("row not in file")');
  await admin.waitForSelector('td:has-text("there is none")');
  await admin.waitForSelector('p:has-text("3 rows have a text where a risk would stand")');
  const row = admin.locator('table:has-text("Declared") tr:has(td:text-is("8.4")) td');
  expect(await row.allTextContents()).toEqual(['8.4', '0', '0', '1', '0', '2']);
  await picture(page, 'import-newer-file');
  expect(await faultsOfAccess(admin)).toEqual([]);
  await setTheme('Dark');
  await picture(page, 'import-newer-file-dark');
  expect(await faultsOfAccess(admin)).toEqual([]);
  await setTheme('Light');

  await admin.click('button:has-text("Import 5 issues")');
  await admin.waitForSelector('text=The import is done');
  await admin.waitForSelector('li:has-text("Letter triage: The file does not have its row any more")');
  await admin.waitForSelector('li:has-text("Emptied, as in the file: Vendor.")');
  await picture(page, 'import-newer-file-done');
});

test('importing the same file again changes nothing', async () => {
  await page.goto(`${site.origin}${ADMIN}?tab=import`);
  const admin = await appFrame(page);
  await importFile(admin, 'newer.csv', NEWER);
  await admin.waitForSelector('dt:has-text("There already") + dd:text-is("5")');
  await admin.waitForSelector('text=There is nothing to import');
  expect(await admin.locator('button:has-text("Import")').count()).toBe(0);
  await admin.click('button:has-text("Discard")');
  await admin.waitForSelector('button:has-text("Check the file")');
  expect(faults).toEqual([]);
});
