import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import type { Browser, Page } from 'playwright-core';
import { macroNode } from '../../local/host/macros/node';
import { appFrame, eventually, openBrowser, openPage } from './harness/browser';
import { stillFrame } from './harness/frames';
import { brokenIn, drawn, ELSEWHERE, watch } from './harness/inert';
import { textOfPdf } from './harness/pdf';
import { type RunningSite, startRunningSite } from './harness/running-site';

/**
 * What people write stays text. Names, titles, parameters and cells that would do something if anything interpreted them
 * are put where people put theirs, and every screen, macro and export is opened.
 */

const ADMIN = '/admin/apps/aims-admin';
const SCRIPT = '<script>window.broken=1</script>';
const IMAGE = `<img src="http://${ELSEWHERE}/a.png" onerror="window.broken=2">`;
const LINK = 'javascript:window.broken=3';
const TEMPLATE = '{{constructor.constructor("window.broken=4")()}}';
const TURNED = '\u202Egnp.exe\u202C';
const FORMULA = "=cmd|' /C calc'!A0";
const ALL = [SCRIPT, IMAGE, LINK, TEMPLATE, TURNED, FORMULA];
/** Jira takes summaries of 255 characters. */
const SHORT = `${SCRIPT} ${IMAGE.replace('"', "'")} ${TURNED}`.slice(0, 250);
const LONG = `${SCRIPT}${'x'.repeat(10_000)}`;

const HEAD = 'Name,Purpose,Owner,Vendor,Stage,Our part,Personal data,Impact assessment,Testing,Monitoring,Risks';
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const FILE = [
  HEAD,
  ...ALL.map((text) =>
    [text, `${text} ${LONG}`, text, text, 'live', 'use', 'yes', '', '', '', text].map(cell).join(','),
  ),
].join('\r\n');

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];
let folder: string;
/** Dialogs that opened, and requests to anywhere but the site and the origin of its frames. */
const happened: string[] = [];
let pageId = '';
let systemKey = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-hostile-'));
  [site, browser] = await Promise.all([startRunningSite(), openBrowser()]);
  ({ page, faults } = await openPage(browser));
  watch(page, happened);
  page.context().on('page', (opened) => watch(opened, happened));
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function expectInert(where: Page, what: string): Promise<void> {
  expect({ what, happened, ...(await brokenIn(where)) }).toEqual({ what, happened: [], broken: [], markup: [] });
}

async function opened(what: string): Promise<void> {
  const frame = await appFrame(page);
  await frame.waitForSelector(what);
  await stillFrame(frame);
  await frame.click(what);
  await frame.waitForSelector('aside');
}

test('a hostile inventory goes through the real import as text', async () => {
  await page.goto(site.origin + ADMIN);
  const setup = await appFrame(page);
  await setup.click('button:has-text("Set up a project")');
  await setup.click('button:has-text("Create a project instead")');
  await setup.click('button:has-text("Create project")');
  await setup.click('button:has-text("Show the plan")');
  await setup.click('button:has-text("Apply")');
  await setup.waitForSelector('text=The project is set up');

  await page.goto(`${site.origin}${ADMIN}?tab=import`);
  const admin = await appFrame(page);
  const path = join(folder, `${SCRIPT.replaceAll('/', '_')}.csv`);
  writeFileSync(path, FILE);
  await admin.setInputFiles('#import-file', path);
  await admin.click('button:has-text("Check the file")');
  await admin.waitForSelector(`text=${ALL.length} AI systems`);
  await drawn(page);
  await expectInert(page, 'the checked file');
  await admin.click('button:has-text("Import ")');
  await admin.waitForSelector('text=The import is done');
  await expectInert(page, 'the import');
  const { issues } = await site.rest<{ issues: { key: string; fields: { summary: string } }[] }>(
    'POST',
    '/search/jql',
    {
      jql: 'project = AIMS AND issuetype = "AI system" ORDER BY key ASC',
      fields: ['summary'],
    },
  );
  // The turning signs and other controls are the importer's to keep or drop; all else is as it was written.
  for (const text of [SCRIPT, IMAGE, LINK, TEMPLATE, FORMULA])
    expect(issues.map(({ fields }) => fields.summary)).toContain(text);
  systemKey = issues.find(({ fields }) => fields.summary === SCRIPT)?.key ?? '';
});

