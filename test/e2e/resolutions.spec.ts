import type { Browser, Page } from 'playwright-core';
import { faultsOfAccess } from './harness/access';
import { eventually, openBrowser, openPage } from './harness/browser';
import { enrol } from './harness/enrol';
import { type RunningSite, startRunningSite } from './harness/running-site';
import { frameOf } from './harness/shell';

/** Under Settings whoever manages says what a resolution of the site's own means; those that Jira brings are not asked for. */

const MINUTE = 60_000;

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];

beforeAll(async () => {
  [site, browser] = await Promise.all([startRunningSite(), openBrowser()]);
  ({ page, faults } = await openPage(browser));
  const project = { key: 'AIX', name: 'Artificial intelligence', projectTypeKey: 'business', leadAccountId: 'admin' };
  const { id } = await site.rest<{ id: number }>('POST', '/project', project);
  for (const name of ['Wird nicht erledigt', 'Parked']) await site.rest('POST', '/resolution', { name });
  await page.goto(`${site.origin}/admin/apps/aims-admin`);
  await enrol(page, String(id));
}, 3 * MINUTE);

afterAll(async () => {
  await browser?.close();
  await site?.stop();
}, MINUTE);

test(
  'what people made is proposed and asked for, a tick and a press save it, and health asks no more',
  async () => {
    await page.goto(`${site.origin}/apps/aims-global/settings`);
    const admin = await frameOf(page, 'AI management');
    const choice = (name: string) => admin.locator('label', { hasText: name });
    await choice('Parked').waitFor();
    const asked = 'proposed: nobody has said so yet';
    for (const name of ['Done', 'Duplicate', 'Cannot Reproduce'])
      expect(await choice(name).first().textContent()).not.toContain(asked);
    for (const name of ['Parked', 'Wird nicht erledigt']) expect(await choice(name).textContent()).toContain(asked);
    expect(await choice('Wird nicht erledigt').locator('input').isChecked()).toBe(true);
    expect(await choice('Parked').locator('input').isChecked()).toBe(false);
    await admin.waitForSelector('text=Until it is said, what nobody has said counts as done.');
    expect(await faultsOfAccess(admin)).toEqual([]);

    await choice('Parked').locator('input').check();
    await admin.getByRole('button', { name: 'Save', exact: true }).click();
    await eventually('nothing is asked any more', async () => (await admin.locator(`text=${asked}`).count()) === 0);

    await page.reload();
    const again = await frameOf(page, 'AI management');
    const saved = (name: string) => again.locator('label', { hasText: name }).first();
    await saved('Parked').waitFor();
    expect(await saved('Parked').locator('input').isChecked()).toBe(true);
    expect(await saved('Done').locator('input').isChecked()).toBe(false);
    expect(await again.locator(`text=${asked}`).count()).toBe(0);
    expect(faults).toEqual([]);
  },
  3 * MINUTE,
);
