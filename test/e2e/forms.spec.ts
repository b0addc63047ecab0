import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { FIELDS } from '../../src/domain/vocabulary/vocabulary';
import { faultsOfAccess } from './harness/access';
import { eventually, openBrowser, openPage, picture } from './harness/browser';
import { enrol } from './harness/enrol';
import { namedFrame } from './harness/frames';
import { type RunningSite, startRunningSite } from './harness/running-site';

/** Somebody registers an AI system: the form has groups and says what each field is for, and the panel names what is next. */

const MINUTE = 60_000;
const SYSTEM = 'AIX-1';

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];

beforeAll(async () => {
  [site, browser] = await Promise.all([startRunningSite(), openBrowser()]);
  ({ page, faults } = await openPage(browser));
  const project = { key: 'AIX', name: 'Artificial intelligence', projectTypeKey: 'business', leadAccountId: 'admin' };
  const { id } = await site.rest<{ id: number }>('POST', '/project', project);
  await page.goto(`${site.origin}/admin/apps/aims-admin`);
  await enrol(page, String(id));
}, 6 * MINUTE);

afterAll(async () => {
  await browser?.close();
  await site?.stop();
}, MINUTE);

const accessible = async (frame: Frame = page.mainFrame()) => expect(await faultsOfAccess(frame)).toEqual([]);
const helpOf = (name: string) => FIELDS.find((field) => field.name === name)?.help ?? 'no such field';
const tab = (dialog: Locator, name: string) => dialog.getByRole('tab', { name, exact: true });

async function choose(label: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label, { exact: true }).fill(option);
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function openCreate(): Promise<Locator> {
  await page.goto(`${site.origin}/projects/AIX/board`);
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('#issue-type').waitFor();
  await choose('Issue type', 'AI system');
  await tab(dialog, 'Basics').waitFor();
  return dialog;
}

