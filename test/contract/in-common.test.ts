import { fingerprintOf } from '../../cli/approve';
import { draftInCommon, type InCommon } from '../../cli/approve-in-common';
import type { Output } from '../../src/contract/procedures';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { daysLater } from '../support/later';
import { approvedInCommon, approvedTriage, withdrawApproval } from '../support/second-person';
import type { Hands } from '../support/site';
import { approvedStatement, secondApprover } from '../support/statement';

/** The cases of "Coverage" and "Deciding" about what is met in common, by their words, from what people press on. */

const LOGGING = 'iso42001/A.6.2.8';
const EVERY = { which: 'every', reason: 'One platform serves every AI system.' } as const;

let site: Enrolled;
let second: string;
beforeEach(async () => {
  site = await openEnrolled();
  second = await secondApprover(site);
});
afterEach(() => site.close());

const call = <Answer>(name: string, payload: unknown, by = 'admin') => site.call<Answer>(name, payload, by);
const asked = <Answer>(name: string, payload: unknown, by: string) => site.call<Answer>(name, payload, by);
const settle = (on: Hands = site) => on.site.settle({ within: 3_600_000 });
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string; message: string }) => `${error.code}: ${error.message}`,
  );

/** A record of the logging that concerns no AI system. */
async function logging(on: Enrolled = site): Promise<{ id: string }> {
  const record = await on.create('Task', {
    [on.fieldId('AIMS requirements')]: [{ value: 'A.6.2.8 AI system recording of event logs' }],
    [on.fieldId('Evidence effective date')]: '2026-11-01',
  });
  await on.move(record.id, 'Done');
  await settle(on);
  return record;
}

/** An AI system that has come to the stage in which its logs are asked for. */
async function deployed(on: Enrolled = site, fields: Record<string, unknown> = {}): Promise<{ id: string }> {
  const system = await on.create('AI system', fields);
  for (const name of ['Start design', 'Verify', 'Deploy']) await on.move(system.id, name);
  await settle(on);
  return system;
}

const logs = (answer: 'Yes' | 'No') => ({ [site.fieldId('We control logs')]: { value: answer } });

async function cell(issueId: string, on: Hands = site) {
  await settle(on);
  const { cells } = await on.call<Output<'system.detail'>>('system.detail', { issueId });
  const found = cells.find(({ requirementId }) => requirementId === LOGGING);
  return [found?.state, found?.reasons.map(({ code }) => code)] as const;
}
const state = async (issueId: string, on: Hands = site) => (await cell(issueId, on))[0];
const of = (issueId: string) => ({ kind: 'in-common', subject: `jira:${issueId}/${LOGGING}` }) as const;
const draft = (issueId: string, systems: InCommon['systems']) =>
  draftInCommon(asked, { issueId, requirementId: LOGGING, systems }, 'admin');
const submit = (issueId: string, revision: number) => call('approval.submit', { ...of(issueId), revision });
const decide = async (issueId: string, by: string) => {
  const items = [{ ...of(issueId), fingerprint: await fingerprintOf(asked, of(issueId), by) }];
  const { results } = await call<Output<'approval.decide'>>(
    'approval.decide',
    { outcome: 'approved', reason: '', items },
    by,
  );
  return results[0]?.refusal?.code ?? results[0]?.version;
};
const read = async (issueId: string, by = 'admin') =>
  (await call<Output<'inCommon.read'>>('inCommon.read', { issueId }, by)).requirements[0];

