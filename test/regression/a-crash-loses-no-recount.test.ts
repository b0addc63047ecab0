import { fingerprintOf, type Of } from '../../cli/approve';
import { draftInCommon } from '../../cli/approve-in-common';
import { fingerprintShown } from '../../cli/approve-statement';
import { draftTriage, NONE_NEEDED } from '../../cli/approve-triage';
import { createPeople } from '../access/people';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { approvePolicy, createPage, createSpace, drawnFingerprint, groupOf, policyMacro } from '../support/policy-page';
import { storedCells, storedFacts } from '../support/recount';
import { approvedStatement, rowsFor, secondApprover } from '../support/statement';

/**
 * What was kept and then not asked for, because the app ended between the two, is made up for by the next morning: a decision
 * that was appended, meanings of resolutions that were chosen.
 */

const HOUR = 3_600_000;
let site: Enrolled;

beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());

const settle = () => site.site.settle({ within: HOUR });
const cell = async (key: string) => JSON.stringify((await storedCells(site.site))[key] ?? null);

async function night(): Promise<void> {
  await site.site.runSchedule('every-night');
  await settle();
}

/** Ends the app right after each change that `what` names, and lets five minutes' work run. */
async function endedAfter(what: RegExp, work: () => Promise<unknown>): Promise<void> {
  let kills = 0;
  site.site.faults.killWorkerAt(({ text }) => {
    if (!what.test(text)) return null;
    kills += 1;
    return 'after';
  });
  await work();
  site.site.faults.clear();
  expect(kills).toBeGreaterThan(0);
  await site.site.clock.advance(5 * 60_000);
  await site.site.runSchedule('every-five-minutes');
  await settle();
}

const conclusion = (requirementId: string, systemIssueId: string | null) => ({
  requirementId,
  systemIssueId,
  result: 'conforms',
  concludedOn: '2026-11-24',
  validUntil: null,
  kind: 'internal-audit',
  sample: 'The minutes of two meetings.',
});

const STATEMENT = { kind: 'statement', subject: 'organisation' };

/** A Statement that waits for somebody else's approval. @returns its fingerprint, and who may approve */
async function submitted(): Promise<{ fingerprint: string; approver: string }> {
  const { revision } = await site.call<{ revision: number }>('statement.edit', {
    revision: 0,
    rows: rowsFor({ 'iso42001/A.10.4': { applicable: false } }),
  });
  await site.call('approval.submit', { ...STATEMENT, revision });
  const approver = await secondApprover(site);
  const call = <Answer>(name: string, payload: unknown, by: string) => site.call<Answer>(name, payload, by);
  return { fingerprint: await fingerprintShown(call, approver), approver };
}

interface Waiting {
  item: { kind: string; subject: string; fingerprint: string };
  approver: string;
}

/** A triage, or something that is met in common, that waits for somebody else's approval. */
async function waiting(of: Of, issueId: string): Promise<Waiting> {
  const call = <Answer>(name: string, payload: unknown, by: string) => site.call<Answer>(name, payload, by);
  const inCommon = {
    issueId,
    requirementId: 'iso42001/A.4.2',
    systems: { which: 'every', reason: 'One platform serves them all.' },
  } as const;
  const revision =
    of.kind === 'triage'
      ? await draftTriage(call, issueId, NONE_NEEDED, 'admin')
      : await draftInCommon(call, inCommon, 'admin');
  await site.call('approval.submit', { ...of, revision });
  const approver = await secondApprover(site);
  return { item: { ...of, fingerprint: await fingerprintOf(call, of, approver) }, approver };
}

/** A system with evidence of A.4.3, evidence of 7.2 and of A.4.2 that concerns none, a policy that nobody has confirmed. */
async function prepare() {
  const system = await site.create('AI system');
  await site.move(system.id, 'Start design');
  const recordOf = async (requirementId: string) => {
    const record = await site.create('Task', {
      ...(await site.options(requirementId)),
      [site.fieldId('Evidence effective date')]: '2026-11-01',
    });
    await site.move(record.id, 'Done');
    return record;
  };
  const record = await recordOf('iso42001/A.4.2');
  await recordOf('iso42001/7.2');
  await site.link('AIMS concern', (await recordOf('iso42001/A.4.3')).id, system.id);
  const { member, auditor } = await createPeople(site);
  const spaceId = await createSpace(site, 'AIMS');
  const page = await createPage(site, spaceId, 'AI policy', [policyMacro(site, ['We answer.'])], member ?? '');
  await settle();
  return { system, record, page, auditor };
}

type Prepared = Awaited<ReturnType<typeof prepare>>;
interface Case {
  procedure: string;
  /** What must have been decided before. */
  first?(prepared: Prepared): Promise<unknown>;
  payload(prepared: Prepared, first: unknown): object;
  /** Who presses, where it is neither the administrator nor, for a conclusion, the auditor. */
  by?(prepared: Prepared, first: unknown): string;
  /** The cell that must say something else by the morning. */
  changes(prepared: Prepared): string;
}

