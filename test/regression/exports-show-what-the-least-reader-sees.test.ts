import { type ExportType, exportPage } from '../../local/export/page-export';
import { macroNode } from '../../local/host/macros/node';
import { adfText } from '../../local/site/adf';
import type { Output } from '../../src/contract/procedures';
import { FIGURES_SHOWN_TO } from '../../src/domain/reader';
import { createPeople, type People } from '../access/people';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { createPage, createSpace } from '../support/policy-page';
import { approvedStatement } from '../support/statement';

/**
 * C1 and rule 28 of the documents. A Confluence export shows what the least reader of the page may see (open to anybody, or
 * unknown: anonymous; else with a licence). Project and system figures, titles, people: never.
 */
const REASON = 'The pricing committee asks for it.';
const REFUSED = 'Left out: all figures:';
/** A count of anything, as the exports write them. */
const FIGURE = /\d+ of \d+|\d+ AI (system|risk)s?|\d+ open|Applicable|Undecided|Gap/;
const MACROS = [
  'aims-clause-coverage',
  'aims-control-status',
  'aims-register',
  'aims-risk-matrix',
  'aims-nonconformities',
];

let site: Enrolled;
let people: People;
let systemId: string;

beforeAll(async () => {
  site = await openEnrolled();
  people = await createPeople(site);
  systemId = (await site.create('AI system', { summary: 'Pricing model' })).id;
  await approvedStatement(site, {}, { reason: REASON });
  await site.site.settle({ within: 3_600_000 });
});
afterAll(async () => {
  await site.close();
});

function macro(key: string, scope: string) {
  const { manifest, installation } = site.site;
  const app = { appId: manifest.appId, environmentId: installation.environmentId };
  return macroNode(app, { key, title: key, layout: 'block' }, { localId: key, config: { scope } });
}

type Pages = 'open to all' | 'guests' | 'licensed' | 'restricted';
const PAGES: readonly Pages[] = ['open to all', 'guests', 'licensed', 'restricted'];

/** A page that carries all macros of figures, for these readers; made by somebody who has Confluence alone. */
async function pageFor(readers: Pages, name: string, content: readonly unknown[]): Promise<string> {
  const key = `${readers.slice(0, 4)}${name}`.replace(/\W/g, '').toUpperCase();
  const author = people.confluenceOnly ?? '';
  const { id } = await createPage(site, await createSpace(site, key), key, content, author);
  if (readers === 'open to all') await site.wiki('PUT', `/wiki/local/space/${key}/anonymous`, { allowed: true });
  if (readers === 'guests' || readers === 'restricted') {
    const user = [author, readers === 'guests' ? people.member : 'admin'].map((accountId) => ({
      type: 'known',
      accountId,
    }));
    const restriction = [{ operation: 'read', restrictions: { user } }];
    const { status } = await site.wiki('PUT', `/wiki/rest/api/content/${id}/restriction`, restriction, author);
    expect(status).toBe(200);
  }
  return id;
}

async function exported(pageId: string, exportType: ExportType, accountId: string | null = people.confluenceOnly) {
  const { document } = await exportPage(site.site, { pageId, exportType }, accountId);
  return adfText({ ...document, content: [...document.content] });
}

const scopes = () => ({
  organisation: 'organisation',
  project: `project:${site.projectId}`,
  system: `system:${systemId}`,
});
const codeOf = (name: string, payload: unknown, accountId: string | null) =>
  site.call(name, payload, accountId).then(
    () => 'answered',
    (error: { code: string }) => error.code,
  );

describe.each(PAGES)('a page for readers: %s', (readers) => {
  describe.each(['pdf', 'word', 'other'] as const)('%s', (exportType) => {
    test.each(FIGURES_SHOWN_TO)('shown to %s', async (shownTo) => {
      await site.call('settings.save', { figuresShownTo: shownTo });
      const isShown = shownTo === 'everybody' || (shownTo === 'licensed' && readers !== 'open to all');
      for (const [kind, scope] of Object.entries(scopes())) {
        const isFigures = isShown && kind === 'organisation';
        const id = await pageFor(
          readers,
          `${shownTo}${exportType}${kind}`,
          MACROS.map((key) => macro(key, scope)),
        );
        const text = await exported(id, exportType);
        expect([kind, FIGURE.test(text)]).toEqual([kind, isFigures]);
        expect(text.split(REFUSED)).toHaveLength(isFigures ? 1 : MACROS.length + 1);
        // Reasons are people's words: for readers with a licence, never on a page that is open to everybody.
        expect([kind, text.includes(REASON)]).toEqual([kind, isFigures && readers !== 'open to all']);
        expect(text).not.toMatch(/CLAIM-\d|Pricing model/);
      }
    });
  });
});

test('whoever the platform names as the caller, the readers are the page’s', async () => {
  await site.call('settings.save', { figuresShownTo: 'holders' });
  const { adfExport } = site.site.manifest.modules.get('aims-control-status') ?? {};
  for (const scope of Object.values(scopes())) {
    const payload = { extensionPayload: { config: { scope } }, context: {} };
    const text = JSON.stringify(
      await site.site.call(adfExport?.function ?? '', 'aims-control-status', payload, 'admin'),
    );
    expect(text).toContain(REFUSED);
    expect(text).not.toMatch(FIGURE);
  }
});

test('what an export carries is what the screen answers to every reader of any page', async () => {
  const payload = { projectId: null, group: null };
  for (const allowed of [false, true]) {
    await site.call('settings.save', { figuresShownTo: allowed ? 'everybody' : 'holders' });
    for (const accountId of [null, people.confluenceOnly, people.customer])
      expect([allowed, accountId, await codeOf('controls.status', payload, accountId)]).toEqual([
        allowed,
        accountId,
        allowed ? 'answered' : 'not-allowed',
      ]);
  }
  const { controls } = await site.call<Output<'controls.status'>>('controls.status', payload, people.confluenceOnly);
  expect(new Set(controls.map(({ applicability }) => applicability?.reason))).toEqual(new Set([null]));
});
