import type { Browser, Frame, Page } from 'playwright-core';
import { faultsOfAccess } from './harness/access';
import { openBrowser, openPage } from './harness/browser';
import { stillFrame } from './harness/frames';
import { createAdministrator, createReader, enrolledClaims } from './harness/people';
import { type RunningSite, startRunningSite } from './harness/running-site';
import { become, frameOf } from './harness/shell';

/** 6.1.2: risk criteria are complete from the start; whoever manages changes what does not fit, another person approves. */
const HOSTILE = '<img src=x onerror="window.broken=1"> Known from others.';

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

async function criteria(): Promise<Frame> {
  await page.goto(`${site.origin}/apps/aims-global/criteria`);
  const frame = await frameOf(page, 'AI management');
  await frame.waitForSelector('text=Bands of levels');
  await stillFrame(frame);
  return frame;
}

const press = (frame: Frame, name: string | RegExp) => frame.getByRole('button', { name }).first().click();

test('what the app proposes is read, changed where it does not fit, and submitted', async () => {
  const frame = await criteria();
  await frame.waitForSelector('text=No version is approved yet.');
  await frame.waitForSelector('text=This is what the app proposes.');
  await press(frame, 'Change Threshold');
  await frame.getByRole('spinbutton', { name: /^Above this level/ }).fill('6');
  await press(frame, 'Save');
  await frame.waitForSelector('text=Draft: it counts once');
  await press(frame, 'Change Likelihood 1');
  await frame.getByRole('textbox', { name: 'Observable sign' }).fill(HOSTILE);
  await press(frame, 'Save');
  await frame.waitForSelector('text=Known from others.');
  await press(frame, 'Submit for approval');
  await frame.waitForSelector('text=it is locked and waits for another person');
  expect(await frame.evaluate('window.broken')).toBeUndefined();
  expect(await faultsOfAccess(frame)).toEqual([]);
});

test('whoever wrote them does not approve them, and can take them back', async () => {
  const frame = await criteria();
  await press(frame, 'Read and approve');
  await frame.waitForSelector('text=You wrote part of this.');
  await press(frame, 'Take back');
  await frame.waitForSelector('text=it counts once another person has approved it');
  await press(frame, 'Submit for approval');
  await frame.waitForSelector('text=it is locked');
});

test('another person reads what it does, and approves it; heat map and threshold follow', async () => {
  await become(page, 'Sofia Second');
  let frame = await criteria();
  await press(frame, 'Read and approve');
  await frame.waitForSelector('text=What the approval does to the risks that are there');
  await frame.waitForSelector('text=Nothing changes for the 0 risks that are there.');
  await press(frame, 'Approve version 1');
  await frame.waitForSelector('text=Version 1, approved');
  frame = await criteria();
  await press(frame, 'Withdraw the approval of 1');
  await press(frame, 'Cancel');
  expect(await frame.evaluate('window.broken')).toBeUndefined();
});

test('who only reads sees what is approved, and can change nothing', async () => {
  await become(page, 'Rita Reader');
  const frame = await criteria();
  await frame.waitForSelector('text=Version 1, approved');
  expect(await frame.getByRole('button', { name: /^Change/ }).count()).toBe(0);
  expect(await frame.getByRole('button', { name: 'Submit for approval' }).count()).toBe(0);
});

test('an approval is taken back with a reason, and stays in the history', async () => {
  await become(page, 'Sofia Second');
  const frame = await criteria();
  await press(frame, 'Withdraw the approval of 1');
  await frame.getByRole('textbox', { name: 'Why the approval is withdrawn' }).fill('Too strict for us.');
  await press(frame, 'Withdraw the approval of version 1');
  await frame.waitForSelector('text=Too strict for us.');
  await frame.waitForSelector('text=No version is approved yet.');
});