test('names of projects, people and spaces, titles of issues and pages, parameters of macros', async () => {
  await site.rest('PUT', '/project/AIMS', { name: `${SCRIPT} ${TURNED}`.slice(0, 80) });
  const { accountId } = await site.rest<{ accountId: string }>('POST', '/user', {
    emailAddress: 'hostile@example.com',
    displayName: IMAGE,
    products: ['jira-software'],
  });
  const made: string[] = [];
  for (const type of ['AI risk', 'Nonconformity', 'Task']) {
    const { key } = await site.rest<{ key: string }>('POST', '/issue', {
      fields: { project: { key: 'AIMS' }, issuetype: { name: type }, summary: SHORT, assignee: { accountId } },
    });
    made.push(key);
    await site.rest('POST', '/issueLink', {
      type: { name: 'AIMS concern' },
      inwardIssue: { key },
      outwardIssue: { key: systemKey },
    });
  }
  await site.rest('PUT', `/issue/${systemKey}`, { fields: { assignee: { accountId } } });
  const space = await site.wiki<{ id: string }>('POST', '/api/v2/spaces', { key: 'BAD', name: `${IMAGE} ${TURNED}` });
  const facts = (await (await fetch(`${site.origin}/local/app`)).json()) as {
    appId: string;
    environmentId: string;
    modules: { key: string; type: string; title: string; layout: string | null }[];
  };
  const paragraph = (text: string, href?: string) => ({
    type: 'paragraph',
    content: [{ type: 'text', text, ...(href ? { marks: [{ type: 'link', attrs: { href } }] } : {}) }],
  });
  const macros = facts.modules.filter(({ type }) => type === 'macro');
  expect(macros).toHaveLength(6);
  const { issues } = await site.rest<{ issues: { id: string }[] }>('POST', '/search/jql', {
    jql: `key = ${systemKey}`,
    fields: ['summary'],
  });
  const nodes = macros.flatMap(({ key, title, layout }) =>
    [
      {},
      { scope: `system:${issues[0]?.id}` },
      { scope: LONG, groups: IMAGE, stage: LINK, group: TEMPLATE, pageId: SCRIPT, [SCRIPT]: FORMULA },
    ].map((config, place) =>
      macroNode(
        facts,
        { key, title, layout: layout === 'bodied' ? 'bodied' : 'block' },
        {
          localId: `${key}-${place}`,
          config,
          body: [paragraph(SCRIPT), paragraph(IMAGE, LINK)],
        },
      ),
    ),
  );
  const content = [...ALL.map((text) => paragraph(text)), paragraph(LONG), paragraph('press', LINK), ...nodes];
  const value = JSON.stringify({ type: 'doc', version: 1, content });
  const body = { representation: 'atlas_doc_format', value };
  pageId = (
    await site.wiki<{ id: string }>('POST', '/api/v2/pages', {
      spaceId: space.id,
      status: 'current',
      title: SHORT,
      body,
    })
  ).id;
  await site.wiki('POST', '/api/v2/pages', {
    spaceId: space.id,
    status: 'current',
    title: LINK,
    body: { ...body, value: '{"type":"doc","version":1,"content":[]}' },
  });
  await page.goto(`${site.origin}/projects/AIMS/apps/aims-project?tab=systems`);
  await eventually('the app has read what was written', async () => {
    const frame = await appFrame(page);
    await frame.click('button:has-text("refresh")', { timeout: 1_000 }).catch(() => undefined);
    return ((await frame.textContent('body')) ?? '').includes(IMAGE);
  });
});

