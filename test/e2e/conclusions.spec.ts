import type { Browser, Frame, Page } from 'playwright-core';
import { SAID } from '../support/saying';
import { faultsOfAccess } from './harness/access';
import { eventually, openBrowser, openPage } from './harness/browser';
import { namedFrame, stillFrame } from './harness/frames';
import { createAdministrator, createReader, enrolledClaims } from './harness/people';
import { type RunningSite, startRunningSite } from './harness/running-site';
import { become, frameOf } from './harness/shell';

/** 9.2: whoever audits concludes on a requirement, raises what they found, and takes back what was wrong. */
const AUDIT = '9.2.2 Internal audit programme';
const VERIFICATION = 'A.6.2.4 AI system verification and validation';
const HOSTILE = '<img src=x onerror="window.broken=1"> stands in the minutes that I read.';
const DAY_MS = 86_400_000;

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];

const dayBefore = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

beforeAll(async () => {
  [site, browser] = await Promise.all([startRunningSite(), openBrowser()]);
  ({ page, faults } = await openPage(browser));
  const projectId = await enrolledClaims(page, site);
  await createAdministrator(site, 'Ruth Auditor');
  await createReader(site, 'Rita Reader');

  const system = await create(projectId, 'AI system', {});
  await evidence(projectId, AUDIT);
  const test = await evidence(projectId, VERIFICATION);
  const link = { type: { name: 'AIMS concern' }, inwardIssue: { id: test }, outwardIssue: { id: system } };
  await site.rest('POST', '/issueLink', link);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});
afterEach(() => expect(faults).toEqual([]));

async function create(projectId: string, type: string, named: Record<string, unknown>): Promise<string> {
  const fields = await site.rest<{ id: string; name: string }[]>('GET', '/field');
  const byId = Object.entries(named).map(([name, value]) => [fields.find((one) => one.name === name)?.id, value]);
  const issue = {
    project: { id: projectId },
    issuetype: { name: type },
    summary: `A ${type}`,
    ...SAID,
    ...Object.fromEntries(byId),
  };
  return (await site.rest<{ id: string }>('POST', '/issue', { fields: issue })).id;
}

/** A record that is done, of the administrator. */
async function evidence(projectId: string, requirement: string): Promise<string> {
  const named = { 'AIMS requirements': [{ value: requirement }], 'Evidence effective date': dayBefore(30) };
  const id = await create(projectId, 'Task', named);
  const { transitions } = await site.rest<{ transitions: { id: string; name: string }[] }>(
    'GET',
    `/issue/${id}/transitions`,
  );
  const done = transitions.find(({ name }) => name === 'Done');
  await site.rest('POST', `/issue/${id}/transitions`, { transition: { id: done?.id } });
  return id;
}

/** The requirement's panel, once it shows a state. */
async function requirement(state: string): Promise<Frame> {
  let shown: Frame | null = null;
  await eventually(
    `9.2.2 is ${state}`,
    async () => {
      await page.goto(`${site.origin}/apps/aims-global/requirements/9.2.2`);
      const frame = await frameOf(page, 'AI management');
      const words = await frame.getByTestId('panel-state').textContent();
      shown = frame;
      return words?.includes(state) ?? false;
    },
    60_000,
  );
  if (shown === null) throw new Error('No panel was shown.');
  await stillFrame(shown);
  return shown;
}
const press = (frame: Frame, name: string | RegExp) => frame.getByRole('button', { name }).first().click();
const write = (frame: Frame, label: string, text: string) => frame.getByRole('textbox', { name: label }).fill(text);

test('conforms, with what was looked at: verified', async () => {
  await page.goto(site.origin);
  await become(page, 'Ruth Auditor');
  const frame = await requirement('Implemented');
  await frame.waitForSelector('text=Nobody has concluded on it yet.');
  await press(frame, /Record a conclusion/);
  await frame.getByLabel('Concluded on').fill(dayBefore(1));
  await write(frame, 'What you looked at', 'Some minutes.');
  await press(frame, 'Record');
  await frame.waitForSelector('text=Name what you looked at.');
  await write(frame, 'What you looked at', HOSTILE);
  await frame.getByRole('textbox', { name: 'Find an issue by key or words' }).fill('Task');
  await press(frame, /^CLAIM-\d+ A Task/);
  expect(await faultsOfAccess(frame)).toEqual([]);
  await press(frame, 'Record');
  await frame.waitForSelector(`text=${HOSTILE}`);
  await frame.waitForSelector('text=Recorded by Ruth Auditor');
  await requirement('Verified');
});

test('an external audit names its body and report', async () => {
  const frame = await requirement('Verified');
  await press(frame, /Record a conclusion/);
  await press(frame, 'External audit');
  await write(frame, 'What you looked at', 'The minutes of the two audits of this year.');
  await press(frame, 'Record');
  await frame.waitForSelector('text=An external audit needs the body that audited and its report.');
  await press(frame, 'Cancel');
});

