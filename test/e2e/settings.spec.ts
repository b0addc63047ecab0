import type { Browser, Frame, Page } from 'playwright-core';
import { faultsOfAccess } from './harness/access';
import { openBrowser, openPage, picture } from './harness/browser';
import { setLicence } from './harness/faults';
import { createAdministrator, createReader, enrolledClaims } from './harness/people';
import { type RunningSite, startRunningSite } from './harness/running-site';
import { become, frameOf } from './harness/shell';

/** What figures are counted by: whoever manages writes it, another person approves it, readers read it. */
const HOSTILE = '<img src=x onerror="window.broken=1"> We neither sell nor use AI in the Union.';

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];

beforeAll(async () => {
  [site, browser] = await Promise.all([startRunningSite(), openBrowser()]);
  ({ page, faults } = await openPage(browser));
  await enrolledClaims(page, site);
  await createAdministrator(site, 'Sofia Second');
  await createReader(site, 'Rita Reader');
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});
afterEach(() => expect(faults).toEqual([]));

async function settings(): Promise<Frame> {
  await page.goto(`${site.origin}/apps/aims-global/settings`);
  const frame = await frameOf(page, 'AI management');
  await frame.waitForSelector('text=How long evidence counts');
  return frame;
}

const press = (frame: Frame, name: string | RegExp) => frame.getByRole('button', { name }).first().click();

test('before the first Statement an interval and a resolution count with one press', async () => {
  const frame = await settings();
  await frame.waitForSelector('text=No version is approved yet.');
  await frame.waitForSelector('text=what you save counts at once');
  await frame.getByRole('combobox', { name: 'Requirement' }).fill('9.1');
  await frame.getByRole('option', { name: /^9\.1 / }).click();
  await frame.getByRole('spinbutton', { name: 'Months' }).fill('24');
  await press(frame, 'Set the interval');
  await frame.getByRole('checkbox', { name: /^Done/ }).waitFor();
  await press(frame, 'Save');
  await frame.waitForSelector('text=Version 1, approved');
  await frame.waitForSelector('text=alone, before the first Statement');
  await frame.waitForSelector('text=24 months');
  expect(await faultsOfAccess(frame)).toEqual([]);
});

test('that the EU AI Act does not apply needs a reason and a second person', async () => {
  const frame = await settings();
  await frame.getByRole('radio', { name: 'It does not apply to us' }).check();
  await press(frame, 'Save');
  await frame.waitForSelector('text=Say in a sentence why the EU AI Act does not apply to you.');
  await frame.getByRole('textbox', { name: 'Why it does not apply' }).fill(HOSTILE);
  await press(frame, 'Save');
  await frame.waitForSelector('text=Draft: it counts once another person has approved it.');
  await press(frame, 'Submit for approval');
  await frame.waitForSelector('text=it is locked and waits for another person');
  await press(frame, 'Read and approve');
  await frame.waitForSelector('text=You wrote part of this.');
  expect(await frame.evaluate('window.broken')).toBeUndefined();
});

test('a second person finds it under Needs you and approves it', async () => {
  await become(page, 'Sofia Second');
  await page.goto(`${site.origin}/apps/aims-global/needs`);
  const needs = await frameOf(page, 'AI management');
  await needs.getByRole('button', { name: 'Settings that change figures' }).click();
  const frame = await frameOf(page, 'AI management');
  await press(frame, 'Read and approve');
  await frame.waitForSelector('text=Applies to us: no');
  await press(frame, 'Approve version 2');
  await frame.waitForSelector('text=Version 2, approved');
  expect(await frame.evaluate('window.broken')).toBeUndefined();
  expect(await faultsOfAccess(frame)).toEqual([]);
});

test('who only reads sees what is approved, and can change nothing', async () => {
  await become(page, 'Rita Reader');
  const frame = await settings();
  await frame.waitForSelector('text=Version 2, approved');
  await frame.waitForSelector('text=We neither sell nor use AI in the Union.');
  expect(await frame.getByRole('button', { name: /^Save|Submit|Set the interval|Withdraw/ }).count()).toBe(0);
  expect(await frame.getByRole('radio', { name: 'It applies to us' }).isDisabled()).toBe(true);
});

test('an administrator sees who decides here, and chooses the home project; the change is logged', async () => {
  await become(page, 'Site Administrator');
  await page.goto(`${site.origin}/apps/aims-admin/people`);
  let frame = await frameOf(page, 'AI management');
  await frame.waitForSelector('text=Approve as top management');
  await frame.waitForSelector('text=Sofia Second');
  expect(await frame.getByText('Rita Reader').count()).toBe(0);
  expect(await faultsOfAccess(frame)).toEqual([]);
  await page.goto(`${site.origin}/apps/aims-admin/settings`);
  frame = await frameOf(page, 'AI management');
  await frame.getByRole('radio', { name: 'Whoever reads the page' }).click();
  await frame.getByText('What was set until now').click();
  await frame.getByRole('rowheader', { name: 'Organisation figures in Confluence' }).waitFor();
  await frame.getByRole('combobox', { name: 'Home project' }).press('ArrowDown');
  await frame.getByRole('option', { name: 'Claims' }).click();
  expect(await faultsOfAccess(frame)).toEqual([]);
});

test('when the licence has ended every page says so, figures are read, and a change waits until it is renewed', async () => {
  await setLicence(page, 'inactive');
  let frame = await settings();
  await frame.waitForSelector('text=The app’s licence on this site has ended');
  await frame.waitForSelector('text=Version 2, approved');
  await frame.getByRole('radio', { name: 'It applies to us' }).check();
  await press(frame, 'Save');
  // Above the page, and where the change was refused.
  await frame.getByText('nothing is decided, approved, imported or set up').nth(1).waitFor();
  expect(await faultsOfAccess(frame)).toEqual([]);
  await picture(page, 'licence-ended');
  await setLicence(page, 'unset');
  frame = await settings();
  await frame.waitForSelector('text=Version 2, approved');
  expect(await frame.getByText('has ended').count()).toBe(0);
});
