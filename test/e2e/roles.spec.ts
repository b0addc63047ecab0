import type { Browser, Frame, Page } from 'playwright-core';
import { faultsOfAccess } from './harness/access';
import { eventually, openBrowser, openPage, picture } from './harness/browser';
import { namedFrame, stillFrame, wordsOf } from './harness/frames';
import type { RunningSite } from './harness/running-site';
import { startSampleSite } from './harness/sample-site';
import { become, frameOf } from './harness/shell';

/**
 * One change of the risk criteria on the filled site, through all hands: the risk manager proposes, a second person approves, top
 * management takes it back, the auditor concludes, a member of a team works by it, a reader reads. Each meets what is theirs to do.
 */
const RISK_MANAGER = 'Ines Falk';
const SECOND = 'Site Administrator';
const TOP_MANAGEMENT = 'Sofia Marin';
const AUDITOR = 'Ruth Adler';
const MEMBER = 'Amara Diallo';
const READER = 'Mira Osei';
const DECIDING =
  /^(Change\b|Submit for approval|Read and approve|Approve version|Withdraw the approval|Record a conclusion)/;

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];

beforeAll(async () => {
  [site, browser] = await Promise.all([startSampleSite(), openBrowser()]);
  ({ page, faults } = await openPage(browser));
  await page.goto(site.origin);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});
afterEach(() => expect(faults).toEqual([]));

const press = (frame: Frame, name: string | RegExp) => frame.getByRole('button', { name }).first().click();

async function opened(path: string, shown: string): Promise<Frame> {
  await page.goto(`${site.origin}/apps/aims-global/${path}`);
  const frame = await frameOf(page, 'AI management');
  await frame.waitForSelector(`text=${shown}`);
  await stillFrame(frame);
  return frame;
}
const criteria = () => opened('criteria', 'Bands of levels');
async function needs(): Promise<string> {
  const frame = await opened('needs', 'Needs you');
  await frame.waitForSelector('[aria-label="Needs you"][aria-busy=false]');
  return wordsOf(frame);
}
/** Buttons by which somebody could decide here. */
const deciding = (frame: Frame) => frame.getByRole('button', { name: DECIDING }).count();

test('risk manager: lowers the threshold of the criteria in force, and submits it', async () => {
  await become(page, RISK_MANAGER);
  const frame = await criteria();
  await frame.waitForSelector('text=Version 1, approved');
  await press(frame, 'Change Threshold');
  await frame.getByRole('spinbutton', { name: /^Above this level/ }).fill('4');
  await press(frame, 'Save');
  await frame.waitForSelector('text=Draft: it counts once');
  await press(frame, 'Submit for approval');
  await frame.waitForSelector('text=it is locked and waits for another person');
  await press(frame, 'Read and approve');
  await frame.waitForSelector('text=You wrote part of this.');
  expect(await frame.getByRole('button', { name: /^Approve version/ }).isDisabled()).toBe(true);
  await picture(page, 'role-risk-manager');
});

test('second approver: is told, reads what it does to the risks that are there, and approves it', async () => {
  await become(page, SECOND);
  expect(await needs()).toContain('submitted: it waits for your approval');
  const frame = await criteria();
  await press(frame, 'Read and approve');
  await frame.waitForSelector('text=What the approval does to the risks that are there');
  await picture(page, 'role-second-approver');
  expect(await faultsOfAccess(frame)).toEqual([]);
  await press(frame, 'Approve version 2');
  await frame.waitForSelector('text=Version 2, approved');
});

test('top management: takes another’s approval back with a reason, and the version before counts again', async () => {
  await become(page, TOP_MANAGEMENT);
  const frame = await criteria();
  await press(frame, 'Withdraw the approval of 2');
  await frame.getByRole('textbox', { name: 'Why the approval is withdrawn' }).fill('The board keeps its appetite.');
  await press(frame, 'Withdraw the approval of version 2');
  await frame.waitForSelector('text=The board keeps its appetite.');
  await frame.waitForSelector('text=Version 1, approved');
  await picture(page, 'role-top-management');
});

test('auditor: sees who approved and who withdrew, changes nothing of it, and concludes', async () => {
  await become(page, AUDITOR);
  const read = await criteria();
  await read.waitForSelector('text=The board keeps its appetite.');
  expect(await read.getByRole('button', { name: /^Change/ }).count()).toBe(0);
  expect(await read.getByRole('button', { name: 'Submit for approval' }).count()).toBe(0);
  const frame = await opened('requirements/6.2', 'What ISO/IEC 42001:2023 asks');
  await press(frame, /Record a conclusion/);
  await frame
    .getByRole('textbox', { name: 'What you looked at' })
    .fill('The objectives of this year, and their results.');
  await press(frame, 'Record');
  await frame.waitForSelector('text=Recorded by Ruth Adler');
  await picture(page, 'role-auditor');
});

test('member of a team: sees what counts and what is missing beside their issue, and decides nothing', async () => {
  await become(page, MEMBER);
  expect(await needs()).not.toContain('waits for your approval');
  expect(await deciding(await criteria())).toBe(0);
  expect(await deciding(await opened('statement', 'A.10 '))).toBe(0);
  expect(await deciding(await opened('requirements/6.2', 'Recorded by'))).toBe(0);
  const { issues } = await site.rest<{ issues: { key: string }[] }>('POST', '/search/jql', {
    jql: 'issuetype = "AI system" AND summary ~ "fraud"',
    fields: ['summary'],
  });
  await page.goto(`${site.origin}/browse/${issues[0]?.key}`);
  const frame = await namedFrame(page, 'AIMS');
  await frame.waitForSelector('[data-testid=context]');
  await stillFrame(frame);
  expect(await deciding(frame)).toBe(0);
  await picture(page, 'role-member');
});

test('reader without Jira: reads the policy and the Statement in Confluence, and confirms what is asked of them', async () => {
  const pageOf = async (title: string) => {
    const { results } = await site.wiki<{ results: { id: string }[] }>(
      'GET',
      `/api/v2/pages?title=${encodeURIComponent(title)}`,
    );
    return `${site.origin}/wiki/content/${results[0]?.id}`;
  };
  await become(page, READER);
  await page.goto(await pageOf('AI Policy'));
  const policy = await namedFrame(page, 'AI policy');
  await policy.getByRole('button', { name: /^(Acknowledge|Confirm)/ }).click();
  await eventually('it is confirmed', async () => /You (acknowledged|confirmed)/.test(await wordsOf(policy)));
  expect(await policy.getByRole('button', { name: /^Approve/ }).count()).toBe(0);
  await page.goto(await pageOf('Where we stand'));
  const control = await namedFrame(page, 'Control status');
  await control.waitForSelector('[data-testid=macro]');
  expect(await deciding(control)).toBe(0);
  await picture(page, 'role-reader');
});
