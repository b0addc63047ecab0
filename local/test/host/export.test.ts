import mammoth from 'mammoth';
import { type Served, serveSite } from '../../host/http/server';
import { macroNode } from '../../host/macros/node';
import type { Site } from '../../site';
import { createJira } from '../../site/jira';
import { FIXTURE, prepare, start } from './fixture';

prepare();
let site: Site;
let served: Served;
let pageId: string;
let privateId: string;

const text = (value: string, ...marks: object[]) => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 ? { marks } : {}),
});
const line = (...content: object[]) => ({ type: 'paragraph', content });

beforeAll(async () => {
  ({ site } = await start({
    confluence: true,
    jira: ({ data, clock, baseUrl, appId, environmentId, appName, manifest }) =>
      createJira({ clock, databasePath: data, baseUrl, app: { appId, environmentId, name: appName, manifest } }),
  }));
  served = await serveSite({ site, root: FIXTURE, port: 0, accountId: 'admin' });
  const app = { appId: site.manifest.appId, environmentId: site.installation.environmentId };
  const macro = (key: string, layout: 'block' | 'bodied' | 'inline', more: object = {}) =>
    macroNode(app, { key, title: key, layout }, { localId: `id-of-${key}`, ...more });
  const content = [
    { type: 'heading', attrs: { level: 2 }, content: [text('Where we stand')] },
    line(
      text('Bold', { type: 'strong' }),
      text(' and '),
      text('linked', { type: 'link', attrs: { href: 'https://example.com/a?b=1' } }),
    ),
    line(text('bad', { type: 'link', attrs: { href: 'javascript:alert(1)' } })),
    {
      type: 'orderedList',
      content: [
        {
          type: 'listItem',
          content: [
            line(text('first')),
            { type: 'bulletList', content: [{ type: 'listItem', content: [line(text('inner'))] }] },
          ],
        },
        { type: 'listItem', content: [line(text('second'))] },
      ],
    },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: ['Control', 'State'].map((cell) => ({ type: 'tableHeader', content: [line(text(cell))] })),
        },
        {
          type: 'tableRow',
          content: [
            { type: 'tableCell', content: [line(text('A.6.2.4'))] },
            { type: 'tableCell', content: [line({ type: 'status', attrs: { text: 'PLANNED', color: 'blue' } })] },
          ],
        },
      ],
    },
    {
      type: 'panel',
      attrs: { panelType: 'warning' },
      content: [line(text('Mind the gap on '), { type: 'date', attrs: { timestamp: String(Date.UTC(2026, 4, 1)) } })],
    },
    macro('note', 'bodied', { config: { scope: 'organisation' }, body: [line(text('<b>The policy</b>'))] }),
    { type: 'panel', attrs: { panelType: 'info' }, content: [macro('broken', 'block')] },
    macro('odd', 'block'),
    macro('plain', 'block'),
    macroNode({ appId: 'other', environmentId: 'e' }, { key: 'x', title: 'Chart', layout: 'block' }, { localId: 'o' }),
    line(text('before '), macro('note', 'inline'), text(' after')),
  ];
  const rest = async (method: string, path: string, body?: unknown) => {
    const answer = await site.confluence?.handle({
      method,
      path: `/wiki/api/v2${path}`,
      headers: {},
      body: body === undefined ? null : JSON.stringify(body),
      caller: { kind: 'user', accountId: 'admin', throughApp: false, scopes: [] },
    });
    if (!answer || answer.status >= 400) throw new Error(`${path}: ${answer?.status} ${answer?.body}`);
    return JSON.parse(answer.body ?? 'null');
  };
  const space = await rest('POST', '/spaces', { key: 'AIMS', name: 'AI management' });
  const value = JSON.stringify({ type: 'doc', version: 1, content });
  const body = { representation: 'atlas_doc_format', value };
  pageId = (await rest('POST', '/pages', { spaceId: space.id, title: 'Where <we> stand', body })).id;
  privateId = (await rest('POST', '/pages?private=true', { spaceId: space.id, title: 'Private' })).id;
});
afterAll(() => served.close());

