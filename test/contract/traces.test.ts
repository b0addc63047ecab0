import { operate, setUp } from '../../cli/operator';
import type { AccessKind } from '../../src/contract/access';
import { type ProcedureName, procedures } from '../../src/contract/procedures';
import { closeProject, createPeople, KINDS, type Kind, type People } from '../access/people';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { approvePolicy, createPage, createSpace, policyMacro } from '../support/policy-page';
import { wellFormed } from './payloads';

/**
 * Every procedure and every export, asked by every kind of user about an open project, a closed one and the organisation:
 * no answer and no refusal carries a title, key, name, account or page that this user may not see in Jira or Confluence.
 */

const NAMES = Object.keys(procedures) as ProcedureName[];
/** One word begins every title, and is the name, of what is open; another of what is closed. */
const OPEN = 'Visibleword';
const SEALED = 'Sealedword';

let site: Enrolled;
let people: People;
let closed: string;
let systems: Record<'open' | 'closed', string>;
let pages: Record<'open' | 'closed', string>;
/** What tells of each side: words, keys, the account of its owner. */
let traces: Record<'open' | 'closed', readonly string[]>;

/** Who sees the issues of which project, and which page. The reader without one project is the outsider. */
const SEES: Readonly<Record<'open' | 'closed', { issues: readonly Kind[]; page: readonly Kind[] }>> = {
  open: {
    issues: ['administrator', 'decider', 'member', 'outsider', 'auditor', 'jiraOnly'],
    page: ['administrator', 'decider', 'member', 'outsider', 'auditor', 'confluenceOnly'],
  },
  closed: { issues: ['administrator', 'member'], page: ['administrator'] },
};

beforeAll(async () => {
  site = await openEnrolled();
  people = await createPeople(site);
  const project = { key: 'ZSEALED', name: `${SEALED} project`, projectTypeKey: 'business', leadAccountId: 'admin' };
  closed = String((await site.rest<{ id: number }>('POST', '/rest/api/3/project', project)).body.id);
  await site.rest('PUT', `/rest/api/3/project/${site.projectId}`, { name: `${OPEN} project` });
  await setUp(site.site, operate(site.site), closed);
  const owner = async (word: string) => {
    const user = { emailAddress: `${word}@example.com`, displayName: `${word} owner`, products: ['jira-software'] };
    return (await site.rest<{ accountId: string }>('POST', '/rest/api/3/user', user)).body.accountId;
  };
  const owners = { open: await owner(OPEN), closed: await owner(SEALED) };
  const spaceId = await createSpace(site, 'AIMS');
  systems = { open: '', closed: '' };
  pages = { open: '', closed: '' };
  for (const side of ['open', 'closed'] as const) {
    const word = side === 'open' ? OPEN : SEALED;
    systems[side] = await filled(side === 'open' ? site.projectId : closed, word, owners[side]);
    const text = [policyMacro(site, [`${word} policy.`])];
    pages[side] = (await createPage(site, spaceId, `${word} page`, text, people.member ?? '')).id;
  }
  // Links over the border, both ways.
  await site.link('AIMS concern', await riskOf(systems.closed), systems.open);
  await site.link('AIMS concern', await riskOf(systems.open), systems.closed);
  await closeProject(site, closed, [people.member ?? '', owners.closed]);
  const restriction = { operation: 'read', restrictions: { user: [{ type: 'known', accountId: 'admin' }] } };
  await site.wiki('PUT', `/wiki/rest/api/content/${pages.closed}/restriction`, [restriction]);
  let replaces: object | null = null;
  for (const pageId of [pages.closed, pages.open]) {
    await approvePolicy(site, { pageId, pageVersion: 1, reviewDue: '2027-11-24', replaces });
    replaces = { pageId, pageVersion: 1 };
    await site.site.clock.advance(1_000);
  }
  await site.call('settings.save', { figuresShownTo: 'everybody' });
  await site.site.settle({ within: 3_600_000 });
  traces = {
    open: [OPEN, 'CLAIM-', owners.open, `${OPEN}@example.com`],
    closed: [SEALED, 'ZSEALED', owners.closed, `${SEALED}@example.com`],
  };
});
afterAll(async () => {
  await site.close();
});

let riskIds: Map<string, string>;
async function riskOf(systemId: string): Promise<string> {
  return riskIds.get(systemId) ?? '';
}

/** An AI system with work, a record, a risk and a nonconformity, all owned by one person. */
async function filled(projectId: string, word: string, accountId: string): Promise<string> {
  riskIds ??= new Map();
  const own = (summary: string) => ({
    project: { id: projectId },
    summary: `${word} ${summary}`,
    assignee: { accountId },
  });
  const system = await site.create('AI system', { ...own('system'), [site.fieldId('System owner')]: { accountId } });
  await site.move(system.id, 'Take over existing system: Operation and monitoring');
  const named = (...texts: string[]) => ({ [site.fieldId('AIMS requirements')]: texts.map((value) => ({ value })) });
  const task = await site.create('Task', {
    ...own('record'),
    ...named('A.6.2.4 AI system verification and validation', '4.1 Understanding the organization and its context'),
    [site.fieldId('Evidence effective date')]: '2026-11-01',
    [site.fieldId('Evidence review due')]: '2026-12-01',
  });
  const risk = await site.create('AI risk', {
    ...own('risk'),
    [site.fieldId('Likelihood')]: { value: '4 - likely' },
    [site.fieldId('Consequence')]: { value: '5 - severe' },
  });
  const finding = await site.create('Nonconformity', {
    ...own('finding'),
    ...named('9.2.2 Internal audit programme'),
    [site.fieldId('Effectiveness due')]: '2026-11-01',
  });
  for (const { id } of [task, risk, finding]) await site.link('AIMS concern', id, system.id);
  riskIds.set(system.id, risk.id);
  return system.id;
}