describe('coverage', () => {
  test('56. Logging in common "we control the logs" -> not for the bought chat', async () => {
    const record = await logging();
    const [own, chat] = [await deployed(site, logs('Yes')), await deployed(site, logs('No'))];
    const systems = { which: 'condition', condition: 'control-logs' } as const;
    await approvedInCommon(site, { issueId: record.id, requirementId: LOGGING, systems });
    expect([await state(own.id), await state(chat.id)]).toEqual(['implemented', 'undecided']);
    // A condition is asked anew whenever the system changes.
    await site.rest('PUT', `/rest/api/3/issue/${chat.id}`, { fields: logs('Yes') });
    expect(await state(chat.id)).toBe('implemented');
  });

  test('57. Met in common unapproved -> counts for none', async () => {
    const [record, system] = [await logging(), await deployed()];
    const revision = await draft(record.id, EVERY);
    expect(await state(system.id)).toBe('undecided');
    await submit(record.id, revision);
    expect(await state(system.id)).toBe('undecided');
    expect(await decide(record.id, 'admin')).toBe('approval-own-text');
    expect(await decide(record.id, second)).toBe(1);
    expect(await cell(system.id)).toEqual(['implemented', expect.arrayContaining(['in-common'])]);
    expect(await read(record.id)).toMatchObject({ standing: { counts: true, until: '2027-11-24' } });
  });

  test('named AI systems, and those of a project: the others stay as they are', async () => {
    const [record, one, other] = [await logging(), await deployed(), await deployed()];
    const named = { which: 'systems', issueIds: [one.id] } as const;
    await approvedInCommon(site, {
      issueId: record.id,
      requirementId: LOGGING,
      systems: { ...named, issueIds: [one.id] },
    });
    expect([await state(one.id), await state(other.id)]).toEqual(['implemented', 'undecided']);
    const systems = { which: 'project', projectId: site.projectId } as const;
    await approvedInCommon(site, { issueId: record.id, requirementId: LOGGING, systems });
    expect([await state(one.id), await state(other.id)]).toEqual(['implemented', 'implemented']);
    await withdrawApproval(site, of(record.id), 2);
    expect([await state(one.id), await state(other.id)]).toEqual(['implemented', 'undecided']);
  });

  test('a condition that hangs on a triage goes with it', async () => {
    await approvedStatement(site);
    const [record, system] = [await logging(), await deployed()];
    const systems = { which: 'condition', condition: 'triage-not-none' } as const;
    await approvedInCommon(site, { issueId: record.id, requirementId: LOGGING, systems });
    expect(await state(system.id)).toBe('implemented');
    await approvedTriage(site, system.id);
    expect(await state(system.id)).toBe('gap');
  });

  test('13 months later -> stale, with why; what is said of the record as well', async () => {
    let [id, record] = ['', ''];
    const look = async (later: Hands, expected: readonly unknown[]) => {
      expect(await cell(id, later)).toEqual(expected);
    };
    await daysLater(
      async (enrolled) => {
        ({ id } = await deployed(enrolled));
        const evidence = await enrolled.create('Task', {
          [enrolled.fieldId('AIMS requirements')]: [{ value: 'A.6.2.8 AI system recording of event logs' }],
          // It takes effect later, so that it outlasts its approval as met in common.
          [enrolled.fieldId('Evidence effective date')]: '2027-06-01',
        });
        await enrolled.move(evidence.id, 'Done');
        record = evidence.id;
        await settle(enrolled);
        await approvedInCommon(enrolled, { issueId: record, requirementId: LOGGING });
      },
      { days: 364, look: (later) => look(later, ['implemented', expect.arrayContaining(['in-common'])]) },
      {
        days: 395,
        look: async (later) => {
          await look(later, ['stale', expect.arrayContaining(['in-common-ended'])]);
          const { requirements } = await later.call<Output<'issue.context'>>('issue.context', { issueId: record });
          expect(requirements).toMatchObject([{ inCommon: false }]);
        },
      },
    );
  });
});

describe('deciding', () => {
  test('refused: "Say for which systems."', async () => {
    const record = await logging();
    for (const systems of [
      { which: 'systems', issueIds: [] },
      { which: 'every', reason: 'All of them.' },
    ] as const) {
      const revision = await draft(record.id, systems as InCommon['systems']);
      expect(await refused(submit(record.id, revision))).toMatch(/Say for which systems\.$/);
    }
    await submit(record.id, await draft(record.id, EVERY));
    expect(await refused(draft(record.id, { which: 'condition', condition: 'use' }))).toMatch(/^draft-locked/);
  });

  test('only AI systems that there are, projects that take part, and requirements of AI systems', async () => {
    const record = await logging();
    expect(await refused(draft(record.id, { which: 'systems', issueIds: [record.id] }))).toMatch(/^ai-system-unknown/);
    expect(await refused(draft(record.id, { which: 'project', projectId: '999' }))).toMatch(/^project-not-visible/);
    const payload = { issueId: record.id, revision: 0, systems: EVERY, note: '' };
    for (const requirementId of ['iso42001/4.1', 'iso42001/99.1'])
      expect(await refused(call('inCommon.edit', { ...payload, requirementId }))).toMatch(/^requirement-unknown/);
  });

  test('an item that concerns an AI system of its own meets nothing in common', async () => {
    const [record, system] = [await logging(), await deployed()];
    await site.link('AIMS concern', record.id, system.id);
    await settle();
    expect((await call<Output<'inCommon.read'>>('inCommon.read', { issueId: record.id })).requirements).toEqual([]);
  });

  test('hostile texts are kept as they are, and approved as they are shown', async () => {
    const [record, system] = [await logging(), await deployed()];
    const note = '<script>alert(1)</script> "; DROP TABLE item; -- 🧨';
    const systems = { which: 'every', reason: `=HYPERLINK("x") ${note}` } as const;
    await approvedInCommon(site, { issueId: record.id, requirementId: LOGGING, systems, note });
    expect(await read(record.id)).toMatchObject({ systems, note });
    expect(await state(system.id)).toBe('implemented');
  });
});
