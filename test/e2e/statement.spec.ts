import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Browser, Frame, Page } from 'playwright-core';
import { faultsOfAccess } from './harness/access';
import { openBrowser, openPage } from './harness/browser';
import { stillFrame, untilIn } from './harness/frames';
import { createAdministrator, createReader, enrolledClaims } from './harness/people';
import { type RunningSite, startRunningSite } from './harness/running-site';
import { become, frameOf } from './harness/shell';

/** 6.1.3: whoever manages decides the 38 controls, another person approves, and what was approved can be taken back. */
const PLACE = '/apps/aims-global/statement';
const HOSTILE = '<img src=x onerror="window.broken=1"> is what this reason says.';

/** From nothing to submitted, at most so many presses and texts. */
const MOST = { presses: 60, texts: 12 };

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];
const spent = { presses: 0, texts: 0 };

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

async function statement(): Promise<Frame> {
  await page.goto(site.origin + PLACE);
  const frame = await frameOf(page, 'AI management');
  await frame.waitForSelector('text=A.10 ');
  await stillFrame(frame);
  return frame;
}

async function press(frame: Frame, name: string | RegExp): Promise<void> {
  spent.presses += 1;
  await frame.getByRole('button', { name }).first().click();
}
async function choose(frame: Frame, name: string): Promise<void> {
  spent.presses += 1;
  await frame.getByRole('checkbox', { name, exact: true }).click();
}
async function write(frame: Frame, label: string, text: string): Promise<void> {
  spent.texts += 1;
  await frame.getByRole('textbox', { name: label }).fill(text);
}

/** Decides what is chosen, with one reason for all of it. */
async function decide(frame: Frame, text: string): Promise<void> {
  await write(frame, 'Reason for all that are chosen', text);
  await press(frame, /^Decide \d+/);
  // Nothing is chosen any more once it is written.
  await frame.waitForSelector('text=Choose controls in the tables');
}

test('6.1.3: from nothing to submitted in few presses, and every reason of its own', async () => {
  const frame = await statement();
  await frame.waitForSelector('text=No version is approved yet.');
  expect(await frame.getByRole('checkbox', { name: /^Choose A\.\d+\.\d/ }).count()).toBe(38);
  for (const group of ['A.2', 'A.3', 'A.4', 'A.5', 'A.6', 'A.7', 'A.8', 'A.9', 'A.10']) {
    await choose(frame, `Choose all of ${group}`);
    await decide(frame, `What ${group} asks is part of how we work with AI. ${group === 'A.4' ? HOSTILE : ''}`);
  }
  await choose(frame, 'Choose A.10.4');
  spent.presses += 1;
  await frame.getByRole('radio', { name: 'Excluded' }).click();
  await decide(frame, 'No customer of ours has anything to do with our AI.');
  await press(frame, 'Submit for approval');
  await frame.waitForSelector('text=it is locked and waits for another person');
  expect(spent.presses).toBeLessThanOrEqual(MOST.presses);
  expect(spent.texts).toBeLessThanOrEqual(MOST.texts);
  // S2 speaks of more than three exclusions with one text.
  expect(await frame.getByText('one and the same reason').count()).toBe(0);
  expect(await page.evaluate('window.broken')).toBeUndefined();
  expect(await frame.evaluate('window.broken')).toBeUndefined();
  expect(await faultsOfAccess(frame)).toEqual([]);
});

test('nobody approves what they wrote; they can take it back', async () => {
  const frame = await statement();
  await press(frame, 'Read and approve');
  await frame.waitForSelector('text=You wrote part of this.');
  expect(await frame.getByRole('button', { name: /^Approve version/ }).isDisabled()).toBe(true);
  await press(frame, 'Take back');
  await frame.waitForSelector('text=it counts once another person has approved it');
  await press(frame, 'Submit for approval');
  await frame.waitForSelector('text=it is locked');
});

