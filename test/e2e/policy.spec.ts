import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import type { Browser, Frame, Page } from 'playwright-core';
import { faultsOfAccess } from './harness/access';
import { openBrowser, openPage, picture } from './harness/browser';
import { setFaults } from './harness/faults';
import { namedFrame, wordsOf } from './harness/frames';
import { textOfPdf } from './harness/pdf';
import { type RunningSite, startRunningSite } from './harness/running-site';
import { become } from './harness/shell';

/** 5.2 and A.2.2: the AI policy is written in Confluence, approved by somebody else, read, and changed. */

/** Longer than axe takes. */
const SLOW_MS = 8_000;
const HOSTILE = '<img src=x onerror="window.broken=1">';
const COMMITMENT = 'We answer for every decision that our AI prepares.';

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];
let address = '';

async function person(name: string): Promise<string> {
  const { accountId } = await site.rest<{ accountId: string }>('POST', '/user', {
    emailAddress: `${name.split(' ')[0]?.toLowerCase()}@example.com`,
    displayName: name,
    products: ['jira-software'],
  });
  await site.rest('POST', '/group/user?groupname=confluence-users', { accountId });
  return accountId;
}

beforeAll(async () => {
  [site, browser] = await Promise.all([startRunningSite(), openBrowser()]);
  ({ page, faults } = await openPage(browser));
  const { groupId } = await site.rest<{ groupId: string }>('POST', '/group', { name: 'Everybody here' });
  for (const name of ['Ann Author', 'Rita Reader'])
    await site.rest('POST', `/group/user?groupId=${groupId}`, { accountId: await person(name) });
  await site.wiki('POST', '/api/v2/spaces', { key: 'AIMS', name: 'AI management system' });
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const named = (where: Page | Frame, name: string) => where.getByRole('button', { name, exact: true }).click();

/** The macro's frame on the page, once it holds `words`. */
async function policyShows(words: string): Promise<Frame> {
  const frame = await namedFrame(page, 'AI policy');
  await frame.waitForSelector(`text=${words}`);
  return frame;
}

/** Chooses a group that the policy is addressed to, by a part of its name. */
async function addressTo(macro: Frame, part: string, name: string): Promise<void> {
  await macro.getByRole('combobox', { name: 'Groups that it is addressed to' }).fill(part);
  await macro.getByRole('option', { name, exact: true }).click();
}

async function publish(): Promise<void> {
  await named(page, 'Publish');
  await page.waitForURL(/\/pages\/\d+$/);
}

test('5.2: the author writes the policy inside its macro; it is a draft that they cannot approve', async () => {
  await page.goto(`${site.origin}/wiki/spaces/AIMS`);
  await become(page, 'Ann Author');
  await named(page, 'Create a page');
  await page.fill('[aria-label="Title of the page"]', 'AI Policy');
  await page.click('.ProseMirror');
  await named(page, 'Insert');
  await page.getByRole('menuitem', { name: 'AI policy' }).click();
  await named(page, 'Configure AI policy');
  const settings = page.frameLocator('[role=dialog] iframe');
  await settings.getByText('Publish the page first').waitFor();
  await settings.getByRole('button', { name: 'Cancel' }).click();
  await page.click('.macro-card-body p');
  await page.keyboard.type(COMMITMENT);
  await page.keyboard.press('Enter');
  await page.keyboard.type(HOSTILE);
  await publish();
  address = page.url();
  const macro = await policyShows('Not approved');
  await macro.waitForSelector(`text=${COMMITMENT}`);
  expect(await macro.textContent('main, body')).toContain(HOSTILE);
  expect(await macro.getByRole('button', { name: /^Approve/ }).count()).toBe(0);
  expect(await faultsOfAccess(macro)).toEqual([]);
  await picture(page, 'policy-draft');
});

test('5.2: somebody else approves it; the line says version, approver and next review', async () => {
  await become(page, 'Site Administrator');
  await page.goto(address);
  const macro = await policyShows('Not approved');
  await named(macro, 'Approve version 1');
  await macro.getByRole('button', { name: 'Approve version 1' }).click();
  // Nothing is sent before it is said who is asked.
  await macro.waitForSelector('text=Choose at least one group, or say that nobody is asked.');
  await addressTo(macro, 'every', 'Everybody here');
  expect(await faultsOfAccess(macro)).toEqual([]);
  await picture(page, 'policy-approve');
  await macro.getByRole('button', { name: 'Approve version 1' }).click();
  await macro.waitForSelector('text=Acknowledged by');
  expect(await macro.textContent('body')).toMatch(
    /ApprovedVersion 1.*by Site Administrator · next review.*evidence for clause 5\.2 and control A\.2\.2\. Whoever approved it wrote none of it\./,
  );
  const shown = await macro.textContent('body');
  expect(shown).toContain('Acknowledged by 0 of 2 people (0 %, threshold 95 %)');
  expect(shown).toContain('You are in none of the groups that it is addressed to');
  expect(await macro.getByRole('button', { name: /^Acknowledge/ }).count()).toBe(0);
});

test('7.3: readers acknowledge it, once each', async () => {
  for (const [reader, count] of [
    ['Rita Reader', '1 of 2'],
    ['Ann Author', '2 of 2'],
  ] as const) {
    await become(page, reader);
    await page.goto(address);
    const macro = await policyShows('Acknowledge version 1');
    await named(macro, 'Acknowledge version 1');
    await macro.waitForSelector('text=You acknowledged version 1');
    expect(await macro.textContent('body')).toContain(`Acknowledged by ${count} people`);
  }
  await picture(page, 'policy-approved');
});

test('5.2: edited after the approval, readers are shown the approved text and told that it moved on', async () => {
  await named(page, 'Edit');
  await page.click(`.ProseMirror p:has-text("${COMMITMENT}")`);
  await page.keyboard.press('End');
  await page.keyboard.type(' Most of the time.');
  await publish();
  const macro = await policyShows('Changed since approval');
  expect(await macro.textContent('body')).toMatch(
    /Changed since approval, last by Ann Author on .* Readers are shown version 1 until version 2 is approved\./,
  );
  expect(await macro.textContent('body')).not.toContain('Most of the time.');
  await named(macro, 'Show what is written now');
  await macro.waitForSelector('text=Most of the time.');
  const words = (await macro.textContent('body')) ?? '';
  expect(words).toMatch(/Not approvedVersion 2Version 1 is approved: .* by Site Administrator/);
  expect(words).toContain('you wrote this version');
  expect(words).not.toContain('Acknowledge');
  await macro.waitForSelector('text=1 line differs between version 1 and version 2');
  expect(await macro.textContent('[aria-label="What differs"] li > p:last-child')).toBe(
    `Is ${COMMITMENT} Most of the time.`,
  );
  expect(await macro.textContent('[aria-label="What differs"] ins')).toContain('Most');
  expect(await macro.textContent('[aria-label="What differs"] li > p:first-child')).toBe(`Was ${COMMITMENT}`);
  expect(await faultsOfAccess(macro)).toEqual([]);
  await picture(page, 'policy-changed');
});

test('5.2: whoever may approve it is told under “Needs you” that it changed, and comes to the page', async () => {
  const needs = `${site.origin}/apps/aims-global/needs`;
  await page.goto(needs);
  const author = await namedFrame(page, 'AI management');
  await author.waitForSelector('text=Nothing of yours waits');
  await become(page, 'Site Administrator');
  await page.goto(needs);
  const frame = await namedFrame(page, 'AI management');
  await frame.waitForSelector('text=changed since its approval (version 1)');
  expect(await faultsOfAccess(frame)).toEqual([]);
  await picture(page, 'policy-needs-you');
  const opened = page.waitForEvent('popup');
  await frame.getByRole('link', { name: 'AI Policy' }).click();
  const view = await opened;
  await view.getByRole('heading', { name: 'AI Policy', level: 1 }).waitFor();
  await view.close();
  await become(page, 'Ann Author');
});

test('5.2: whoever may approve the new version is offered that under its text, not under the approved one', async () => {
  await become(page, 'Site Administrator');
  await page.goto(address);
  const macro = await policyShows('Changed since approval');
  expect(await macro.textContent('body')).not.toContain('Most of the time.');
  expect(await macro.getByRole('button', { name: /^Approve/ }).count()).toBe(0);
  await named(macro, 'Review version 2');
  await macro.waitForSelector('text=Most of the time.');
  await macro.getByRole('button', { name: 'Approve version 2' }).waitFor();
  expect(await faultsOfAccess(macro)).toEqual([]);
  await picture(page, 'policy-review');
  await named(macro, 'Show the approved version');
  await macro.waitForSelector('text=Acknowledged by 2 of 2 people');
  expect(await macro.getByRole('button', { name: /^Approve/ }).count()).toBe(0);
});

test('7.5.3: PDF and Word carry the approved text and say what it is', async () => {
  const opened = page.waitForEvent('popup');
  await named(page, 'More actions');
  await page.getByRole('menuitem', { name: 'Export to PDF' }).click();
  const view = await opened;
  await view.waitForSelector('html[data-export-ready]');
  const pdf = textOfPdf(await view.pdf());
  await view.close();
  const saved = page.waitForEvent('download');
  await named(page, 'More actions');
  await page.getByRole('menuitem', { name: 'Export to Word' }).click();
  const { value: word } = await mammoth.extractRawText({ buffer: readFileSync(await (await saved).path()) });
  for (const text of [pdf, word.replaceAll(/\s+/g, ' ')]) {
    expect(text).toMatch(/Approved .*, version 1, next review .*Changed since approval: this is the approved text\./);
    expect(text).toContain(COMMITMENT);
    expect(text).toContain(HOSTILE);
    expect(text).not.toContain('Most of the time.');
  }
});

test('with Confluence out of reach the policy is waited for, then unknown, and comes back', async () => {
  await setFaults(page, { slow: { confluence: SLOW_MS } });
  await page.goto(address);
  const waiting = await namedFrame(page, 'AI policy');
  await waiting.waitForSelector('[role=status]:has-text("Loading")');
  expect(await faultsOfAccess(waiting)).toEqual([]);
  await setFaults(page, { clear: true, unavailable: { confluence: {} } });
  await page.goto(address);
  const failed = await policyShows('Unknown as of');
  expect(await wordsOf(failed)).toContain('Confluence did not answer');
  expect(await wordsOf(failed)).not.toContain(COMMITMENT);
  expect(await faultsOfAccess(failed)).toEqual([]);
  await setFaults(page, { clear: true });
  await named(failed, 'Try again');
  await failed.waitForSelector(`text=${COMMITMENT}`);
});

test('a reader without a login sees the approved policy of a public space, and no person', async () => {
  await become(page, 'Site Administrator');
  await page.goto(`${site.origin}/wiki/spaces/AIMS/settings`);
  await page.click('label:has-text("Open to everybody")');
  await page.waitForSelector('text=Everybody may read this space');
  await become(page, 'Anonymous');
  await page.goto(address);
  const macro = await policyShows('Approved');
  const words = (await macro.textContent('body')) ?? '';
  expect(words).toContain(`${COMMITMENT}${HOSTILE}`);
  for (const internal of [
    'Site Administrator',
    'Ann Author',
    'Acknowledge',
    'Changed since',
    'waits for approval',
    'version 2',
  ])
    expect(words).not.toContain(internal);
  expect(await macro.getByRole('button').count()).toBe(0);
  expect(faults).toEqual([]);
  expect(await page.evaluate('window.broken')).toBeUndefined();
});

test('a second page takes the place of the policy only where the approver says so, and may ask nobody', async () => {
  await become(page, 'Ann Author');
  await page.goto(`${site.origin}/wiki/spaces/AIMS`);
  await named(page, 'Create a page');
  await page.fill('[aria-label="Title of the page"]', 'Policy of tomorrow');
  await page.click('.ProseMirror');
  await named(page, 'Insert');
  await page.getByRole('menuitem', { name: 'AI policy' }).click();
  await page.click('.macro-card-body p');
  await page.keyboard.type('We do without AI.');
  await publish();
  const second = page.url();
  await become(page, 'Site Administrator');
  await page.goto(second);
  const macro = await policyShows('Not approved');
  await named(macro, 'Approve version 1');
  await macro.check('input[name=nobody]');
  await macro.waitForSelector(
    'text=/Replace the organisation’s AI policy: “AI Policy”, version 1, approved .*, acknowledged by 2 people/',
  );
  // Nothing is sent before it is said.
  await named(macro, 'Approve version 1');
  expect(await macro.evaluate('document.querySelector("input[name=replaces]").validity.valueMissing')).toBe(true);
  expect(await faultsOfAccess(macro)).toEqual([]);
  await picture(page, 'policy-replaces');
  await macro.check('input[name=replaces]');
  await named(macro, 'Approve version 1');
  await macro.waitForSelector('text=Nobody is asked to acknowledge it');
  await page.goto(address);
  await policyShows('The AI policy that counts stands on another page.');

  await page.goto(second);
  const again = await policyShows('Nobody is asked to acknowledge it');
  await named(again, 'Approve version 1 again');
  await addressTo(again, 'every', 'Everybody here');
  await named(again, 'Approve version 1 again');
  await again.waitForSelector('text=Acknowledged by 0 of 2 people');
  await become(page, 'Rita Reader');
  await page.goto(second);
  await named(await policyShows('Acknowledge version 1'), 'Acknowledge version 1');
  await policyShows('Acknowledged by 1 of 2 people (50 %');
});
