import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { virtualClock } from '../../clock';
import { exportPage } from '../../export/page-export';
import { bylineItems } from '../../host/http/byline';
import { type Served, serveSite } from '../../host/http/server';
import { macroExtension, macroNode, readMacro, withConfig } from '../../host/macros/node';
import { readSubmission } from '../../host/macros/submit';
import { type Site, startSite } from '../../site';
import { START } from '../host/fixture';
import { builtApp, type Rest, restOf } from './hands';

const COUNTDOWN = { key: 'countdown', title: 'Countdown', layout: 'block' } as const;
const CHOSEN = { day: '2026-01-15', label: 'the audit' };

let root: string;
let site: Site;
let served: Served;
let browser: Browser;
let page: Page;
let wiki: Rest;
let spaceId: string;

beforeAll(async () => {
  const app = await builtApp('countdown');
  root = app.root;
  site = await startSite({ ...app, clock: virtualClock(START), data: ':memory:' });
  wiki = restOf(site, 'confluence');
  spaceId = (await wiki<{ id: string }>('POST', '/wiki/api/v2/spaces', { key: 'TEAM', name: 'Team' })).id;
  served = await serveSite({ site, root, port: 0, shell: root, accountId: 'admin' });
  browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: sparticuz.args,
    headless: true,
  });
  page = await browser.newPage();
}, 180_000);

afterAll(async () => {
  await browser.close();
  await served.close();
  await site.close();
});

const app = () => ({ appId: site.manifest.appId, environmentId: site.installation.environmentId });

async function pageWith(...content: object[]): Promise<string> {
  const value = JSON.stringify({ type: 'doc', version: 1, content });
  const body = { representation: 'atlas_doc_format', value };
  const title = `Page ${Math.random()}`;
  return (await wiki<{ id: string }>('POST', '/wiki/api/v2/pages', { spaceId, title, body })).id;
}

/** A page around one frame, as the products draw it, that keeps what the app says. */
async function frameOf(resource: string | null, config: Record<string, unknown>) {
  const macro = { key: 'countdown', localId: 'l', config, layout: 'block', body: [] } as const;
  const place = { pageId: '1', spaceId, spaceKey: 'TEAM', ...(resource ? { configuring: { isInserting: true } } : {}) };
  const more = JSON.stringify({
    moduleKey: 'countdown',
    localId: 'l',
    extension: macroExtension(macro, place),
    ...(resource ? { resource } : {}),
  });
  writeFileSync(
    join(root, 'index.html'),
    `<!doctype html><html lang="en"><body><div id="frame"></div><script type="module">
import { mountFrame } from '/local/bridge.js';
const facts = await (await fetch('/local/app')).json();
window.seen = [];
mountFrame({ element: document.getElementById('frame'), facts, accountId: facts.accountId, ...${more},
  onReady: () => seen.push('ready'), onSubmit: (payload) => seen.push(payload) > 0 });
</script></body></html>`,
  );
  await page.goto(served.origin);
  return { frame: page.frameLocator('#frame iframe'), seen: () => page.evaluate<unknown[]>('window.seen') };
}

test('the macro is drawn with what its configuration says, by the clock of the site', async () => {
  const { frame, seen } = await frameOf(null, CHOSEN);
  await frame.locator('body').filter({ hasText: '10 days until the audit.' }).waitFor();
  await page.waitForFunction('window.seen.length > 0');
  expect(await seen()).toEqual(['ready']);
});

test('its form hands a configuration over, which stands in the page from then on', async () => {
  const { frame, seen } = await frameOf('main/form', {});
  await frame.getByLabel('Day').fill(CHOSEN.day);
  await frame.getByRole('button', { name: 'Save' }).click();
  await page.waitForFunction('window.seen.length > 0');
  const { config } = readSubmission((await seen())[0], 'block');
  expect(config).toEqual(CHOSEN);
  const node = withConfig(macroNode(app(), COUNTDOWN, { localId: 'l' }), config);
  const kept = await wiki<{ body: { atlas_doc_format: { value: string } } }>(
    'GET',
    `/wiki/api/v2/pages/${await pageWith(node)}?body-format=atlas_doc_format`,
  );
  const [written] = JSON.parse(kept.body.atlas_doc_format.value).content;
  expect(readMacro(app(), written)?.config).toEqual(CHOSEN);
});

test.each(['pdf', 'word', 'other'] as const)('in a %s export the macro is its words', async (exportType) => {
  const pageId = await pageWith(
    macroNode(app(), COUNTDOWN, { localId: 'a', config: CHOSEN }),
    macroNode(app(), COUNTDOWN, { localId: 'b' }),
  );
  const { document, macros } = await exportPage(site, { pageId, exportType }, 'admin');
  expect(macros.map(({ outcome }) => outcome)).toEqual(['exported', 'exported']);
  expect(JSON.stringify(document)).toContain('10 days until the audit.');
  expect(JSON.stringify(document)).toContain('No day is chosen.');
});

test('the byline says what the page’s content property says, and the manifest’s words without one', async () => {
  const pageId = await pageWith({ type: 'paragraph', content: [] });
  const plain = { key: 'due', title: 'No day is set', tooltip: 'The day of this page', iconAddress: null };
  const extension = { content: { id: pageId, type: 'page' }, space: { id: spaceId, key: 'TEAM' } };
  expect(await bylineItems(site, pageId, 'admin')).toEqual([{ ...plain, extension }]);
  const properties = `/wiki/api/v2/pages/${pageId}/properties`;
  const property = { key: 'countdown-due', value: { title: 'Due on 15 January', icon: 'resource:main;due.svg' } };
  const { id } = await wiki<{ id: string }>('POST', properties, property);
  expect(await bylineItems(site, pageId, 'admin')).toMatchObject([
    { title: 'Due on 15 January', tooltip: 'The day of this page', iconAddress: '/resource/main/due.svg' },
  ]);
  await wiki('PUT', `${properties}/${id}`, { ...property, value: 'text', version: { number: 2 } });
  expect(await bylineItems(site, pageId, 'admin')).toMatchObject([plain]);
});

test('the byline is listed for who may see the page and open the module', async () => {
  const pageId = await pageWith({ type: 'paragraph', content: [] });
  const list = (query: string) => fetch(`${served.origin}/local/byline?pageId=${query}`);
  expect(await (await list(pageId)).json()).toMatchObject([{ key: 'due' }]);
  expect((await list('999999')).status).toBe(404);
  expect(await bylineItems(site, pageId, null)).toEqual([]);
});
