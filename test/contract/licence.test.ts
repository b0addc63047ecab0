import { type ProcedureName, procedures } from '../../src/contract/procedures';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { createPage, createSpace } from '../support/policy-page';
import { tileOf } from '../support/states';
import { wellFormed } from './payloads';

/** A site whose licence of the app has ended: facts go on and are read, people's acts wait, and nothing is lost. */

let site: Enrolled;
let systemId: string;
let payloads: Record<ProcedureName, unknown>;

beforeAll(async () => {
  site = await openEnrolled();
  ({ id: systemId } = await site.create('AI system'));
  const page = await createPage(site, await createSpace(site, 'AIMS'), 'AI Policy', []);
  await site.site.settle();
  payloads = wellFormed(site.projectId, systemId, page.id);
});
afterAll(() => site.close());
afterEach(() => site.site.setLicence('unset'));

const NAMES = Object.keys(procedures) as ProcedureName[];
/** What goes on, whatever the licence: a reader owes it, or facts are read again. */
const ALWAYS: readonly ProcedureName[] = ['policy.acknowledge', 'setup.reconcile'];

/** The code that a call is answered with, or `answered`. */
async function codeOf(name: ProcedureName): Promise<string> {
  try {
    await site.call(name, payloads[name]);
    return 'answered';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

test('what changes something is refused with one sentence, all else is not', async () => {
  site.site.setLicence('inactive');
  const refused: string[] = [];
  for (const name of NAMES) if ((await codeOf(name)) === 'licence-ended') refused.push(name);
  expect(refused).toEqual(NAMES.filter((name) => procedures[name].changes && !ALWAYS.includes(name)));
});

test('whoever may not do it is told that, and nothing of a licence', async () => {
  site.site.setLicence('inactive');
  const { body } = await site.rest<{ accountId: string }>('POST', '/rest/api/3/user', {
    emailAddress: 'other@example.com',
    displayName: 'other',
    products: ['jira-software'],
  });
  await expect(site.call('statement.edit', payloads['statement.edit'], body.accountId)).rejects.toMatchObject({
    code: 'not-allowed',
  });
});

test.each(['unset', 'active', 'trial'] as const)('with the licence %s nothing is refused for it', async (licence) => {
  site.site.setLicence(licence);
  expect(await codeOf('criteria.edit')).not.toBe('licence-ended');
});

test('events and nights go on writing facts, and figures follow', async () => {
  site.site.setLicence('inactive');
  const before = (await tileOf(site, 'iso42001/9.3.2')).state;
  await site.create('Task', { ...(await site.options('iso42001/9.3.2')) });
  expect([before, (await tileOf(site, 'iso42001/9.3.2')).state]).toEqual(['gap', 'planned']);
  await site.site.runSchedule('every-night');
  await site.site.settle({ within: 3_600_000 });
  expect(site.site.journal.list('invocation').filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
});
