import { type ProcedureName, procedures } from '../../src/contract/procedures';
import { FIGURES_SHOWN_TO } from '../../src/domain/reader';
import { wellFormed } from '../contract/payloads';
import { PASSED } from './passed';
import { KINDS, type Kind } from './people';
import { type Row, rowsUnder } from './read-table';
import { type AccessSite, openAccessSite, PAGES, type PageKind } from './site';

/**
 * Holds the app to `table.md`: who is answered what, by procedure, export and place; and to the contract: what is not declared
 * a change changes nothing.
 */
const NAMES = Object.keys(procedures) as ProcedureName[];
const CLOSED = rowsUnder('Procedures, counts not shown to anybody');
const OPEN = rowsUnder('Procedures, counts shown to anybody');
const EXPORTS = rowsUnder('Exports');
const READERS_ROWS = rowsUnder('Readers of Confluence');
const PLACES = rowsUnder('Places');

const WORDS: Readonly<Record<string, string>> = {
  'not-allowed': 'no',
  'figures-of-organisation': 'org',
  'setup-not-started': 'not set up',
};

let site: AccessSite;
beforeAll(async () => {
  site = await openAccessSite();
});
afterAll(async () => {
  await site.close();
});

/** The payload of a row: the procedure's well-formed one, about what the row says. */
function payloadOf(name: ProcedureName, about: string): unknown {
  const page = about in site.pages ? site.pages[about as PageKind] : site.pages['open to all'];
  const payload = wellFormed(site.projectId, name === 'issue.context' ? site.taskId : site.systemId, page)[
    name
  ] as object;
  const control =
    name === 'coverage.requirement' || name === 'conclusions.list' ? { requirementId: 'iso42001/A.6.2.4' } : {};
  switch (about) {
    case 'organisation':
      return { ...payload, ...control, projectId: null };
    case 'project':
      return { ...payload, ...control, projectId: site.projectId };
    case 'project, 4.1':
      return { ...payload, requirementId: 'iso42001/4.1' };
    case 'other':
      return { ...payload, projectId: site.other };
    case 'system':
      return { ...payload, projectId: null, systemIssueId: site.systemId };
    default:
      return payload;
  }
}

interface Answer {
  organisation?: object | null;
  points?: { organisation: object | null }[];
  controls?: { applicability: { reason: string | null } | null }[];
  tile?: { kind: string };
  applicability?: object | null;
  top?: object | null;
  requirements?: { state: string | null }[];
  mayAcknowledge?: boolean;
}

/** In the table's words, how much of it an answer holds. */
function extentOf(name: ProcedureName, answer: Answer): string {
  switch (name) {
    case 'coverage.overview':
      return answer.organisation === null ? 'project' : 'all';
    case 'coverage.trend':
      return answer.points?.some(({ organisation }) => organisation === null) ? 'project' : 'all';
    case 'coverage.requirement':
      return answer.tile?.kind === 'control' && answer.applicability === null ? 'project' : 'all';
    case 'controls.status':
      if (answer.controls?.some(({ applicability }) => applicability === null)) return 'project';
      return answer.controls?.some(({ applicability }) => applicability?.reason === null) ? 'counts' : 'all';
    case 'risks.matrix':
      return answer.top === null ? 'counts' : 'all';
    case 'issue.context':
      return answer.requirements?.some(({ state }) => state === null) ? 'project' : 'all';
    case 'policy.read':
      return answer.mayAcknowledge ? 'all' : 'page';
    default:
      return 'all';
  }
}

/** What somebody gets, and what the app read meanwhile. */
interface Attempt {
  got: string;
  /** Statements, and calls of products as the app. */
  sql: number;
  asApp: number;
  /** What it changed, here or in a product, or left to the queue. */
  changed: string[];
}

/** Statements, calls of products (by POST they are read, too) and of storage. */
const CHANGE = /^\s*(INSERT|UPDATE|DELETE|PUT)\b|^KVS .*\/(set|delete|transaction)$/;
/** Whoever asks what needs them is remembered with what they hold: what the app knows of them, and nothing that they look at. */
const REMEMBERED = /^INSERT INTO (person|seen_holder) /;
/** A schedule may come in between, which is seldom; work that a procedure starts comes every time. */
const TRIES = 3;

