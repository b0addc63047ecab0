import type { Browser, Page } from 'playwright-core';
import { faultsOfAccess } from './harness/access';
import { appFrame, openBrowser, openPage } from './harness/browser';
import { type RunningSite, startRunningSite } from './harness/running-site';

/** A site that has a field *Likelihood* of its own, and link types of the app's names. */

const MINUTE = 60_000;
const TYPES = 'com.atlassian.jira.plugin.system.customfieldtypes';

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];
let likelihood = '';

const fieldsNamed = async (name: string) => {
  const { values } = await site.rest<{ values: { id: string; name: string }[] }>(
    'GET',
    `/field/search?type=custom&query=${encodeURIComponent(name)}`,
  );
  return values.filter((field) => field.name === name);
};

beforeAll(async () => {
  [site, browser] = await Promise.all([startRunningSite(), openBrowser()]);
  ({ page, faults } = await openPage(browser));
  const project = { key: 'AIX', name: 'Artificial intelligence', projectTypeKey: 'business', leadAccountId: 'admin' };
  await site.rest('POST', '/project', project);
  for (const name of ['Likelihood', 'Consequence']) {
    const body = { name, type: `${TYPES}:select`, searcherKey: `${TYPES}:multiselectsearcher` };
    const field = await site.rest<{ id: string }>('POST', '/field', body);
    if (name === 'Likelihood') likelihood = field.id;
  }
}, 2 * MINUTE);

afterAll(async () => {
  await browser?.close();
  await site?.stop();
}, MINUTE);

test(
  'an administrator sees what has the names already, lets one be used by a tick, and leaves the other alone',
  async () => {
    await page.goto(`${site.origin}/admin/apps/aims-admin`);
    const admin = await appFrame(page);
    await admin.click('button:has-text("Set up a project")');
    await admin.click('#project');
    await admin.click('[role=option]:has-text("Artificial intelligence")');
    await admin.click('button:has-text("Show the plan")');
    const tick = admin.locator('label', { hasText: 'Use your field "Likelihood"' });
    await tick.waitFor();
    expect(await tick.textContent()).toMatch(/used by all projects.*5 options are added/);
    expect(await faultsOfAccess(admin)).toEqual([]);
    await admin.locator('summary', { hasText: /^2 fields$/ }).click();
    await admin.waitForSelector('li:has-text("AIMS Likelihood")');

    await tick.locator('input').check();
    await admin.waitForSelector('td:has-text("Yours, used as you chose")');
    expect(await tick.locator('input').isChecked()).toBe(true);
    expect(await admin.locator('label', { hasText: 'Use your field "Consequence"' }).locator('input').isChecked()).toBe(
      false,
    );
    await admin.click('button:has-text("Apply")');
    await admin.waitForSelector('text=The project is set up', { timeout: MINUTE });

    expect((await fieldsNamed('Likelihood')).map(({ id }) => id)).toEqual([likelihood]);
    expect(await fieldsNamed('AIMS Likelihood')).toEqual([]);
    expect(await fieldsNamed('AIMS Consequence')).toHaveLength(1);
    expect(await fieldsNamed('Consequence')).toHaveLength(1);
    expect(faults).toEqual([]);
  },
  3 * MINUTE,
);
