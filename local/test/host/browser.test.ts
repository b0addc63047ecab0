import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { buildSync } from 'esbuild';
import { chromium } from 'playwright-core';
import { realClock } from '../../clock';
import { serveSite } from '../../host/http/server';
import { FIXTURE, prepare, start } from './fixture';

prepare();

/** A shell of a few lines around the frame. */
const SHELL = `<!doctype html><html lang="en"><body><div id="frame"></div><script type="module">
import { mountFrame } from '/local/bridge.js';
const facts = await (await fetch('/local/app')).json();
window.seen = [];
mountFrame({ element: document.getElementById('frame'), facts, moduleKey: 'page', accountId: facts.accountId,
  onFlag: (flag) => seen.push(flag.title), onNavigate: (target) => seen.push(target.url), onSubmit: (payload) => seen.push(payload) > 0,
  location: { get: () => '/', push: (path) => seen.push(path), replace() {}, go() {}, listen: () => () => {} } });
</script></body></html>`;

test('in a real browser, the real bridge package works in a frame under the policy', async () => {
  const root = mkdtempSync(join(tmpdir(), 'frame-'));
  cpSync(join(FIXTURE, 'static'), join(root, 'static'), { recursive: true });
  buildSync({
    entryPoints: [join(FIXTURE, 'static/screen.ts')],
    bundle: true,
    format: 'esm',
    outfile: join(root, 'static/page.js'),
  });
  writeFileSync(join(root, 'index.html'), SHELL);
  const { site } = await start({ clock: realClock() });
  const served = await serveSite({ site, root, port: 0, shell: root, accountId: 'ann' });
  const browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: sparticuz.args,
    headless: true,
  });
  try {
    const page = await browser.newPage();
    await page.goto(served.origin);
    const body = page.frameLocator('iframe').locator('body');
    await body.filter({ hasText: 'egress' }).waitFor();
    expect(JSON.parse((await body.textContent()) ?? '')).toEqual({
      echo: { payload: { a: 1 }, account: 'ann', module: 'page', extension: { type: 'jira:globalPage' } },
      fail: 'It went wrong.',
      account: 'ann',
      mode: 'light',
      path: '/systems/1',
      jira: { kind: 'user', accountId: 'ann', method: 'GET', sent: null },
      event: 7,
      egress: 'refused',
    });
    expect(await page.evaluate('window.seen')).toEqual(['/systems/1', 'Hello', '/browse/X-1', { a: 1 }]);
  } finally {
    await browser.close();
    await served.close();
  }
});