const policy = ({ page }: Prepared) => ({ pageId: page.id, pageVersion: 1 });
const approve = async (prepared: Prepared) =>
  approvePolicy(site, {
    ...policy(prepared),
    groups: [await groupOf(site, 'managers', ['admin'])],
    reviewDue: '2027-11-24',
  });

const CASES: Case[] = [
  {
    procedure: 'approval.decide',
    first: submitted,
    by: (_prepared, first) => (first as { approver: string }).approver,
    payload: (_prepared, first) => ({
      outcome: 'approved',
      reason: '',
      items: [{ ...STATEMENT, fingerprint: (first as { fingerprint: string }).fingerprint }],
    }),
    changes: () => 'organisation iso42001/A.10.4',
  },
  {
    procedure: 'approval.withdraw',
    first: () => approvedStatement(site, { 'iso42001/A.10.4': { applicable: false } }),
    payload: () => ({ ...STATEMENT, version: 1, reason: 'A mistake.' }),
    changes: () => 'organisation iso42001/A.10.4',
  },
  {
    procedure: 'approval.decide',
    first: ({ record }) => waiting({ kind: 'in-common', subject: `jira:${record.id}/iso42001/A.4.2` }, record.id),
    by: (_prepared, first) => (first as Waiting).approver,
    payload: (_prepared, first) => ({ outcome: 'approved', reason: '', items: [(first as Waiting).item] }),
    changes: ({ system }) => `jira:${system.id} iso42001/A.4.2`,
  },
  {
    procedure: 'approval.decide',
    first: ({ system }) => waiting({ kind: 'triage', subject: `jira:${system.id}` }, system.id),
    by: (_prepared, first) => (first as Waiting).approver,
    payload: (_prepared, first) => ({ outcome: 'approved', reason: '', items: [(first as Waiting).item] }),
    changes: ({ system }) => `jira:${system.id} iso42001/8.4`,
  },
  {
    procedure: 'conclusion.record',
    payload: () => conclusion('iso42001/7.2', null),
    changes: () => 'organisation iso42001/7.2',
  },
  {
    procedure: 'conclusion.record',
    payload: ({ system }) => conclusion('iso42001/A.4.3', system.id),
    changes: ({ system }) => `jira:${system.id} iso42001/A.4.3`,
  },
  {
    procedure: 'conclusion.withdraw',
    first: ({ auditor }) => site.call('conclusion.record', conclusion('iso42001/7.2', null), auditor),
    payload: (_, given) => ({ ...(given as { decisionId: string }), reason: 'It was about another site.' }),
    changes: () => 'organisation iso42001/7.2',
  },
  {
    procedure: 'policy.approve',
    first: (prepared) => drawnFingerprint(site, policy(prepared)),
    payload: (prepared, fingerprint) => ({
      ...policy(prepared),
      audience: { groups: [] },
      reviewDue: '2027-11-24',
      fingerprint,
    }),
    changes: () => 'organisation iso42001/7.3',
  },
  {
    procedure: 'policy.acknowledge',
    first: approve,
    payload: policy,
    changes: () => 'organisation iso42001/7.3',
  },
];

test.each(CASES)('$procedure', async ({ procedure, first, by, payload, changes }) => {
  const prepared = await prepare();
  const given = await first?.(prepared);
  await settle();
  // Days pass: what was decided before is no part of the night to come.
  await site.site.clock.advance(24 * HOUR);
  await night();
  await site.site.clock.advance(HOUR);
  const before = await cell(changes(prepared));
  const caller = by?.(prepared, given) ?? (procedure.startsWith('conclusion') ? prepared.auditor : 'admin');
  const once = () => site.call(procedure, payload(prepared, given), caller);
  const twice = () => Promise.allSettled([once(), once()]);
  await endedAfter(/^INSERT INTO (aims_decision|approval_entry) /, twice);
  expect(await cell(changes(prepared))).toBe(before);
  await night();
  expect(await cell(changes(prepared))).not.toBe(before);
});

test('meanings of resolutions: the night reads every issue by them', async () => {
  const { body: all } = await site.rest<{ id: string; name: string }[]>('GET', '/rest/api/3/resolution');
  const done = all.find(({ name }) => name === 'Done')?.id ?? '';
  const task = await site.create('Task');
  await site.move(task.id, 'Done');
  await settle();
  await site.site.clock.advance(24 * HOUR);
  await night();
  await site.site.clock.advance(HOUR);
  const cancelled = async () => (await storedFacts(site.site)).get(`jira:${task.id}`)?.cancelled;
  expect(await cancelled()).toBe(false);
  const choose = () =>
    site.call('figureSettings.edit', {
      revision: 0,
      rows: [{ key: `resolution/${done}`, body: { means: 'not-done' } }],
    });
  await endedAfter(/transact/, () => Promise.allSettled([choose()]));
  expect(await cancelled()).toBe(false);
  await night();
  expect(await cancelled()).toBe(true);
});
