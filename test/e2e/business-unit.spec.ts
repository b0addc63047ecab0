import type { Browser, Frame, Page } from 'playwright-core';
import { type Followed, follow } from '../recipes/recipe';
import { eventually, openBrowser, openPage, picture } from './harness/browser';
import { enrol } from './harness/enrol';
import { namedFrame } from './harness/frames';
import { type RunningSite, startRunningSite } from './harness/running-site';

/** A field that the vocabulary gives the register of AI systems is on the screen: shown, sorted, filtered, and in the panel. */

const MINUTE = 60_000;
const SYSTEMS = '/projects/AIX/apps/aims-project?tab=systems';

let followed: Followed;
let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];

beforeAll(async () => {
  followed = follow('business-unit');
  followed.run('vite', 'build', '--config', 'static/vite.config.ts', '--logLevel', 'silent');
  [site, browser] = await Promise.all([startRunningSite({ app: followed.root }), openBrowser()]);
  ({ page, faults } = await openPage(browser));
  const project = { key: 'AIX', name: 'Artificial intelligence', projectTypeKey: 'business', leadAccountId: 'admin' };
  const { id } = await site.rest<{ id: number }>('POST', '/project', project);
  await page.goto(`${site.origin}/admin/apps/aims-admin`);
  await enrol(page, String(id));
  const fields = await site.rest<{ id: string; name: string }[]>('GET', '/field');
  const unit = fields.find(({ name }) => name === 'Business unit')?.id ?? '';
  for (const [summary, value] of [
    ['Claims triage', 'Claims'],
    ['Lead scoring', 'Sales'],
    ['Fraud flags', 'Claims'],
  ])
    await site.rest('POST', '/issue', {
      fields: { project: { id: String(id) }, issuetype: { name: 'AI system' }, summary, [unit]: { value } },
    });
}, 6 * MINUTE);

afterAll(async () => {
  await browser?.close();
  await site?.stop();
  followed?.remove();
}, MINUTE);

const namesIn = (frame: Frame) => frame.locator('tbody td:first-child button').allTextContents();

/** The register, once it lists these AI systems in this order. */
async function listed(...names: string[]): Promise<Frame> {
  const frame = await namedFrame(page, 'AI management');
  await eventually(
    `the register lists ${names.join(', ')}`,
    async () => String(await namesIn(frame)) === String(names),
  );
  return frame;
}

test(
  'its column stands in the register, sorts in the order of its options, and filters; the panel says it, too',
  async () => {
    await eventually('the AI systems are registered', async () => {
      await page.goto(site.origin + SYSTEMS);
      const frame = await namedFrame(page, 'AI management');
      await frame.waitForSelector('[data-testid=register-count]');
      return (await namesIn(frame)).length === 3;
    });
    let frame = await namedFrame(page, 'AI management');
    const heading = frame.getByRole('columnheader', { name: 'Business unit' });
    await heading.getByRole('button').click();
    await eventually('it is sorted by the unit', async () => (await namesIn(frame)).at(-1) === 'Lead scoring');
    await heading.getByRole('button').click();
    await eventually('it is sorted the other way', async () => (await namesIn(frame))[0] === 'Lead scoring');
    await picture(page, 'business-unit');

    await frame.getByLabel('Business unit').fill('Sales');
    await frame.getByRole('option', { name: 'Sales' }).click();
    await page.waitForURL(/business-unit=Sales/);
    frame = await listed('Lead scoring');
    expect(await frame.locator('tbody tr').first().textContent()).toContain('Sales');

    await frame.getByRole('button', { name: /Lead scoring/ }).click();
    const panel = frame.getByRole('complementary', { name: 'AI system' });
    await panel.locator('dt', { hasText: 'Business unit' }).waitFor();
    expect(
      await panel
        .locator('div', { has: frame.locator('dt', { hasText: 'Business unit' }) })
        .last()
        .textContent(),
    ).toContain('Sales');
    expect(faults).toEqual([]);
  },
  6 * MINUTE,
);
