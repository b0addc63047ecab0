import mammoth from 'mammoth';
import { type ExportType, exportPage } from '../../local/export/page-export';
import { wordFile } from '../../local/export/word';
import { macroNode } from '../../local/host/macros/node';
import { adfText } from '../../local/site/adf';
import type { Output } from '../../src/contract/procedures';
import { NOTICE } from '../../src/words/figures';
import { createPeople } from '../access/people';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { approvePolicy, createPage, createSpace, editPage, policyMacro } from '../support/policy-page';
import { approvedStatement } from '../support/statement';

/**
 * What leaves Confluence as PDF or Word where an administrator shows figures to everybody: these, and the approved text; no
 * title, key or name of anything in Jira; what is left out, and for whom, is said (rules 28 to 31 of the documents).
 */

const SECRET = 'Confidential pricing model';
const HOSTILE = '<script>alert(1)</script>';

let site: Enrolled;
let spaceId: string;
let author: string;

beforeAll(async () => {
  site = await openEnrolled();
  author = (await createPeople(site)).member ?? '';
  spaceId = await createSpace(site, 'AIMS');
  const system = await site.create('AI system', { summary: SECRET });
  const risk = await site.create('AI risk', {
    summary: HOSTILE,
    [site.fieldId('Likelihood')]: { value: await optionOf('Likelihood', 4) },
    [site.fieldId('Consequence')]: { value: await optionOf('Consequence', 5) },
  });
  await site.link('AIMS concern', risk.id, system.id);
  await site.create('Nonconformity', { summary: SECRET });
  await site.call('settings.save', { figuresShownTo: 'everybody' });
  await site.site.settle({ within: 3_600_000 });
});
afterAll(async () => {
  await site.close();
});

async function optionOf(field: string, level: number): Promise<string> {
  const id = site.fieldId(field);
  const contexts = await site.rest<{ values: { id: string }[] }>('GET', `/rest/api/3/field/${id}/context`);
  const path = `/rest/api/3/field/${id}/context/${contexts.body.values[0]?.id}/option`;
  const options = await site.rest<{ values: { value: string }[] }>('GET', path);
  return options.body.values.find(({ value }) => value.startsWith(String(level)))?.value ?? '';
}

function macro(key: string, config: Record<string, string> = {}) {
  const { manifest, installation } = site.site;
  const app = { appId: manifest.appId, environmentId: installation.environmentId };
  return macroNode(app, { key, title: key, layout: 'block' }, { localId: key, config });
}

let pages = 0;
async function exported(content: readonly unknown[], exportType: ExportType = 'pdf'): Promise<string> {
  pages += 1;
  const { id } = await createPage(site, spaceId, `Page ${pages}`, content, author);
  return exportedPage(id, exportType);
}

async function exportedPage(pageId: string, exportType: ExportType): Promise<string> {
  const page = await exportPage(site.site, { pageId, exportType }, 'admin');
  expect(page.macros.every(({ outcome }) => outcome === 'exported')).toBe(true);
  if (exportType !== 'word') return adfText({ ...page.document, content: [...page.document.content] });
  const { value } = await mammoth.extractRawText({ buffer: await wordFile(page) });
  return value;
}

test.each<ExportType>(['pdf', 'word'])(
  '%s: every macro exports its figures, and nothing that a reader may not see',
  async (exportType) => {
    const text = await exported(
      [
        macro('aims-clause-coverage', { groups: 'clauses' }),
        macro('aims-control-status', { group: 'A.6' }),
        macro('aims-register'),
        macro('aims-risk-matrix'),
        macro('aims-nonconformities'),
      ],
      exportType,
    );
    expect(text).toMatch(/Organisation requirements: 0 of \d+ implemented, no conclusions recorded/);
    expect(text).toMatch(/8\.4 Gap \(0\/1\)|8\.4 Not due yet/);
    expect(text).toContain('No Statement of Applicability is approved yet.');
    expect(text).toContain('A.6.2.4');
    expect(text).not.toContain('A.5.2');
    expect(text).toContain('1 AI system in scope');
    expect(text).toMatch(/1 AI risk, 1 above the threshold of 9/);
    expect(text).toMatch(/Accepted\s*0.*Expired\s*0\s*Not accepted\s*1/s);
    expect(text).toMatch(/1 negligible.*5 severe.*5 almost certain.*1 rare/s);
    expect(
      text.match(
        /The whole organisation, as of 24 Nov 2026, \d\d:\d\d UTC, for readers with a licence for Confluence\./g,
      ),
    ).toHaveLength(5);
    expect(text).toMatch(/Left out: titles, keys, owners and risks of AI systems: [^.]*\. 1 of 1 rows\./);
    expect(text).toMatch(/Left out: titles, keys and owners of the risks above the threshold: [^.]*\. 1 of 1 rows\./);
    expect(text).toMatch(/1 open, 0 closed/);
    expect(text.match(/It is not a statement on the law or on ethics\./g)).toHaveLength(3);
    for (const hidden of [SECRET, HOSTILE, 'CLAIM-']) expect(text).not.toContain(hidden);
  },
);

