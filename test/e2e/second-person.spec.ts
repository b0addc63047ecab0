import type { Browser, Frame, Page } from 'playwright-core';
import { triage } from '../../controls/decisions';
import { SAID } from '../support/saying';
import { faultsOfAccess } from './harness/access';
import { eventually, openBrowser, openPage } from './harness/browser';
import { procedure } from './harness/enrol';
import { namedFrame, stillFrame } from './harness/frames';
import { createAdministrator, enrolledClaims } from './harness/people';
import { type RunningSite, startRunningSite } from './harness/running-site';
import { become, frameOf } from './harness/shell';

/** 6.1.4 and A.6.2.8: an AI system is triaged, and one record is met in common; one person writes, another approves. */
const HOSTILE = '<img src=x onerror="window.broken=1"> is what this reason says.';

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];
let system: { id: string; key: string };
let record: { id: string; key: string };

beforeAll(async () => {
  [site, browser] = await Promise.all([startRunningSite(), openBrowser()]);
  ({ page, faults } = await openPage(browser));
  const projectId = await enrolledClaims(page, site);
  await createAdministrator(site, 'Sofia Second');
  const create = (type: string, summary: string) =>
    site.rest<{ id: string; key: string }>('POST', '/issue', {
      fields: { project: { id: projectId }, issuetype: { name: type }, summary, ...SAID },
    });
  system = await create('AI system', 'Text recognition of invoices');
  record = await create('Task', 'One platform keeps the logs');
  const requirement = { issueId: record.id, requirementId: 'iso42001/A.6.2.8' };
  await procedure(page, 'aims-context', 'issue.addRequirement', requirement);
  await eventually('both issues are read', async () => {
    const { missing } = await procedure<{ missing: { code: string }[] }>(page, 'aims-context', 'issue.context', {
      issueId: record.id,
    });
    const { kind } = await procedure<{ kind: string }>(page, 'aims-context', 'issue.context', { issueId: system.id });
    return kind === 'ai-system' && missing.some(({ code }) => code === 'system');
  });
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});
afterEach(() => expect(faults).toEqual([]));

const press = (frame: Frame, name: string | RegExp) => frame.getByRole('button', { name }).first().click();

/** The panel of the AI system in the app's page, with its triage. */
async function triageOnPage(): Promise<Frame> {
  await page.goto(`${site.origin}/apps/aims-global/systems/${system.id}`);
  const frame = await frameOf(page, 'AI management');
  await press(frame, 'Triage: is a full impact assessment needed?');
  await frame.getByRole('region', { name: 'Triage' }).waitFor();
  return frame;
}

/** The panel beside an issue, with what stands behind one of its links. */
async function beside(key: string, name: string | RegExp): Promise<Frame> {
  await page.goto(`${site.origin}/browse/${key}`);
  const frame = await namedFrame(page, 'AIMS');
  await frame.waitForSelector('[data-testid=context]');
  await stillFrame(frame);
  await press(frame, name);
  return frame;
}

test('6.1.4: two presses from the AI system to nine questions, answered, saved and submitted', async () => {
  const frame = await triageOnPage();
  await frame.waitForSelector('text=No triage counts: the impact assessment is due.');
  expect(await frame.getByRole('region', { name: 'Triage' }).getByRole('group').count()).toBe(9);
  for (const { id, number, text } of triage.questions) {
    const question = frame.getByRole('group', { name: text });
    await question.getByRole('radio', { name: number === 1 ? 'I do not know' : 'No', exact: true }).click();
    const example = triage.example.reasons.find((one) => one.question === id)?.reason ?? '';
    await question.getByRole('textbox', { name: `Reason ${number}` }).fill(number === 2 ? HOSTILE : example);
  }
  await press(frame, 'Save as draft');
  await frame.waitForSelector('text=Criterion 1 is “I do not know”, which counts as “yes”: assess.');
  expect(await frame.getByRole('button', { name: 'Submit for approval' }).isDisabled()).toBe(true);
  expect(await faultsOfAccess(frame)).toEqual([]);
  await frame
    .getByRole('group', { name: triage.questions[0]?.text ?? '' })
    .getByRole('radio', { name: 'No', exact: true })
    .click();
  await press(frame, 'Save as draft');
  await frame.waitForSelector('text=Draft: it counts once another person has approved it.');
  await press(frame, 'Submit for approval');
  await frame.waitForSelector('text=it is locked and waits for another person');
  expect(await frame.evaluate('window.broken')).toBeUndefined();
});

test('whoever wrote it does not approve it; another person is told, reads every word and approves it', async () => {
  let frame = await triageOnPage();
  await press(frame, 'Read and approve');
  await frame.waitForSelector('text=You wrote part of this.');
  expect(await frame.getByRole('button', { name: /^Approve version/ }).isDisabled()).toBe(true);

  await become(page, 'Sofia Second');
  await page.goto(`${site.origin}/apps/aims-global/needs`);
  const needs = await frameOf(page, 'AI management');
  await needs.waitForSelector('text=its triage: submitted, it waits for your approval');
  frame = await beside(system.key, /Triage: is a full impact assessment needed/);
  await press(frame, 'Read and approve');
  await frame.locator('td').filter({ hasText: HOSTILE }).first().waitFor();
  await frame.waitForSelector('text=What to look at before you approve');
  await press(frame, 'Approve version 1');
  await frame.waitForSelector('text=No impact assessment is needed until');
  expect(await frame.evaluate('window.broken')).toBeUndefined();
  await eventually('8.4 is implemented', async () => {
    const { cells } = await procedure<{ cells: { requirementId: string; reasons: { code: string }[] }[] }>(
      page,
      'aims-global',
      'system.detail',
      { issueId: system.id },
    );
    const cell = cells.find(({ requirementId }) => requirementId === 'iso42001/8.4');
    return cell?.reasons.some(({ code }) => code === 'impact-assessment-waived') ?? false;
  });
});

test('A.6.2.8: a record is met in common, for the AI systems that are said', async () => {
  await become(page, 'Site Administrator');
  let frame = await beside(record.key, /Met in common/);
  await frame.waitForSelector('text=It is not met in common');
  await frame.getByRole('radio', { name: 'AI systems that are named' }).click();
  await press(frame, 'Save as draft');
  await frame.waitForSelector('text=Say for which systems.');
  await press(frame, /Text recognition of invoices/);
  await press(frame, 'Save as draft');
  await frame.waitForSelector('text=Draft: it counts once another person has approved it.');
  expect(await faultsOfAccess(frame)).toEqual([]);
  await press(frame, 'Submit for approval');
  await frame.waitForSelector('text=it is locked and waits for another person');
  await press(frame, 'Take back');
  await frame.waitForSelector('text=Draft: it counts once another person has approved it.');
  await frame.getByRole('radio', { name: 'Every AI system' }).click();
  await frame.getByRole('textbox', { name: /^Why it counts/ }).fill(HOSTILE);
  await press(frame, 'Save as draft');
  await stillFrame(frame);
  await press(frame, 'Submit for approval');
  await frame.waitForSelector('text=it is locked and waits for another person');

  await become(page, 'Sofia Second');
  frame = await beside(record.key, /Met in common/);
  await press(frame, 'Read and approve');
  await frame.waitForSelector('td:has-text("Every AI system")');
  await press(frame, 'Approve version 1');
  await frame.waitForSelector('text=It counts for these AI systems until');
  expect(await frame.evaluate('window.broken')).toBeUndefined();
  await frame.waitForSelector('text=met in common, as approved');
});