async function attempt(name: ProcedureName, payload: unknown, kind: Kind, tries = TRIES): Promise<Attempt> {
  await site.site.settle(); // What an earlier call left to the queue is not this call's.
  const before = site.site.journal.mark();
  const got = await site.call<Answer>(name, payload, site.people[kind]).then(
    (answer) => extentOf(name, answer),
    (error: { code?: string }) =>
      PASSED[name] === error.code && !isElsewhere(payload) ? 'all' : (WORDS[error.code ?? ''] ?? String(error.code)),
  );
  const since = site.site.journal.since(before);
  const calls = since.list('product');
  // What comes in between asks for itself: who is refused or only reads changes nothing, and may call again.
  if (tries > 1 && (got === 'no' || !procedures[name].changes) && since.list('invocation').length > 1)
    return attempt(name, payload, kind, tries - 1);
  const said = [
    ...since.list('sql').map(({ text }) => text),
    ...calls.map(({ method, path }) => `${method} ${path}`),
    ...since.list('kvs').map(({ path }) => `KVS ${path}`),
  ];
  return {
    got,
    sql: since.counts.sql,
    asApp: calls.filter((call) => call.as === 'app').length,
    changed: [
      ...said.filter((one) => CHANGE.test(one) && !REMEMBERED.test(one)),
      ...since.list('queue').map(({ path }) => path),
    ],
  };
}

const isElsewhere = (payload: unknown): boolean => (payload as { projectId?: unknown }).projectId === site.other;

async function holdTo(row: Row): Promise<void> {
  const name = row.procedure as ProcedureName;
  const payload = payloadOf(name, row.about ?? '');
  expect(procedures[name].input.safeParse(payload).error).toBeUndefined();
  for (const kind of KINDS) {
    const { got, sql, asApp, changed } = await attempt(name, payload, kind);
    expect([kind, got]).toEqual([kind, row[kind]]);
    if (!procedures[name].changes) expect([kind, changed]).toEqual([kind, []]);
    // Readers of a page may have no login of their own to be asked in: the app asks Confluence about them, and about anybody.
    if (got === 'no')
      expect([kind, sql, asApp <= (procedures[name].access.kind === 'page' ? 2 : 0)]).toEqual([kind, 0, true]);
  }
}

describe('the table', () => {
  test('has a row for every procedure and nothing else, and a column for every kind of person', () => {
    expect([...new Set(CLOSED.map(({ procedure }) => procedure))].sort()).toEqual([...NAMES].sort());
    for (const row of [...CLOSED, ...OPEN]) expect(Object.keys(row)).toEqual(['procedure', 'about', ...KINDS]);
  });

  test('asks every procedure of figures about the organisation, a project and one that takes no part', () => {
    const abouts = (name: ProcedureName) =>
      CLOSED.filter(({ procedure }) => procedure === name).map(({ about }) => about);
    for (const name of NAMES) {
      const { access } = procedures[name];
      if ('projectId' in access)
        expect([name, abouts(name)]).toEqual([name, expect.arrayContaining(['organisation', 'project', 'other'])]);
      if ('systemIssueId' in access) expect(abouts(name)).toContain('system');
      if (access.kind === 'page') expect(abouts(name)).toEqual(PAGES);
    }
  });

  test('has a row for every export', () => {
    const exported = [...site.site.manifest.modules.values()].filter((module) => module.adfExport);
    expect(new Set(EXPORTS.map(({ macro }) => macro))).toEqual(new Set(exported.map(({ key }) => key)));
  });
});

describe('procedures, counts not shown to anybody', () => {
  beforeAll(() => site.call('settings.save', { figuresShownTo: 'holders' }));
  test.each(CLOSED.map((row) => [`${row.procedure} of ${row.about}`, row] as const))('%s', (_title, row) =>
    holdTo(row),
  );
});

describe('procedures, counts shown to anybody', () => {
  beforeAll(() => site.call('settings.save', { figuresShownTo: 'everybody' }));
  test.each(OPEN.map((row) => [`${row.procedure} of ${row.about}`, row] as const))('%s', (_title, row) => holdTo(row));
});