test('nonconforming: it is so at once, and the nonconformity is raised in two presses', async () => {
  let frame = await requirement('Verified');
  await press(frame, /Record a conclusion/);
  await press(frame, 'Nonconforming');
  await write(frame, 'What you looked at', 'The programme names no audit of the tariff model.');
  await press(frame, 'Record');
  await frame.waitForSelector('text=Nothing was raised from it yet.');
  await requirement('Nonconforming');
  await page.goto(`${site.origin}/apps/aims-global/needs`);
  const needs = await frameOf(page, 'AI management');
  await needs.waitForSelector('text=as nonconforming, and nothing was raised');
  expect(await faultsOfAccess(needs)).toEqual([]);
  frame = await requirement('Nonconforming');
  await press(frame, 'Raise the nonconformity');
  await press(frame, 'Create the nonconformity');
  await frame.waitForSelector('text=Raised:');
  await frame.waitForSelector('text=Nothing was raised from it yet.', { state: 'detached' });
  expect(await faultsOfAccess(frame)).toEqual([]);
  const { fields } = await site.rest<{
    fields: { issuetype: { name: string }; description: unknown } & Record<string, unknown>;
  }>('GET', `/issue/${await frame.locator('text=Raised:').locator('a').textContent()}`);
  expect(fields.issuetype.name).toBe('Nonconformity');
  const text = JSON.stringify(fields);
  for (const words of ['no audit of the tariff model', AUDIT, '"Minor"', 'Internal audit', dayBefore(0)])
    expect(text).toContain(words);
  expect(await frame.evaluate('window.broken')).toBeUndefined();
});

test('what an audit raised and an approver dismissed violates until whoever audits agrees, beside the issue', async () => {
  const key = await (await requirement('Nonconforming')).locator('text=Raised:').locator('a').textContent();
  const approver = await createAdministrator(site, 'Alma Approver');
  const { transitions } = await site.rest<{ transitions: { id: string; name: string }[] }>(
    'GET',
    `/issue/${key}/transitions`,
  );
  const id = transitions.find(({ name }) => name === 'Is not a nonconformity')?.id;
  await site.rest('POST', `/issue/${key}/transitions`, { transition: { id } }, approver);
  let panel: Frame | null = null;
  await eventually('the panel asks for an agreement', async () => {
    await page.goto(`${site.origin}/browse/${key}`);
    panel = await namedFrame(page, 'AIMS');
    await stillFrame(panel);
    return (await panel.getByRole('button', { name: 'Agree, as somebody who audits' }).count()) > 0;
  });
  if (panel === null) throw new Error('No panel was shown.');
  const beside: Frame = panel;
  await beside.waitForSelector('text=An audit raised it, so it violates until somebody who audits agrees');
  await press(beside, 'Agree, as somebody who audits');
  await write(beside, 'Why it is no nonconformity, or an observation', 'The programme does name it, in its annex.');
  expect(await faultsOfAccess(beside)).toEqual([]);
  await press(beside, 'Agree');
  await beside.waitForSelector('text=An audit raised it', { state: 'detached' });
});

test('taken back it stays, struck through, with the reason', async () => {
  const frame = await requirement('Nonconforming');
  await press(frame, 'Withdraw');
  await write(frame, 'Why it is withdrawn', 'The audit stands in the appendix.');
  await press(frame, 'Withdraw');
  await frame.waitForSelector('text=The audit stands in the appendix.');
  expect(await frame.locator('del').first().textContent()).toMatch(/^Nonconforming/);
});

test('of an AI system, from its panel', async () => {
  await page.goto(`${site.origin}/apps/aims-global/systems`);
  const frame = await frameOf(page, 'AI management');
  await press(frame, /A AI system/);
  await frame.getByRole('combobox', { name: /^Requirement to conclude on/ }).fill('A.6.2.4');
  await frame.getByRole('option', { name: VERIFICATION }).click();
  await press(frame, /Record a conclusion/);
  await write(frame, 'What you looked at', 'The test report and three of its cases.');
  await press(frame, 'Record');
  await frame.waitForSelector('text=The test report and three of its cases.');
  await frame.waitForSelector('text=Recorded by Ruth Auditor');
  expect(await faultsOfAccess(frame)).toEqual([]);
});

test('whoever only reads sees them, and no button', async () => {
  await become(page, 'Rita Reader');
  const frame = await requirement('Verified');
  await frame.waitForSelector('text=Recorded by Ruth Auditor');
  for (const name of [/Record a conclusion/, 'Withdraw', 'Raise the nonconformity'])
    expect(await frame.getByRole('button', { name }).count()).toBe(0);
});