/** The payloads of a procedure that ask about either side and about the whole. */
function payloadsOf(name: ProcedureName): unknown[] {
  const sides = (['open', 'closed'] as const).map(
    (side) => wellFormed(side === 'open' ? site.projectId : closed, systems[side], pages[side])[name] as object,
  );
  const whole = sides.flatMap((payload) => ('projectId' in payload ? [{ ...payload, projectId: null }] : []));
  const every = { ...sides[0], issueIds: Object.values(systems) };
  return [
    ...sides,
    ...whole.slice(0, 1),
    ...('requirementId' in (sides[0] ?? {})
      ? ['iso42001/A.6.2.4', 'iso42001/4.1', 'iso42001/9.2.2'].map((requirementId) => ({
          ...sides[0],
          projectId: null,
          requirementId,
        }))
      : []),
    ...('issueIds' in (sides[0] ?? {}) ? [every] : []),
    ...('text' in (sides[0] ?? {})
      ? [OPEN, SEALED, 'ZSEALED-1'].map((text) => ({
          ...sides[0],
          ...(name === 'systems.list' ? { projectId: null } : {}),
          text,
        }))
      : []),
  ].filter((payload) => procedures[name].input.safeParse(payload).success);
}

/** The whole of what the caller gets, answer or refusal; what only reads may be asked by everybody in any order. */
async function textOf(name: ProcedureName, payload: unknown, kind: Kind): Promise<string> {
  const module = procedures[name].access.kind === 'administer' ? 'aims-admin' : 'aims-project';
  return JSON.stringify(await site.site.invoke({ module, key: name, payload, accountId: people[kind] })) ?? '';
}

const hiddenFrom = (kind: Kind, what: 'issues' | 'page'): string[] =>
  (['open', 'closed'] as const).flatMap((side) => (SEES[side][what].includes(kind) ? [] : traces[side]));

/** Words of a payload come back in a refusal only as the caller wrote them. */
const withoutEcho = (text: string, payload: unknown): string => {
  const asked = (payload as { text?: unknown }).text;
  return typeof asked === 'string' && asked !== '' ? text.split(`"${asked}"`).join('""') : text;
};

const OF_PAGES: readonly AccessKind[] = ['page'];

describe.each(NAMES)('%s', (name) => {
  test.each(KINDS)('%s', async (kind) => {
    const hidden = hiddenFrom(kind, OF_PAGES.includes(procedures[name].access.kind) ? 'page' : 'issues');
    for (const payload of payloadsOf(name)) {
      const text = withoutEcho(await textOf(name, payload, kind), payload);
      expect(text).not.toBe('');
      for (const trace of hidden)
        expect([name, kind, payload, trace, text.includes(trace)]).toEqual([name, kind, payload, trace, false]);
    }
  });
});

test('there is something to hide: an administrator gets both sides from the procedures that list', async () => {
  for (const name of [
    'systems.list',
    'risks.list',
    'nonconformities.list',
    'coverage.requirement',
    'system.detail',
    'issue.context',
    'issue.search',
    'issues.titles',
    'projects.list',
  ] as const) {
    const texts = await Promise.all(payloadsOf(name).map((payload) => textOf(name, payload, 'administrator')));
    expect([name, texts.some((text) => text.includes(SEALED))]).toEqual([name, true]);
    expect([name, texts.some((text) => text.includes(OPEN))]).toEqual([name, true]);
  }
});

describe('exports', () => {
  const exported = () => [...site.site.manifest.modules.values()].filter((module) => module.adfExport);
  const scopes = () => [
    undefined,
    'organisation',
    `project:${site.projectId}`,
    `project:${closed}`,
    `system:${systems.open}`,
    `system:${systems.closed}`,
  ];

  test('there are six', () => {
    expect(
      exported()
        .map(({ key }) => key)
        .sort(),
    ).toHaveLength(6);
  });

  test.each(KINDS)('%s: counts and the text of the page itself, nothing of Jira and of no other page', async (kind) => {
    for (const { key, adfExport } of exported()) {
      for (const scope of scopes()) {
        for (const pageId of Object.values(pages)) {
          const config = { ...(scope === undefined ? {} : { scope }), pageId };
          // On a page of its own, so that the configured one is another page.
          const payload = { extensionPayload: { config }, context: { extension: { content: { id: '999999' } } } };
          const answer = await site.site.call(adfExport?.function ?? '', key, payload, people[kind]);
          const text = JSON.stringify(answer);
          expect(answer).toMatchObject({ type: 'doc' });
          for (const trace of [...traces.open, ...traces.closed])
            expect([key, scope, trace, text.includes(trace)]).toEqual([key, scope, trace, false]);
        }
      }
    }
  });

  test('counts of a project are exported to nobody, for the file is read by others', async () => {
    const { adfExport, key } = exported().find((module) => module.key === 'aims-risk-matrix') ??
      exported()[0] ?? { key: '' };
    const payload = { extensionPayload: { config: { scope: `project:${closed}` } }, context: {} };
    for (const kind of KINDS) {
      const text = JSON.stringify(await site.site.call(adfExport?.function ?? '', key, payload, people[kind]));
      expect([kind, /\d+ AI risks?,/.test(text)]).toEqual([kind, false]);
    }
  });
});
