import { type ProcedureName, procedures } from '../../src/contract/procedures';
import { type Enrolled, openEnrolled, removeTemplate } from '../support/enrolled';
import { createPage, createSpace } from '../support/policy-page';
import { wellFormed } from './payloads';
import { closeProject, createPeople, KINDS, type Kind, type People } from './people';

const NAMES = Object.keys(procedures) as ProcedureName[];

/** Whoever may browse the project. */
const BROWSING: readonly Kind[] = ['administrator', 'member', 'auditor', 'jiraOnly'];

const HAVE_JIRA: readonly Kind[] = [...BROWSING, 'outsider'];

/** Who may: the table of the contract, for a project that the outsider cannot see. */
const MAY = {
  figures: BROWSING,
  counts: BROWSING,
  /** The page is restricted to them in Confluence; what Jira says of them does not matter. */
  page: ['administrator', 'outsider', 'confluenceOnly'],
  issue: BROWSING,
  'decide-aims': ['administrator'],
  'audit-aims': ['administrator', 'auditor'],
  everybody: KINDS.filter((kind) => kind !== 'anonymous'),
  administer: ['administrator'],
} satisfies Record<string, readonly Kind[]>;

const mayCall = (name: ProcedureName): readonly Kind[] => {
  const { access } = procedures[name];
  return MAY[access.kind === 'holds' ? access.permission : access.kind];
};

/** What a well-formed payload about nothing in particular is answered with by whoever may; all others get their answer. */
const REFUSED: Partial<Record<ProcedureName, string>> = {
  'issue.addLink': 'jira-not-found',
  'applicability.approve': 'decisions-incomplete',
  'policy.approve': 'policy-macro-missing',
  'policy.acknowledge': 'policy-not-approved',
  'setup.apply': 'plan-stale',
  'setup.progress': 'setup-not-started',
  'import.start': 'import-mapping-invalid',
  'import.stage': 'import-unknown',
  'import.dryRun': 'import-unknown',
  'import.discard': 'import-unknown',
  'import.apply': 'import-unknown',
  'import.progress': 'import-unknown',
};

/** A page in Confluence that only these people may read. */
async function pageFor(site: Enrolled, accountIds: readonly string[]): Promise<string> {
  const { id } = await createPage(site, await createSpace(site, 'CLOSED'), 'Closed', []);
  const user = accountIds.map((accountId) => ({ type: 'known', accountId }));
  await site.wiki('PUT', `/wiki/rest/api/content/${id}/restriction`, [{ operation: 'read', restrictions: { user } }]);
  return id;
}

describe('who may call a procedure', () => {
  let site: Enrolled;
  let people: People;
  let payloads: Record<ProcedureName, unknown>;

  beforeAll(async () => {
    site = await openEnrolled();
    people = await createPeople(site);
    const { id } = await site.create('AI system');
    await closeProject(site, site.projectId, [people.member ?? '', people.auditor ?? '', people.jiraOnly ?? '']);
    await site.site.settle();
    payloads = wellFormed(
      site.projectId,
      id,
      await pageFor(site, ['admin', people.outsider ?? '', people.confluenceOnly ?? '']),
    );
  }, 60_000);
  afterAll(async () => {
    await site.close();
    await removeTemplate();
  });

  /** The code of the refusal, or null; and what the app read or did meanwhile. */
  async function attempt(name: ProcedureName, payload: unknown, kind: Kind) {
    await site.site.settle(); // What an earlier call left to the queue is not this call's.
    const before = site.site.journal.mark();
    const code = await site.call(name, payload, people[kind]).then(
      () => null,
      (error: { code?: string }) => error.code ?? String(error),
    );
    const since = site.site.journal.since(before);
    return { code, sql: since.counts.sql, asApp: since.list('product').filter((call) => call.as === 'app').length };
  }

  describe.each(NAMES)('%s', (name) => {
    test.each(KINDS)('%s', async (kind) => {
      const { code, sql, asApp } = await attempt(name, payloads[name], kind);
      const { access } = procedures[name];
      if (mayCall(name).includes(kind)) {
        expect(code).toBe(REFUSED[name] ?? null);
      } else {
        // Readers of a page may have no login of their own to be asked in: the app asks Confluence about them.
        expect({ code, sql, asApp }).toEqual({ code: 'not-allowed', sql: 0, asApp: access.kind === 'page' ? 1 : 0 });
      }
    });
  });

  test('every procedure has a payload in the table, and nothing else has', () => {
    expect(Object.keys(payloads).sort()).toEqual([...NAMES].sort());
    for (const name of NAMES)
      expect([name, procedures[name].input.safeParse(payloads[name]).success]).toEqual([name, true]);
  });

  test('figures of the organisation are for everybody who has Jira, the outsider too', async () => {
    for (const kind of KINDS) {
      const { code } = await attempt('coverage.overview', { projectId: null }, kind);
      expect([kind, code]).toEqual([kind, HAVE_JIRA.includes(kind) ? null : 'not-allowed']);
    }
  });

  test('administrators’ procedures cannot be reached through the function that everybody may call', async () => {
    for (const name of NAMES.filter((one) => procedures[one].access.kind === 'administer')) {
      const call = site.site.invoke({ module: 'aims-project', key: name, payload: payloads[name], accountId: 'admin' });
      await expect(call).rejects.toThrow();
    }
  });

  test('what the payload says of the caller does not count', async () => {
    const { code } = await attempt('applicability.approve', { accountId: 'admin' }, 'member');
    expect(code).toBe('not-allowed');
  });
});

describe('counts of the organisation for readers without a login', () => {
  let site: Enrolled;
  beforeAll(async () => {
    site = await openEnrolled();
  }, 60_000);
  afterAll(async () => {
    await site.close();
    await removeTemplate();
  });

  const COUNTS: readonly ProcedureName[] = [
    'coverage.overview',
    'controls.status',
    'risks.matrix',
    'nonconformities.overview',
  ];
  const inputs = (projectId: string | null): Partial<Record<ProcedureName, unknown>> => ({
    'controls.status': { projectId, group: null },
  });
  const codes = (projectId: string | null) =>
    Promise.all(
      COUNTS.map((name) =>
        site.call(name, inputs(projectId)[name] ?? { projectId }, null).then(
          () => 'answered',
          (error: { code: string }) => error.code,
        ),
      ),
    );

  test('are refused until an administrator allows them, and never those of a project', async () => {
    expect(new Set(await codes(null))).toEqual(new Set(['not-allowed']));
    await site.call('settings.save', { publicFigures: true });
    expect(new Set(await codes(null))).toEqual(new Set(['answered']));
    expect(new Set(await codes(site.projectId))).toEqual(new Set(['not-allowed']));
    const list = { projectId: null, only: 'all', square: null, sort: null, page: 0, limit: 25 };
    await expect(site.call('risks.list', list, null)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  test('carry no reason and no row', async () => {
    await site.call('settings.save', { publicFigures: true });
    const { controls } = await site.call<{ controls: { reason: string | null }[] }>(
      'controls.status',
      { projectId: null, group: null },
      null,
    );
    expect(controls.every(({ reason }) => reason === null)).toBe(true);
    expect(await site.call('risks.matrix', { projectId: null }, null)).toMatchObject({ top: null });
  });
});