test(
  'the dialog of an AI system has groups, and each field says what to enter to those who see and those who do not',
  async () => {
    const dialog = await openCreate();
    expect(await dialog.getByRole('tab').allTextContents()).toEqual([
      'Basics',
      'Our part',
      'Scope and people',
      'EU AI Act',
      'Life cycle',
      'Evidence',
    ]);
    expect(await dialog.getByRole('tabpanel').locator('.field > label').first().textContent()).toBe('Summary *');
    const purpose = dialog.getByLabel('Intended purpose');
    const describedBy = await purpose.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${describedBy}"]`).textContent()).toContain(helpOf('Intended purpose'));
    await accessible();
    await picture(page, 'create-ai-system');

    await dialog.getByLabel('Summary *').fill('Claims triage');
    await tab(dialog, 'Basics').press('ArrowRight');
    await dialog.getByText(helpOf('Our part')).waitFor();
    const part = await dialog.getByLabel('Our part', { exact: true }).last().getAttribute('aria-describedby');
    expect(part).toContain('-help');
    await tab(dialog, 'EU AI Act').click();
    await dialog.getByText(helpOf('AI Act class')).waitFor();
    await accessible();
    await choose('AI Act class', 'Prohibited');
    await choose('AI Act class', 'Not an AI system');
    await picture(page, 'create-ai-system-eu-ai-act');

    await page.setViewportSize({ width: 400, height: 900 });
    for (const name of ['Basics', 'Our part', 'Scope and people', 'EU AI Act', 'Life cycle', 'Evidence']) {
      const box = await tab(dialog, name).boundingBox();
      expect([name, (box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 400]).toEqual([name, true]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
    await picture(page, 'create-ai-system-narrow');
    await page.setViewportSize({ width: 1440, height: 1000 });

    // What was typed on one tab stays while another one is shown.
    await tab(dialog, 'Basics').click();
    expect(await dialog.getByLabel('Summary *').inputValue()).toBe('Claims triage');
    await dialog.getByRole('button', { name: 'Create issue' }).click();
    await page.waitForURL(/browse\/AIX-1/);
  },
  6 * MINUTE,
);

test(
  'a refusal leads to the tab of the field that it is about',
  async () => {
    const dialog = await openCreate();
    await tab(dialog, 'Evidence').click();
    await dialog.getByRole('button', { name: 'Create issue' }).click();
    await dialog.locator('.field-error').waitFor();
    expect(await tab(dialog, 'Basics').getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
  },
  6 * MINUTE,
);

test(
  'the panel says that the class contradicts itself, and leads from one issue to the next',
  async () => {
    const panel = async (): Promise<Frame> => {
      await page.goto(`${site.origin}/browse/${SYSTEM}`);
      return namedFrame(page, 'AIMS');
    };
    let frame = await panel();
    await eventually('the panel knows the AI system', async () => {
      frame = await panel();
      await frame.waitForSelector('[data-testid=context], p:has-text("takes no part")');
      return (await frame.getByText('exclude each other').count()) > 0;
    });
    await frame
      .getByText('The AI Act class says two things that exclude each other: “Not an AI system”, “Prohibited”.')
      .waitFor();
    await frame.getByText('No risk of this AI system is recorded yet.').waitFor();
    await frame.getByRole('button', { name: 'Record a risk' }).click();
    await frame.getByLabel('Summary of the new issue').fill('Claims of the elderly are refused more often');
    await accessible(frame);
    await picture(page, 'panel-next-step');
    await frame.getByRole('button', { name: 'Record a risk', exact: true }).last().click();
    await frame.getByText('is created and linked').waitFor();
    await eventually('the risk is no longer next', async () => {
      frame = await panel();
      await frame.waitForSelector('[data-testid=context]');
      return (await frame.getByText('No risk of this AI system is recorded yet.').count()) === 0;
    });
    const { fields } = await site.rest<{ fields: { issuetype: { name: string }; summary: string } }>(
      'GET',
      '/issue/AIX-2',
    );
    expect(fields).toMatchObject({
      issuetype: { name: 'AI risk' },
      summary: 'Claims of the elderly are refused more often',
    });

    const { transitions } = await site.rest<{ transitions: { id: string; name: string }[] }>(
      'GET',
      `/issue/${SYSTEM}/transitions`,
    );
    const start = transitions.find(({ name }) => name === 'Take over existing system: Operation and monitoring');
    await site.rest('POST', `/issue/${SYSTEM}/transitions`, { transition: { id: start?.id } });
    await eventually('the impact assessment is next', async () => {
      frame = await panel();
      await frame.waitForSelector('[data-testid=context]');
      return (await frame.getByText('The impact assessment is next').count()) > 0;
    });
    await frame.getByRole('button', { name: 'Create the impact assessment' }).click();
    await frame.getByRole('button', { name: 'Create the impact assessment', exact: true }).last().click();
    await frame.getByText('is created and linked').waitFor();
    await eventually('the impact assessment is begun', async () => {
      frame = await panel();
      await frame.waitForSelector('[data-testid=context]');
      return (await frame.getByText('The impact assessment is next').count()) === 0;
    });
    const made = await site.rest<{ fields: { issuelinks: { type: { name: string } }[] } }>('GET', '/issue/AIX-3');
    expect(made.fields.issuelinks.map(({ type }) => type.name)).toEqual(['AIMS concern']);
    expect(faults).toEqual([]);
  },
  6 * MINUTE,
);

test(
  'the issue itself shows its fields by group, and what a field is for while it is edited',
  async () => {
    await page.goto(`${site.origin}/browse/${SYSTEM}`);
    await page.getByRole('button', { name: /^Show \d+ empty fields$/ }).click();
    await page.getByRole('heading', { name: 'EU AI Act', level: 3 }).waitFor();
    await page.getByRole('button', { name: /edit Vendor$/ }).click();
    await page.getByText(helpOf('Vendor')).waitFor();
    await accessible();
    await picture(page, 'issue-fields-by-group');
    expect(faults).toEqual([]);
  },
  6 * MINUTE,
);

test(
  'a risk begins with one of the library, and never with a rating',
  async () => {
    await page.goto(`${site.origin}/browse/${SYSTEM}`);
    const frame = await namedFrame(page, 'AIMS');
    await frame.getByRole('button', { name: 'Record a risk' }).click();
    await frame.getByRole('button', { name: 'Begin with a risk of the library' }).click();
    await frame.getByLabel('Find a risk by words').fill('talks with people other people');
    await frame.getByRole('button', { name: /^Because the system was made for other people/ }).click();
    await frame.getByText('Has anybody measured results by group?').waitFor();
    await accessible(frame);
    await picture(page, 'panel-risk-library');
    await frame.getByRole('button', { name: 'Take it as a start' }).click();
    await frame.getByRole('button', { name: 'Record a risk', exact: true }).last().click();
    let found: { key: string; fields: Record<string, unknown> }[] = [];
    await eventually('the risk is there', async () => {
      const asked = { jql: 'summary ~ "made for other people"', fields: ['*all'] };
      found = (await site.rest<{ issues: typeof found }>('POST', '/search/jql', asked)).issues;
      return found.length === 1;
    });
    const all = await site.rest<{ id: string; name: string }[]>('GET', '/field');
    const of = (name: string) => found[0]?.fields[all.find((field) => field.name === name)?.id ?? ''];
    expect(JSON.stringify(found[0]?.fields.description)).toContain('Has anybody measured results by group?');
    expect((of('Who is affected') as { value: string }[]).map(({ value }) => value)).toEqual(['Individuals', 'Groups']);
    expect([of('Likelihood'), of('Consequence'), of('AIMS requirements')]).toEqual([null, null, null]);
  },
  6 * MINUTE,
);
