import type { Browser, Frame, Page } from 'playwright-core';
import { faultsOfAccess } from './harness/access';
import { eventually, openBrowser, openPage, picture } from './harness/browser';
import { wordsOf } from './harness/frames';
import type { RunningSite } from './harness/running-site';
import { startSampleSite } from './harness/sample-site';
import { become, frameOf } from './harness/shell';

/** 6.1.3: what changes after the approval marks the Statement "to review", with its cause, until it is approved again. */
const MARK = 'To review';

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

const issueOf = async (summary: string) => {
  const { issues } = await site.rest<{ issues: { id: string; key: string }[] }>('POST', '/search/jql', {
    jql: `issuetype = "AI system" AND summary ~ "${summary}"`,
    fields: ['summary'],
  });
  const [issue] = issues;
  if (issue === undefined) throw new Error(`There is no AI system ${summary}.`);
  return issue;
};

async function statement(): Promise<Frame> {
  await page.goto(`${site.origin}/apps/aims-global/statement`);
  const frame = await frameOf(page, 'AI management');
  await frame.waitForSelector('text=A.10 ');
  return frame;
}
const needs = async (): Promise<string> => {
  await page.goto(`${site.origin}/apps/aims-global/needs`);
  const frame = await frameOf(page, 'AI management');
  await frame.waitForSelector('[aria-label="Needs you"][aria-busy=false]');
  return wordsOf(frame);
};
const press = (frame: Frame, name: string | RegExp) => frame.getByRole('button', { name }).first().click();

test('while nothing has changed since the approval, nothing is to review', async () => {
  await become(page, 'Ines Falk');
  const frame = await statement();
  await frame.waitForSelector('text=Version 1, approved');
  expect(await frame.getByText(MARK, { exact: true }).count()).toBe(0);
  expect(await needs()).not.toContain('to review');
});

test('the class of an AI system changes: whoever manages is told, and the Statement names the system', async () => {
  const { id, key } = await issueOf('flood');
  const fields = await site.rest<{ id: string; name: string }[]>('GET', '/field');
  const field = fields.find(({ name }) => name === 'AI Act class')?.id ?? '';
  await site.rest('PUT', `/issue/${id}`, { fields: { [field]: [{ value: 'Out of scope (Art. 2)' }] } });
  await eventually('"Needs you" tells of it', async () => (await needs()).includes('to review:'));
  expect(await needs()).toContain(
    'to review: our part, AI Act role or AI Act class was changed for 1 AI system after the approval',
  );
  await picture(page, 'needs-to-review');
  const frame = await statement();
  await frame.waitForSelector(`text=${MARK}`);
  expect(await wordsOf(frame)).toContain(
    `Our part, AI Act role or AI Act class was changed for 1 AI system after the approval: ${key}`,
  );
  expect(await wordsOf(frame)).toContain('Version 1, approved');
  expect(await faultsOfAccess(frame)).toEqual([]);
  await picture(page, 'statement-to-review');
});

test('it is submitted as it is, and once another person has approved it the mark is gone', async () => {
  let frame = await statement();
  await press(frame, 'Submit for approval');
  await frame.waitForSelector('text=it is locked and waits for another person');
  await frame.waitForSelector('text=Once what was submitted is approved, this mark goes.');
  expect(await needs()).not.toContain('to review');
  await become(page, 'Sofia Marin');
  frame = await statement();
  await press(frame, 'Read and approve');
  await press(frame, 'Approve version 2');
  await frame.waitForSelector('text=Version 2, approved');
  expect(await frame.getByText(MARK, { exact: true }).count()).toBe(0);
  await become(page, 'Ines Falk');
  expect(await needs()).not.toContain('to review');
});
