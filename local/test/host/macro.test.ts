import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { buildSync } from 'esbuild';
import { chromium } from 'playwright-core';
import { realClock } from '../../clock';
import { serveSite } from '../../host/http/server';
import { macroExtension, macroNode, readMacro, withConfig } from '../../host/macros/node';
import { readSubmission } from '../../host/macros/submit';
import { createJira } from '../../site/jira';
import { FIXTURE, prepare, start } from './fixture';

prepare();

const APP = { appId: 'a', environmentId: 'e' };
const NOTE = { key: 'note', title: 'Note', layout: 'bodied' } as const;

test('a macro is written and read back with its configuration and body, and changed without losing its place', () => {
  const body = [{ type: 'paragraph', content: [{ type: 'text', text: 'Text' }] }];
  const node = macroNode(APP, NOTE, { localId: 'l', config: { scope: 'organisation' }, body });
  expect(node).toMatchObject({
    type: 'bodiedExtension',
    attrs: {
      extensionType: 'com.atlassian.ecosystem',
      extensionKey: 'a/e/static/note',
      parameters: { extensionId: 'ari:cloud:ecosystem::extension/a/e/static/note' },
    },
  });
  const macro = readMacro(APP, withConfig(node, { scope: 'system:1' }));
  expect(macro).toEqual({ key: 'note', localId: 'l', config: { scope: 'system:1' }, layout: 'bodied', body });
  expect(readMacro({ ...APP, environmentId: 'elsewhere' }, node)?.key).toBe('note');
});

test.each([
  ['a paragraph', { type: 'paragraph' }],
  ['another app', macroNode({ appId: 'b', environmentId: 'e' }, NOTE, { localId: 'l' })],
  [
    'an ARI as its key',
    {
      type: 'extension',
      attrs: {
        extensionType: 'com.atlassian.ecosystem',
        extensionKey: 'ari:cloud:ecosystem::extension/a/e/static/note',
      },
    },
  ],
  [
    'Confluence’s own macro',
    { type: 'extension', attrs: { extensionType: 'com.atlassian.confluence.macro.core', extensionKey: 'toc' } },
  ],
])('%s is no macro of the app', (_what, node) => expect(readMacro(APP, node)).toBeNull());

test.each([
  ['INVALID_PAYLOAD', 'text', 'block'],
  ['INVALID_CONFIG', {}, 'block'],
  ['INVALID_CONFIG', { config: { a: null } }, 'block'],
  ['INVALID_CONFIG', { config: { a: [[1]] } }, 'block'],
  ['INVALID_CONFIG', { config: { a: [1, 'x'] } }, 'block'],
  ['INVALID_EXTENSION_TYPE', { config: {}, body: { type: 'doc', version: 1, content: [] } }, 'block'],
  ['INVALID_BODY', { config: {}, body: { type: 'paragraph' } }, 'bodied'],
] as const)('a submission is refused with %s', (code, payload, layout) => {
  expect(() => readSubmission(payload, layout)).toThrow(code);
});

const SHELL = `<!doctype html><html lang="en"><body><div id="frame"></div><div id="modal"></div><script type="module">
import { modalFrame, mountFrame } from '/local/bridge.js';
const facts = await (await fetch('/local/app')).json();
window.seen = [];
const options = { element: document.getElementById('frame'), facts, moduleKey: 'note', accountId: facts.accountId, locale: 'de-DE',
  localId: 'l', extension: EXTENSION,
  onReady: () => seen.push('ready'), onFlag: (flag) => seen.push(flag.title), onSubmit: (payload) => seen.push(payload) > 0,
  onModal(modal) {
    const frame = mountFrame(modalFrame(options, modal, document.getElementById('modal'), () => { seen.push(modal.size); frame.close(); }));
    return true;
  } };
mountFrame(options);
</script></body></html>`;

test('in a real browser, a macro gets its place, texts, Confluence, a modal and its form through the real bridge', async () => {
  const root = mkdtempSync(join(tmpdir(), 'macro-'));
  cpSync(FIXTURE, root, { recursive: true });
  for (const name of ['macro', 'form'])
    buildSync({
      entryPoints: [join(FIXTURE, 'static/macro.ts')],
      bundle: true,
      format: 'esm',
      outfile: join(root, `static/${name}.js`),
    });
  const macro = { key: 'note', localId: 'l', config: { scope: 'organisation' }, layout: 'bodied', body: [] } as const;
  const place = { pageId: '1', spaceId: '2', spaceKey: 'AIMS', isEditing: true, configuring: { isInserting: true } };
  writeFileSync(join(root, 'index.html'), SHELL.replace('EXTENSION', JSON.stringify(macroExtension(macro, place))));
  const { site } = await start({
    clock: realClock(),
    confluence: true,
    jira: ({ data, clock, baseUrl, appId, environmentId, appName, manifest }) =>
      createJira({ clock, databasePath: data, baseUrl, app: { appId, environmentId, name: appName, manifest } }),
  });
  await site.confluence?.handle({
    method: 'POST',
    path: '/wiki/api/v2/spaces',
    headers: {},
    body: JSON.stringify({ key: 'AIMS', name: 'AI management' }),
    caller: { kind: 'user', accountId: 'admin', throughApp: false, scopes: [] },
  });
  const served = await serveSite({ site, root, port: 0, shell: root, accountId: 'admin' });
  const browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: sparticuz.args,
    headless: true,
  });
  try {
    const page = await browser.newPage();
    await page.goto(served.origin);
    const body = page.frameLocator('#frame iframe').locator('body');
    await body.filter({ hasText: 'submits' }).waitFor();
    expect(JSON.parse((await body.textContent()) ?? '')).toEqual({
      locale: 'de-DE',
      localId: 'l',
      extension: {
        type: 'macro',
        content: { id: '1', type: 'page', subtype: null },
        space: { id: '2', key: 'AIMS' },
        isEditing: true,
        config: { scope: 'organisation' },
        macro: { body: { type: 'doc', version: 1, content: [] }, isConfiguring: true, isInserting: true },
        references: [],
      },
      title: 'Notiz',
      english: 'Only here',
      german: { note: { title: 'Notiz' } },
      confluence: [200, 'AIMS'],
      closed: { answered: { ask: 1 } },
      submits: ['INVALID_CONFIG', 'INVALID_BODY', 'INVALID_PAYLOAD', 'taken'],
    });
    expect(await page.evaluate('window.seen')).toEqual([
      'small',
      { config: { scope: 'organisation' } },
      'Shown',
      'ready',
    ]);
    expect(await page.locator('#modal iframe').count()).toBe(0);
  } finally {
    await browser.close();
    await served.close();
  }
});