const exportedExtent = (text: string): string => {
  if (text.includes('Left out: all figures')) return 'no';
  if (text.includes('We answer for our AI.')) return 'text';
  return text.includes('A person’s own words.') ? 'reasons' : 'counts';
};

describe('readers of Confluence', () => {
  test.each(READERS_ROWS.map((row) => [`shown to ${row['shown to']}`, row] as const))('%s', async (_title, row) => {
    await site.call('settings.save', { figuresShownTo: row['shown to'] });
    for (const kind of KINDS) {
      const answer = (await site.site.invoke({
        module: 'aims-control-status',
        key: 'controls.status',
        payload: { projectId: null, group: null },
        accountId: site.people[kind],
      })) as { ok: true; data: Answer } | { ok: false; error: { code: string } };
      const got = answer.ok
        ? extentOf('controls.status', answer.data)
        : (WORDS[answer.error.code] ?? answer.error.code);
      expect([kind, got]).toEqual([kind, row[kind]]);
    }
  });
});

describe('exports', () => {
  const scopeWord = (scope: string | undefined): string =>
    scope === 'project' ? `project:${site.projectId}` : scope === 'system' ? `system:${site.systemId}` : 'organisation';

  test.each(EXPORTS.map((row) => [`${row.macro} of ${row.scope}`, row] as const))('%s', async (_title, row) => {
    const { adfExport } = site.site.manifest.modules.get(row.macro ?? '') ?? {};
    for (const kind of PAGES) {
      const got: string[] = [];
      for (const figuresShownTo of FIGURES_SHOWN_TO) {
        await site.call('settings.save', { figuresShownTo });
        const config = { scope: scopeWord(row.scope) };
        const payload = { extensionPayload: { config }, context: { extension: { content: { id: site.pages[kind] } } } };
        const text = JSON.stringify(await site.site.call(adfExport?.function ?? '', row.macro ?? '', payload, null));
        got.push(exportedExtent(text));
      }
      expect([kind, got.join(', ')]).toEqual([kind, row[kind]]);
    }
  });
});

describe('places', () => {
  const at = (place: string, page: string): Record<string, unknown> =>
    ({
      nowhere: {},
      project: { project: { id: site.projectId } },
      issue: { issue: { id: site.taskId }, project: { id: site.projectId } },
      'another issue': { issue: { id: site.systemId }, project: { id: site.projectId } },
      page: { content: { id: page } },
      'another page': { content: { id: '1' }, config: {} },
      'configured page': { content: { id: '1' }, config: { pageId: page } },
      'form of a page': { content: { id: '1' }, config: {}, macro: { isConfiguring: true } },
    })[place] ?? {};

  test.each(
    PLACES.map((row) => [`${row.module} at ${row['stands at']}: ${row.procedure} of ${row.names}`, row] as const),
  )('%s', async (_title, row) => {
    const name = row.procedure as ProcedureName;
    const page = site.pages['open to all'];
    const base = payloadOf(name, row.names ?? '') as object;
    const payload = name === 'issue.addLink' ? { ...base, issueId: site.taskId } : base;
    const answer = (await site.site.invoke({
      module: row.module ?? '',
      key: name,
      payload,
      accountId: 'admin',
      extension: at(row['stands at'] ?? '', page),
    })) as { ok: boolean; error?: { code: string } };
    expect(answer.ok ? 'all' : answer.error?.code).toBe(row.answer);
  });
});

test('administrators’ procedures cannot be reached through the function that everybody may call', async () => {
  for (const name of NAMES.filter((one) => procedures[one].access.kind === 'administer')) {
    const payload = payloadOf(name, '–');
    await expect(
      site.site.invoke({ module: 'aims-project', key: name, payload, accountId: 'admin' }),
    ).rejects.toThrow();
  }
});

test('what the payload says of the caller does not count', async () => {
  const { got } = await attempt(
    'approval.takeBack',
    { kind: 'statement', subject: 'organisation', accountId: 'admin' },
    'member',
  );
  expect(got).toBe('no');
});
