import { type Access, type ProcedureName, procedures } from '../../src/contract/procedures';
import { type Enrolled, openEnrolled, removeTemplate } from '../support/enrolled';
import { createPage, createSpace } from '../support/policy-page';
import { wellFormed } from './payloads';
import { closeProject, createPeople, type Kind, type People } from './people';

const NAMES = Object.keys(procedures) as ProcedureName[];
const KINDS: readonly Kind[] = ['administrator', 'member', 'outsider', 'auditor', 'nobody', 'anonymous'];

/** Who may: the table of the contract, for a project that the outsider cannot see. */
const MAY: Readonly<Record<Access, readonly Kind[]>> = {
  figures: ['administrator', 'member', 'auditor'],
  counts: ['administrator', 'member', 'auditor'],
  /** The page is restricted to them in Confluence; what Jira says of them does not matter. */
  page: ['administrator', 'outsider'],
  system: ['administrator', 'member', 'auditor'],
  issue: ['administrator', 'member', 'auditor'],
  decide: ['administrator'],
  audit: ['administrator', 'auditor'],
  everybody: ['administrator', 'member', 'outsider', 'auditor', 'nobody'],
  administer: ['administrator'],
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
    await closeProject(site, site.projectId, [people.member ?? '', people.auditor ?? '']);
    await site.site.settle();
    payloads = wellFormed(site.projectId, id, await pageFor(site, ['admin', people.outsider ?? '']));
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
      if (MAY[access].includes(kind)) {
        expect(code).not.toBe('not-allowed');
        expect(code).not.toBe('internal');
      } else {
        // Readers of a page may have no login of their own to be asked in: the app asks Confluence about them.
        expect({ code, sql, asApp }).toEqual({ code: 'not-allowed', sql: 0, asApp: access === 'page' ? 1 : 0 });
      }
    });
  });

  test('figures of the organisation are for everybody with an account, the outsider too', async () => {
    for (const kind of KINDS) {
      const { code } = await attempt('coverage.overview', { projectId: null }, kind);
      expect([kind, code]).toEqual([kind, kind === 'nobody' || kind === 'anonymous' ? 'not-allowed' : null]);
    }
  });

  test('administrators’ procedures cannot be reached through the function that everybody may call', async () => {
    for (const name of NAMES.filter((one) => procedures[one].access === 'administer')) {
      const call = site.site.invoke({ module: 'aims-project', key: name, payload: payloads[name], accountId: 'admin' });
      await expect(call).rejects.toThrow();
    }
  });

  test('what the payload says of the caller does not count', async () => {
    const { code } = await attempt('applicability.approve', { accountId: 'admin' }, 'member');
    expect(code).toBe('not-allowed');
  });
});
