import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { restoreSite } from '../released/site-dump';
import { faultsOfAccess } from './harness/access';
import { eventually, openBrowser, openPage } from './harness/browser';
import { type RunningSite, startRunningSite } from './harness/running-site';
import { frameOf } from './harness/shell';

/** A site of version 0.1.0 is updated: the administrator reads what is lower and why, and says that they have seen it. */
let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];
let data: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'plumbline-e2e-fallen-'));
  restoreSite(join(__dirname, '../released/0.1.0/sample'), data);
  [site, browser] = await Promise.all([startRunningSite({ data }), openBrowser()]);
  ({ page, faults } = await openPage(browser));
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
  rmSync(data, { recursive: true, force: true });
});

const health = async () => {
  await page.goto(`${site.origin}/admin/apps/aims-admin/health`);
  const frame = await frameOf(page, 'AI management');
  await frame.waitForSelector('text=Last compared with Jira');
  return frame;
};

test('what fell with the update is listed on Health until it is seen', async () => {
  await (await health()).getByRole('button', { name: 'Compare with Jira now' }).click();
  await eventually(
    'Health lists what fell',
    async () => {
      const frame = await health();
      await frame.waitForTimeout(500);
      return (await frame.getByRole('heading', { name: /lower, because the rules ask for more$/ }).count()) > 0;
    },
    120_000,
  );
  const frame = await health();
  await frame.getByRole('cell', { name: 'Organisation' }).first().waitFor();
  await frame.waitForSelector('text=6.1.1');
  expect(await faultsOfAccess(frame)).toEqual([]);
  await frame.getByRole('button', { name: 'I have seen it' }).click();
  await frame.waitForSelector('text=because the rules ask for more', { state: 'detached' });
  const again = await health();
  expect(await again.getByRole('button', { name: 'I have seen it' }).count()).toBe(0);
  expect(faults).toEqual([]);
});