const PROJECT = '/projects/AIMS/apps/aims-project';
const SCREENS: readonly (readonly [what: string, path: () => string, shown: string | null])[] = [
  ['overview', () => PROJECT, null],
  ['requirements', () => `${PROJECT}?tab=requirements`, null],
  ['register of AI systems', () => `${PROJECT}?tab=systems`, IMAGE],
  ['matrix', () => `${PROJECT}?tab=matrix`, SCRIPT],
  ['risks', () => `${PROJECT}?tab=risks`, SCRIPT],
  ['nonconformities', () => `${PROJECT}?tab=nonconformities`, SCRIPT],
  ['leadership', () => '/apps/aims-global', SCRIPT],
  ['issue panel', () => `/browse/${systemKey}`, SCRIPT],
  ['setup', () => ADMIN, null],
  ['health', () => `${ADMIN}?tab=health`, null],
  ['readers', () => `${ADMIN}?tab=readers`, null],
  ['board', () => '/projects/AIMS/board', SCRIPT],
  ['list', () => '/projects/AIMS', SCRIPT],
  ['dashboards', () => '/dashboards', null],
  ['spaces', () => '/wiki', IMAGE],
  ['page with all macros', () => `/wiki/content/${pageId}`, SCRIPT],
];

test.each(SCREENS)('inert on the screen: %s', async (what, path, shown) => {
  await page.goto(site.origin + path());
  await page.waitForSelector('main, [role=main]');
  await drawn(page);
  if (shown !== null)
    await eventually(`${what} shows the text as text`, async () => {
      const texts = await Promise.all(page.frames().map((frame) => frame.textContent('body').catch(() => '')));
      return texts.some((text) => text?.includes(shown));
    });
  await expectInert(page, what);
});

test('inert where it is opened further: a requirement, an AI system, the editor and the settings of a macro', async () => {
  await page.goto(`${site.origin}${PROJECT}`);
  await opened('[data-requirement="8.2"]');
  await drawn(page);
  await expectInert(page, 'a requirement');
  await page.goto(`${site.origin}${PROJECT}?tab=systems`);
  await opened('button:has-text("window.broken=1")');
  await drawn(page);
  await expectInert(page, 'an AI system');

  await page.goto(`${site.origin}/wiki/content/${pageId}`);
  // As a reader would: the browser may keep a frame for ever that goes away while it loads.
  await drawn(page);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.waitForSelector('.ProseMirror');
  await drawn(page);
  await expectInert(page, 'the editor');
  await page.getByRole('button', { name: 'Configure Control status', exact: true }).last().click();
  await page.waitForSelector('[role=dialog] iframe');
  await drawn(page);
  await expectInert(page, 'the settings of a macro');
});

test('inert in PDF, Word and HTML: the text is there as text', async () => {
  await page.goto(`${site.origin}/wiki/content/${pageId}`);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'More actions', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Export to PDF' }).click();
  const view = await opened;
  await view.waitForSelector('html[data-export-ready]');
  await expectInert(view, 'the export view');
  const file = await view.pdf();
  expect(textOfPdf(file).replaceAll(/\s+/g, '')).toContain(SCRIPT.replaceAll(/\s+/g, ''));
  expect(file.toString('latin1')).not.toMatch(/\/S\s*\/JavaScript|\/URI\s*\(javascript:/i);
  await view.close();

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'More actions', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Export to Word' }).click();
  const word = readFileSync(await (await saved).path());
  expect((await mammoth.extractRawText({ buffer: word })).value).toContain(SCRIPT);
  expect((await mammoth.convertToHtml({ buffer: word })).value).not.toMatch(/href="javascript:|<script|<img/i);

  const rendered = await browser.newPage();
  watch(rendered, happened);
  for (const format of ['view', 'storage']) {
    const { body } = await site.wiki<{ body: Record<string, { value: string }> }>(
      'GET',
      `/api/v2/pages/${pageId}?body-format=${format}`,
    );
    await rendered.setContent(body[format]?.value ?? '');
    await expectInert(rendered, format);
    expect(await rendered.textContent('body')).toContain(SCRIPT);
  }
  await rendered.close();
});

test('the policy of the frames had nothing to refuse, for nothing was tried', () => {
  expect({ happened, faults }).toEqual({ happened: [], faults: [] });
});