async function session(accountId: string | null) {
  const first = await fetch(`${served.origin}/local/session`);
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { csrf } = (await first.json()) as { csrf: string };
  const headers = { cookie, 'x-csrf-token': csrf };
  const post = (path: string, body: unknown) =>
    fetch(served.origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
  await post('/local/session', { accountId });
  return { post, get: (path: string) => fetch(served.origin + path, { headers }) };
}

// biome-ignore lint/suspicious/noExplicitAny: the shape is what the test looks at.
async function exported(exportType: string): Promise<any> {
  const { post } = await session('admin');
  return (await post('/local/export', { pageId, exportType })).json();
}

test.each(['pdf', 'word', 'other'])(
  'every macro of a %s export is replaced, and a failure stays one line',
  async (type) => {
    const page = await exported(type);
    expect(page).toMatchObject({
      title: 'Where <we> stand',
      space: { key: 'AIMS' },
      version: { number: 1, authorName: 'Site Administrator' },
    });
    expect(page.macros.map((macro: { key: string; outcome: string }) => [macro.key, macro.outcome]).sort()).toEqual(
      [
        ['broken', 'failed'],
        ['note', 'exported'],
        ['note', 'exported'],
        ['odd', 'failed'],
        ['plain', 'no-export'],
        [null, 'other-app'],
      ].sort(),
    );
    const written = JSON.stringify(page.document);
    for (const part of [
      `type ${type}`,
      'config {"scope":"organisation"}',
      `page ${pageId} Where <we> stand`,
      '<b>The policy</b>',
    ])
      expect(written).toContain(JSON.stringify(part).slice(1, -1));
    expect(written).toContain('The macro “Broken” could not be exported.');
    expect(written).toContain('The macro “Plain” has no export.');
    expect(written).toContain('of another app is not exported');
    expect(written).not.toContain('secret of the function');
    expect(written).not.toMatch(/xtension"/);
  },
);

test('an export function has no user to act for', async () => {
  expect(JSON.stringify((await exported('pdf')).document)).toContain('user NeedsAuthenticationError');
});

test('who may not see the page gets no export of it', async () => {
  const stranger = await session(null);
  expect((await stranger.post('/local/export', { pageId, exportType: 'pdf' })).status).toBe(404);
  expect((await stranger.get(`/local/export/word?pageId=${privateId}`)).status).toBe(404);
  const admin = await session('admin');
  expect((await admin.post('/local/export', { pageId, exportType: 'gif' })).status).toBe(400);
  expect((await admin.post('/local/export', { pageId, exportType: 'pdf', version: 7 })).status).toBe(404);
});

test('the Word file holds the text of page and macros, its lists, table and links', async () => {
  const { get } = await session('admin');
  const response = await get(`/local/export/word?pageId=${pageId}`);
  expect(response.headers.get('content-type')).toContain('wordprocessingml');
  expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''Where%20%3Cwe%3E%20stand.docx");
  const buffer = Buffer.from(await response.arrayBuffer());
  const { value: html } = await mammoth.convertToHtml({ buffer });
  expect(html).toContain('<h2>Where we stand</h2>');
  expect(html).toContain('<strong>Bold</strong>');
  expect(html).toContain('<a href="https://example.com/a?b=1">linked</a>');
  expect(html).not.toContain('javascript:');
  expect(html).toMatch(/<ol><li>first<ul><li>inner<\/li><\/ul><\/li><li>second<\/li><\/ol>/);
  expect(html).toMatch(/<table>.*Control.*A\.6\.2\.4.*PLANNED.*<\/table>/);
  const { value: raw } = await mammoth.extractRawText({ buffer });
  for (const part of [
    'Mind the gap on 2026-05-01',
    '<b>The policy</b>',
    'type word',
    'config {"scope":"organisation"}',
    'could not be exported',
  ])
    expect(raw).toContain(part);
  expect(raw).toMatch(/before type word .* after/);
});