test('another person is told, reads every word, returns it once, and approves it', async () => {
  await become(page, 'Sofia Second');
  await page.goto(`${site.origin}/apps/aims-global/needs`);
  const needs = await frameOf(page, 'AI management');
  await needs.waitForSelector('text=submitted: it waits for your approval');
  let frame = await statement();
  await press(frame, 'Read and approve');
  await frame.waitForSelector(`text=${HOSTILE}`);
  expect(await faultsOfAccess(frame)).toEqual([]);
  await write(frame, 'What has to change, if you return it', 'Say who is responsible for A.2.2.');
  await press(frame, 'Return');
  await frame.waitForSelector('text=Returned by Sofia Second');

  await become(page, 'Site Administrator');
  frame = await statement();
  await frame.waitForSelector('text=Say who is responsible for A.2.2.');
  await press(frame, /^A\.2\.2 /);
  await frame.getByRole('combobox', { name: 'Responsible' }).fill('Rita');
  await frame.getByRole('option', { name: 'Rita Reader' }).click();
  await press(frame, 'Save');
  await untilIn(frame, () => document.querySelector('table')?.textContent?.includes('Rita Reader'));
  await press(frame, 'Submit for approval');
  await frame.waitForSelector('text=it is locked');

  await become(page, 'Sofia Second');
  frame = await statement();
  await press(frame, 'Read and approve');
  await press(frame, 'Approve version 1');
  await frame.waitForSelector('text=Version 1, approved');
  await frame.waitForSelector('text=Nothing was changed since the approval.');
});

test('a changed word makes another fingerprint, and is refused', async () => {
  await become(page, 'Site Administrator');
  let frame = await statement();
  await choose(frame, 'Choose A.3.2');
  await decide(frame, 'Somebody has to answer for each of our AI systems.');
  await press(frame, 'Submit for approval');
  await frame.waitForSelector('text=it is locked');
  await become(page, 'Sofia Second');
  // One word of what the screen is told is another one on its way.
  const changed = 'Nobody has to answer for each of our AI systems.';
  await page.route('**/local/bridge', async (route) => {
    const response = await route.fetch();
    const text = (await response.text()).replace('Somebody has to answer for each of our AI systems.', changed);
    await route.fulfill({ response, body: text });
  });
  frame = await statement();
  await press(frame, 'Read and approve');
  await frame.waitForSelector(`text=${changed}`);
  await press(frame, 'Approve version 2');
  await frame.waitForSelector('text=The content changed while you read it.');
  await page.unroute('**/local/bridge');
  await press(frame, 'Read it again');
  await frame.waitForSelector('text=Somebody has to answer for each of our AI systems.');
  await stillFrame(frame);
  await press(frame, 'Approve version 2');
  await frame.waitForSelector('text=Version 2, approved');
});

test('versions are compared, taken up again, and taken back with a reason', async () => {
  const frame = await statement();
  await press(frame, 'Compare version 1');
  await frame.getByRole('heading', { name: 'Version 1 and the draft' }).waitFor();
  await frame.waitForSelector('text=Somebody has to answer for each of our AI systems.');
  await press(frame, 'Close the comparison');
  await press(frame, 'Take version 1 as the draft');
  await frame.waitForSelector('text=it counts once another person has approved it');
  await press(frame, 'Withdraw the approval of 2');
  await write(frame, 'Why the approval is withdrawn', 'It was approved too early.');
  await press(frame, 'Withdraw the approval of version 2');
  await frame.waitForSelector('text=It was approved too early.');
  await frame.waitForSelector('text=Version 1, approved');
});

test('a control of our own', async () => {
  const frame = await statement();
  await press(frame, 'Add a control of your own');
  await write(frame, 'Title', 'A second reader for every refusal');
  await write(frame, 'What it asks', 'Nobody is refused anything by one person and a machine alone.');
  await write(frame, 'Why it is needed', 'A refusal hurts people, and Annex A names no second reader.');
  await press(frame, 'Add it');
  await frame.waitForSelector('text=own/1');
  await frame.waitForSelector('text=A second reader for every refusal');
});

test('who only reads sees the version in force, its file, and no button that writes', async () => {
  await become(page, 'Rita Reader');
  const frame = await statement();
  await frame.waitForSelector('text=Version 1, approved');
  expect(await frame.getByText('own/1').count()).toBe(0);
  for (const name of ['Submit for approval', 'Add a control of your own', /^Decide/, /^Withdraw/, /^Take version/])
    expect(await frame.getByRole('button', { name }).count()).toBe(0);
  expect(await frame.getByRole('checkbox').count()).toBe(0);
  const [download] = await Promise.all([page.waitForEvent('download'), press(frame, 'CSV')]);
  expect(download.suggestedFilename()).toBe('statement-of-applicability-1.csv');
  await frame.waitForSelector('text=Saved as statement-of-applicability-1.csv.');
  const { data } = Papa.parse<Record<string, string>>(readFileSync(await download.path(), 'utf8'), { header: true });
  expect(data).toHaveLength(38);
  expect(data[0]).toMatchObject({ Control: 'A.2.2', Responsible: 'Rita Reader', 'Approved by': 'Sofia Second' });
});
