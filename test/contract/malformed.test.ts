import { type ProcedureName, procedures } from '../../src/contract/procedures';
import { ERRORS } from '../../src/errors';
import fc from '../support/by-chance';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { createPage, createSpace } from '../support/policy-page';
import { wellFormed } from './payloads';

const NAMES = Object.keys(procedures) as ProcedureName[];
const WRITES = /^\s*(INSERT|UPDATE|DELETE|REPLACE|ALTER|CREATE)/i;

describe('payloads that are not in the form of the contract', () => {
  let site: Enrolled;
  let payloads: Record<ProcedureName, unknown>;

  beforeAll(async () => {
    site = await openEnrolled();
    const { id } = await site.create('AI system');
    await site.site.settle();
    const page = await createPage(site, await createSpace(site, 'PAGES'), 'A page', []);
    payloads = wellFormed(site.projectId, id, page.id);
  });
  afterAll(async () => {
    await site.close();
  });

  async function attempt(name: ProcedureName, payload: unknown) {
    await site.site.settle(); // What an earlier call left to the queue is not this call's.
    const before = site.site.journal.mark();
    const error = await site.call(name, payload).then(
      () => null,
      (thrown: { code?: string; message: string; remedy?: string }) => thrown,
    );
    const since = site.site.journal.since(before);
    const writes = since.list('sql').filter((statement) => WRITES.test(statement.text));
    const changes = since.list('product').filter((call) => call.method !== 'GET');
    return { error, changed: writes.length + changes.length + since.counts.queue };
  }

  const spoilt = (payload: unknown): [string, unknown][] => {
    const fields = payload as Record<string, unknown>;
    return [
      ['a field more', { ...fields, constructor2: 1 }],
      ['a list', [payload]],
      ['a text', 'payload'],
      ['a number', 42],
      ...Object.keys(fields).flatMap((key): [string, unknown][] => [
        [`no ${key}`, Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key))],
        [`${key} as an object`, { ...fields, [key]: { $ne: null } }],
        [`${key} as SQL`, { ...fields, [key]: [["1'; DROP TABLE item; --"]] }],
      ]),
    ];
  };

  test.each(NAMES)('%s answers with a code and a remedy and changes nothing', async (name) => {
    for (const [what, payload] of spoilt(payloads[name])) {
      const { error, changed } = await attempt(name, payload);
      expect([what, error?.code ?? 'accepted']).toEqual([what, 'input-invalid']);
      expect([what, error?.remedy?.length ?? 0]).not.toEqual([what, 0]);
      expect([what, changed]).toEqual([what, 0]);
    }
  });

  test('whatever JSON comes, the answer is data or an error of the registry', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NAMES), fc.jsonValue({ maxDepth: 3 }), async (name, payload) => {
        const { error } = await attempt(name, payload);
        // @forge/resolver gives a handler {} where the payload is empty in the sense of JavaScript.
        if (error === null) return procedures[name].input.safeParse(payload || {}).success;
        return error.code !== undefined && error.code in ERRORS && error.code !== 'internal' && Boolean(error.remedy);
      }),
      { numRuns: 150 },
    );
  });

  test.each<[ProcedureName, (valid: Record<string, unknown>) => unknown]>([
    ['coverage.requirement', (valid) => ({ ...valid, requirementId: 'iso42001/99.99' })],
    ['statement.edit', () => ({ revision: 0, rows: [{ key: 'own/7', body: null }] })],
    ['triage.edit', (valid) => ({ ...valid, answers: [{ question: 'other', answer: 'no', reason: '' }] })],
    ['inCommon.edit', (valid) => ({ ...valid, requirementId: 'iso42001/4.1' })],
    ['setup.plan', (valid) => ({ ...valid, projectId: '999999' })],
    ['import.dryRun', (valid) => valid],
  ])('%s: a form that fits with a content that does not is told apart', async (name, change) => {
    const { error } = await attempt(name, change(payloads[name] as Record<string, unknown>));
    expect(error?.code).toMatch(
      /^(requirement-unknown|input-invalid|row-not-possible|ai-system-unknown|project-not-visible|jira-not-found|import-unknown)$/,
    );
    expect(error?.remedy).toBeTruthy();
  });
});