test.each<ExportType>(['pdf', 'word'])(
  '%s: the policy is exported in its approved version, with the line that says so',
  async (exportType) => {
    const draft = await exported([policyMacro(site, ['We answer for our AI.', HOSTILE])], exportType);
    expect(draft).toContain('Not approved. Draft, version 1 of the page.');
    expect(draft).toContain(HOSTILE);
    const page = await createPage(
      site,
      spaceId,
      `Policy ${exportType}`,
      [policyMacro(site, ['Approved words.'])],
      author,
    );
    const { elsewhere } = await site.call<Output<'policy.read'>>('policy.read', { pageId: page.id });
    const replaces = elsewhere && { pageId: elsewhere.pageId, pageVersion: elsewhere.pageVersion };
    const approval = { pageId: page.id, pageVersion: 1, reviewDue: '2027-11-24', replaces };
    await approvePolicy(site, approval);
    await site.site.clock.advance(1_000);
    await site.site.settle({ within: 3_600_000 }); // the writer reads the page too
    const before = site.site.journal.mark();
    expect(await exportedPage(page.id, exportType)).toMatch(
      /Approved 24 Nov 2026, version 1, next review 24 Nov 2027\.\s+Approved words\./,
    );
    // Still at the approved version, the page is read once.
    const reads = site.site.journal
      .since(before)
      .list('product')
      .filter(({ as, path }) => as === 'app' && path.startsWith(`/wiki/api/v2/pages/${page.id}`));
    expect(reads).toHaveLength(1);
    await editPage(site, page, [policyMacro(site, ['Later words.'])], author);
    const moved = await exportedPage(page.id, exportType);
    expect(moved).toMatch(/Changed since approval: this is the approved text\.\s+Approved words\./);
    expect(moved).not.toContain('Later words.');
  },
);

test('a macro whose words nobody wrote by its form says so, and repeats nothing of them', async () => {
  const text = await exported([
    macro('aims-risk-matrix', { scope: HOSTILE }),
    macro('aims-policy', { pageId: '1; DROP' }),
  ]);
  expect(text).toContain('The settings of this macro cannot be read.');
  expect(text).toContain('The AI policy stands on a page of its own in Confluence.');
  expect(text).not.toContain('script');
  expect(text).not.toContain('DROP');
});

test('figures of a project or an AI system are not exported for nobody in particular', async () => {
  const text = await exported([macro('aims-clause-coverage', { scope: `project:${site.projectId}` })]);
  expect(text).toContain('Left out: all figures: whoever may see the Jira project sees them on the page in Confluence');
  expect(text).not.toContain('implemented');
});

const REASON = 'The risk assessment asks for it.';

test('6.1.3: the Statement of Applicability has its reasons on a page for people with a licence', async () => {
  await approvedStatement(site, {}, { reason: REASON });
  await site.site.settle({ within: 3_600_000 });
  for (const exportType of ['pdf', 'word'] as const) {
    const text = await exported([macro('aims-control-status', { group: 'A.6' })], exportType);
    expect(text).toMatch(/Statement of Applicability, version \d+, approved 24 Nov 2026/);
    expect(text).toMatch(/A\.6\.2\.2\s+\w.*?\s+Applicable\s+\w/s);
    expect(text).toContain(REASON);
    expect(text).not.toContain('Left out');
  }
});

test('6.1.3: and leaves them out, and says so, where the page is open to everybody', async () => {
  const open = await createSpace(site, 'OPEN');
  await site.wiki('PUT', '/wiki/local/space/OPEN/anonymous', { allowed: true });
  const { id } = await createPage(site, open, 'Open page', [macro('aims-control-status', { group: 'A.6' })], author);
  for (const exportType of ['pdf', 'word'] as const) {
    const text = await exportedPage(id, exportType);
    expect(text).toContain('for readers without a login, because this page is open to everybody.');
    expect(text).toMatch(/A\.6\.2\.2\s+\w.*?\s+Applicable\s+\w/s);
    expect(text).toMatch(
      /Left out: reasons of the Statement of Applicability: .*, and this page is open to everybody\./,
    );
    expect(text).not.toContain(REASON);
  }
});

test('a page of which nobody knows to whom it is open is exported as one that is open to everybody; what fails is unknown', async () => {
  site.site.faults.unavailable('confluence', {});
  const text = await exported([macro('aims-control-status', { group: 'A.6' }), policyMacro(site, ['Words.'])]);
  site.site.faults.unavailable('confluence', null);
  expect(text).toContain('for readers without a login, because it is not known to whom this page is open.');
  expect(text).toContain('A.6.2.2');
  expect(text).not.toContain(REASON);
  expect(text).toMatch(/AI policy\s+Unknown as of 24 Nov 2026, \d\d:\d\d UTC\. \w/);
  expect(text).not.toContain('Words.');
});

test('the first line says what it is of, as of when and for whom, the last what the figures do not say', async () => {
  const { manifest } = site.site;
  for (const [key, last] of [
    ['aims-clause-coverage', NOTICE],
    ['aims-control-status', NOTICE],
    ['aims-register', NOTICE],
    ['aims-risk-matrix', 'Counted are the risks that are recorded.'],
    ['aims-nonconformities', 'More nonconformities found may mean better audits.'],
  ]) {
    const name = manifest.modules.get(key ?? '')?.adfExport?.function ?? '';
    const { content } = (await site.site.call(name, key ?? '', { context: {} }, null)) as {
      content: { type: string }[];
    };
    const [first, end] = [content[1], content.at(-1)].map((node) => JSON.stringify(node));
    expect(first).toMatch(/The whole organisation, as of 24 Nov 2026, \d\d:\d\d UTC, for readers /);
    expect(end).toContain(last);
  }
});
