import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { FrameCalls } from '../../host/bridge/frame-calls';
import { compileBrowserCode } from '../../host/http/browser-code';
import { type Served, serveSite } from '../../host/http/server';
import { FIXTURE, prepare, start } from './fixture';

prepare();
let served: Served;
afterEach(() => served.close());

async function open(): Promise<{ get: Send; post: Send; csrf: string }> {
  const { site } = await start();
  served = await serveSite({ site, root: FIXTURE, port: 0, accountId: 'ann' });
  const first = await fetch(`${served.origin}/local/session`);
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { csrf } = (await first.json()) as { csrf: string };
  const send =
    (method: string): Send =>
    async (path, body, headers = {}) =>
      fetch(served.origin + path, {
        method,
        headers: { cookie, 'x-csrf-token': csrf, ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
  return { get: send('GET'), post: send('POST'), csrf };
}
type Send = (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;

test('the bridge runs resolvers as the user of the session, who can be changed', async () => {
  const { post } = await open();
  const invoke = {
    command: 'invoke',
    moduleKey: 'page',
    functionKey: 'echo',
    payload: 1,
    extension: { project: { id: '1' } },
  };
  expect(await (await post('/local/bridge', invoke)).json()).toEqual({
    result: {
      payload: 1,
      account: 'ann',
      module: 'page',
      extension: { type: 'jira:globalPage', project: { id: '1' } },
    },
  });
  await post('/local/session', { accountId: 'bob' });
  expect(await (await post('/local/bridge', invoke)).json()).toMatchObject({ result: { account: 'bob' } });
  expect(await (await post('/local/bridge', { ...invoke, functionKey: 'fail' })).json()).toEqual({
    error: { message: 'It went wrong.' },
  });
});

test('what the app’s frames asked for is counted, and nothing that was asked past them', async () => {
  const { get, post } = await open();
  const invoke = { command: 'invoke', moduleKey: 'page', functionKey: 'echo' };
  const screen = '/resource/main/page.html';
  await post('/local/bridge', invoke);
  await post('/local/bridge', { ...invoke, functionKey: 'fail', screen });
  expect(await (await get('/local/frame-calls')).json()).toEqual([]);
  await post('/local/bridge', { ...invoke, screen });
  await post('/local/bridge', { ...invoke, screen });
  expect(await (await get('/local/frame-calls')).json()).toEqual([
    { screen, functionKey: 'echo', answered: 2, refused: 0 },
  ]);
});

test('a refusal in the app’s own words is no answer of a call', () => {
  const calls = new FrameCalls();
  calls.note('/page', 'save', { ok: false, error: { code: 'not-allowed' } });
  calls.note('/page', 'save', { ok: true, data: null });
  calls.note('/form', 'save', null);
  expect(calls.list()).toEqual([
    { screen: '/page', functionKey: 'save', answered: 1, refused: 1 },
    { screen: '/form', functionKey: 'save', answered: 1, refused: 0 },
  ]);
});

test('the bridge fetches from the product as the user, through the app', async () => {
  const { post } = await open();
  const fetched = {
    command: 'fetchProduct',
    product: 'jira',
    restPath: '/rest/api/3/myself',
    fetchRequestInit: { headers: [['accept', 'application/json']] },
  };
  const answer = (await (await post('/local/bridge', fetched)).json()) as { result: { status: number; body: string } };
  expect([answer.result.status, JSON.parse(answer.result.body)]).toEqual([
    200,
    { kind: 'user', accountId: 'ann', method: 'GET', sent: null },
  ]);
});

test('changing requests need the token and the site’s own origin', async () => {
  const { post } = await open();
  expect((await post('/local/session', { accountId: 'eve' }, { 'x-csrf-token': 'guess' })).status).toBe(403);
  expect((await post('/local/session', { accountId: 'eve' }, { origin: served.frameOrigin })).status).toBe(403);
  expect((await post('/rest/api/3/issue', {}, { 'x-csrf-token': '' })).status).toBe(403);
  expect((await post('/local/faults', { nonsense: 1 })).status).toBe(400);
  expect(await (await post('/local/faults', { repeatEvents: 2 })).json()).toEqual({ repeatEvents: 2 });
});

test('REST takes the session or basic auth', async () => {
  const { get } = await open();
  expect(await (await get('/rest/api/3/myself')).json()).toMatchObject({ accountId: 'ann' });
  const basic = (text: string) =>
    fetch(`${served.origin}/rest/api/3/myself`, {
      headers: { authorization: `Basic ${Buffer.from(text).toString('base64')}` },
    });
  expect(await (await basic('carl:local')).json()).toMatchObject({ accountId: 'carl' });
  expect((await basic('carl:guess')).status).toBe(401);
  expect((await basic('carl')).status).toBe(401);
  expect((await get('/wiki/api/v2/pages')).status).toBe(404);
  expect(await (await get('/local/journal')).json()).toMatchObject({ totals: { product: 0 } });
});

test('frames come from another origin under Forge’s policy, with the bridge before all scripts', async () => {
  const { get } = await open();
  const facts = (await (await get('/local/app')).json()) as { modules: { address: string }[] };
  const page = await fetch(served.frameOrigin + facts.modules[0]?.address);
  expect(page.headers.get('content-security-policy')).toContain(
    "default-src 'self'; script-src 'self' http://127.0.0.1",
  );
  expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
  expect(await page.text()).toMatch(/<head><script src="\/__bridge.js"><\/script><title>/);
  expect((await fetch(`${served.frameOrigin}/resource/main/page.js`)).status).toBe(200);
  expect((await fetch(`${served.frameOrigin}/resource/main/..%2f..%2fmanifest.yml`)).status).toBe(404);
});

test('browsers keep for ever only what is named by its content; the host’s scripts for a minute, pages never', async () => {
  const root = mkdtempSync(join(tmpdir(), 'frames-'));
  cpSync(join(FIXTURE, 'static'), join(root, 'static'), { recursive: true });
  writeFileSync(join(root, 'static/main-Ab3_xY9z.js'), 'export {};');
  writeFileSync(join(root, 'static/main-component.js'), 'export {};');
  const { site } = await start();
  served = await serveSite({ site, root, port: 0, accountId: 'ann' });
  const kept = async (path: string) => {
    const response = await fetch(served.frameOrigin + path);
    expect([path, response.status]).toEqual([path, 200]);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    return response.headers.get('cache-control');
  };
  expect(await kept('/resource/main/main-Ab3_xY9z.js')).toBe('public, max-age=31536000, immutable');
  expect(await kept('/resource/main/main-component.js')).toBe('no-store');
  expect(await kept('/resource/main/page')).toBe('no-store');
  for (const script of ['/__bridge.js', '/__theme.css']) expect(await kept(script)).toBe('public, max-age=60');
  expect((await fetch(`${served.origin}/local/session`)).headers.get('cache-control')).toBe('no-store');
});

test('the frame’s script defines the bridge before a channel exists, and sends what waited when it opens', async () => {
  await open();
  const sent: unknown[] = [];
  const listeners = new Map<string, (event: unknown) => void>();
  const parent = { postMessage: (message: unknown) => sent.push(message) };
  const realm: Record<string, unknown> = {
    parent,
    addEventListener: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
    URL,
    document: {},
  };
  runInNewContext(compileBrowserCode().frame, realm);
  const bridge = (realm.__bridge ?? runInNewContext('globalThis.__bridge', realm)) as {
    callBridge(command: string, data?: unknown): Promise<unknown>;
  };
  const answer = bridge.callBridge('invoke', { functionKey: 'x' });
  expect(sent).toEqual([{ kind: 'plumbline-bridge-hello' }]);
  const port = {
    onmessage: (_event: { data: unknown }) => {},
    sent: [] as { id: number; kind: string }[],
    postMessage: (wire: { id: number; kind: string }) => port.sent.push(wire),
  };
  listeners.get('message')?.({ source: parent, data: { kind: 'plumbline-bridge-port' }, ports: [port] });
  expect(port.sent).toMatchObject([{ kind: 'call', command: 'invoke', data: { functionKey: 'x' } }]);
  port.onmessage({ data: { kind: 'answer', id: port.sent[0]?.id, value: 42 } });
  expect(await answer).toBe(42);
});
