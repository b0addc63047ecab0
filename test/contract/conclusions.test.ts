import { approveCriteria } from '../../cli/approve-criteria';
import type { Output } from '../../src/contract/procedures';
import { createPeople, type People, showFiguresTo } from '../access/people';
import { corrected } from '../support/corrected';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { secondApprover } from '../support/statement';

/** The cases of "Coverage" about conclusions, by their words, from what people press on. */

type List = Output<'conclusions.list'>;
interface Refusal {
  code: string;
  message: string;
}

const SAMPLE = 'The minutes of the audits in May and in September.';
const AUDIT = 'iso42001/9.2.2';
const VERIFICATION = 'iso42001/A.6.2.4';
const NAMED_AS: Readonly<Record<string, string>> = {
  [AUDIT]: '9.2.2 Internal audit programme',
  [VERIFICATION]: 'A.6.2.4 AI system verification and validation',
};

let site: Enrolled;
let people: People;
let auditor: string;
beforeEach(async () => {
  site = await openEnrolled();
  people = await createPeople(site);
  auditor = people.auditor ?? '';
});
afterEach(() => site.close());

const settle = () => site.site.settle({ within: 3_600_000 });
const refusal = (work: Promise<unknown>): Promise<Refusal | null> => work.then(() => null).catch((error) => error);
const codeOf = async (work: Promise<unknown>) => (await refusal(work))?.code ?? 'done';

async function conclude(more: object = {}, by = auditor): Promise<string> {
  await settle();
  const { decisionId } = await site.call<{ decisionId: string }>('conclusion.record', given(more), by);
  return decisionId;
}
const given = (more: object = {}) => ({
  requirementId: AUDIT,
  systemIssueId: null,
  result: 'conforms',
  concludedOn: '2026-11-20',
  validUntil: null,
  kind: 'internal-audit',
  sample: SAMPLE,
  ...more,
});
const list = (more: object = {}, by = auditor) =>
  site.call<List>('conclusions.list', { projectId: null, requirementId: AUDIT, ...more }, by);

async function cellOf(requirementId = AUDIT, system: string | null = null) {
  await settle();
  if (system === null) {
    const of = { projectId: null, requirementId };
    const { tile } = await site.call<Output<'coverage.requirement'>>('coverage.requirement', of);
    return { state: tile.state, codes: tile.reasons.map(({ code }) => code) };
  }
  const { cells } = await site.call<Output<'coverage.system'>>('coverage.system', { issueId: system });
  const cell = cells.find((one) => one.requirementId === requirementId);
  return { state: cell?.state, codes: cell?.reasons.map(({ code }) => code) };
}

/** A done record, of somebody else's making. */
async function recordFor(requirementId: string, system: string | null = null): Promise<void> {
  const effective = { [site.fieldId('Evidence effective date')]: '2026-11-01' };
  const value = NAMED_AS[requirementId];
  const { id } = await site.create('Task', { [site.fieldId('AIMS requirements')]: [{ value }], ...effective });
  if (system !== null) await site.link('AIMS concern', id, system);
  await site.move(id, 'Done');
}

/** An issue that the auditor makes, without requirement and AI system. */
async function finding(type = 'Nonconformity'): Promise<string> {
  const fields = { project: { id: site.projectId }, issuetype: { name: type }, summary: 'Found in the audit' };
  return (await site.rest<{ id: string }>('POST', '/rest/api/3/issue', { fields }, auditor)).body.id;
}

describe('nonconforming', () => {
  test('28. Conclusion nonconforming on 9.2.2, no issue -> nonconforming', async () => {
    expect((await cellOf()).state).toBe('gap');
    await conclude({ result: 'nonconforming' });
    expect(await cellOf()).toEqual({ state: 'nonconforming', codes: ['concluded-nonconforming'] });
  });

  test('29. Nonconforming after conforms -> nonconforming', async () => {
    await recordFor(AUDIT);
    await conclude({ concludedOn: '2026-11-19' });
    expect((await cellOf()).state).toBe('verified');
    await conclude({ result: 'nonconforming' });
    expect((await cellOf()).state).toBe('nonconforming');
    await conclude({ result: 'not-sampled', concludedOn: '2026-11-21', sample: '' });
    expect((await cellOf()).state).toBe('nonconforming');
    await conclude({ concludedOn: '2026-11-22' });
    expect((await cellOf()).state).toBe('verified');
  });

  /** Closes it with all that 10.2 asks for. */
  async function close(issueId: string): Promise<void> {
    await site.rest('PUT', `/rest/api/3/issue/${issueId}`, { fields: await corrected(site) });
    await site.move(issueId, 'Close');
  }

  test('15. Conclusion older than the change -> implemented; evidence too -> stale', async () => {
    const system = await site.create('AI system');
    await site.move(system.id, 'Take over existing system: Operation and monitoring');
    await recordFor(VERIFICATION, system.id);
    await conclude({ requirementId: VERIFICATION, systemIssueId: system.id, concludedOn: '2026-10-20' });
    expect((await cellOf(VERIFICATION, system.id)).state).toBe('verified');
    const changed = (day: string) =>
      site.rest('PUT', `/rest/api/3/issue/${system.id}`, {
        fields: { [site.fieldId('Last significant change')]: day },
      });
    await changed('2026-10-25');
    expect((await cellOf(VERIFICATION, system.id)).state).toBe('implemented');
    await changed('2026-11-10');
    expect((await cellOf(VERIFICATION, system.id)).state).toBe('stale');
  });

  test('30. Its nonconformity closed -> implemented, not verified', async () => {
    await recordFor(AUDIT);
    await conclude({ concludedOn: '2026-11-19' });
    const decisionId = await conclude({ result: 'nonconforming' });
    const issueId = await finding();
    await site.call('conclusion.raise', { decisionId, issueId }, auditor);
    expect(await cellOf()).toMatchObject({
      state: 'nonconforming',
      codes: expect.arrayContaining(['open-nonconformity', 'concluded-nonconforming']),
    });
    await close(issueId);
    expect(await cellOf()).toMatchObject({
      state: 'implemented',
      codes: expect.arrayContaining(['conclusion-settled']),
    });
    await site.site.clock.advance(48 * 3_600_000);
    await conclude({ concludedOn: '2026-11-26' });
    expect((await cellOf()).state).toBe('verified');
  });

  test('a nonconformity that was not raised from it, or was dismissed, closes nothing', async () => {
    const decisionId = await conclude({ result: 'nonconforming' });
    const other = await site.create('Nonconformity', await site.options(AUDIT));
    await site.move(other.id, 'Close');
    expect((await cellOf()).state).toBe('nonconforming');
    const issueId = await finding();
    await site.call('conclusion.raise', { decisionId, issueId }, auditor);
    await site.move(issueId, 'Not a nonconformity');
    expect((await cellOf()).state).toBe('nonconforming');
  });

  test('of an AI system: what is raised gets the requirement and the AI system', async () => {
    const system = await site.create('AI system');
    await site.move(system.id, 'Take over existing system: Operation and monitoring');
    await recordFor(VERIFICATION, system.id);
    const of = { requirementId: VERIFICATION, systemIssueId: system.id };
    const decisionId = await conclude({ ...of, result: 'nonconforming' });
    expect((await cellOf(VERIFICATION, system.id)).state).toBe('nonconforming');
    const issueId = await finding();
    for (let press = 0; press < 2; press += 1) await site.call('conclusion.raise', { decisionId, issueId }, auditor);
    expect((await cellOf(VERIFICATION, system.id)).codes).toContain('open-nonconformity');
    const [shown] = (await list(of)).conclusions;
    expect(shown?.raised.issues.map((issue) => issue.issueId)).toEqual([issueId]);
    expect([shown?.mayRaise, shown?.system?.issueId]).toEqual([false, system.id]);
    await close(issueId);
    expect((await cellOf(VERIFICATION, system.id)).state).toBe('implemented');
  });

  test('only an open nonconformity is raised, and only from what says "nonconforming"', async () => {
    const conforming = await conclude();
    const decisionId = await conclude({ result: 'nonconforming' });
    const issueId = await finding();
    const raise = (payload: object, by = auditor) =>
      codeOf(site.call('conclusion.raise', { decisionId, issueId, ...payload }, by));
    expect(await raise({ decisionId: conforming })).toBe('conclusion-finds-nothing');
    expect(await raise({ decisionId: 'none' })).toBe('conclusion-unknown');
    expect(await raise({ issueId: await finding('Task') })).toBe('not-an-open-nonconformity');
    expect(await raise({ issueId: '999999' })).toBe('jira-not-found');
    expect(await raise({}, people.decider ?? '')).toBe('not-allowed');
    await site.move(issueId, 'Close');
    expect(await raise({})).toBe('not-an-open-nonconformity');
    await site.call('conclusion.withdraw', { decisionId, reason: 'Of another site.' }, auditor);
    expect(await raise({})).toBe('conclusion-unknown');
  });
});

describe('refused', () => {
  const refusedWith = (more: object, by = auditor) =>
    refusal(site.call('conclusion.record', given(more), by)).then((error) => error?.code ?? 'done');
  const external = { kind: 'external-audit', auditBody: 'Acme Certification', report: 'Report 2026-17' };

  test('31. Conclusion without sample, or for 37 months -> refused', async () => {
    expect(await refusal(site.call('conclusion.record', given({ sample: 'Some records.' }), auditor))).toMatchObject({
      code: 'conclusion-sample',
      message: 'Name what you looked at.',
    });
    const { id } = await site.create('Task');
    expect(await refusedWith({ sample: '', sampledIssueIds: ['999999'] })).toBe('jira-not-found');
    expect(await refusedWith({ sample: '', sampledIssueIds: [id] })).toBe('done');
    expect(await refusedWith({ validUntil: '2027-11-21' })).toBe('conclusion-end');
    expect(await refusedWith({ ...external, validUntil: '2029-12-20' })).toBe('conclusion-end');
    expect(await refusedWith({ ...external, validUntil: '2029-11-20' })).toBe('done');
  });

  test('32. External audit without body -> refused', async () => {
    expect(await refusedWith({ ...external, auditBody: null })).toBe('conclusion-body');
    expect(await refusedWith({ ...external, report: ' ' })).toBe('conclusion-body');
    expect(await refusedWith(external)).toBe('done');
    const [shown] = (await list()).conclusions;
    expect(shown?.words).toEqual({ sample: SAMPLE, auditBody: 'Acme Certification', report: 'Report 2026-17' });
  });

  test("33. By the record's approver -> refused", async () => {
    const approver = await secondApprover(site);
    const ask = <Answer>(name: string, payload: unknown, by: string) => site.call<Answer>(name, payload, by);
    await approveCriteria(ask, [], { by: 'admin', approver });
    const criteria = given({ requirementId: 'iso42001/6.1.2' });
    for (const by of ['admin', approver])
      expect(await refusal(site.call('conclusion.record', criteria, by))).toMatchObject({
        code: 'not-independent',
        message: expect.stringContaining('You own or approved the risk criteria.'),
      });
    expect(await refusedWith({ requirementId: 'iso42001/6.1.2' })).toBe('done');
  });
});

describe('taken back', () => {
  test('by whoever gave it, who audits no more, and by nobody else who does not audit; it stays in the list', async () => {
    const decisionId = await conclude({ result: 'nonconforming' });
    const back = { decisionId, reason: 'It was about another site.' };
    expect(await codeOf(site.call('conclusion.withdraw', back, people.member ?? ''))).toBe('conclusion-not-yours');
    await site.rest('DELETE', `/rest/api/3/group/user?groupname=audit-aims&accountId=${auditor}`);
    expect(await codeOf(site.call('conclusion.record', given(), auditor))).toBe('not-allowed');
    expect((await list()).conclusions[0]).toMatchObject({ mayWithdraw: true, mayRaise: false });
    expect(await codeOf(site.call('conclusion.withdraw', back, auditor))).toBe('done');
    expect((await cellOf()).state).toBe('gap');
    expect((await list()).conclusions[0]).toMatchObject({
      result: 'nonconforming',
      withdrawn: { on: '2026-11-24', by: auditor, reason: 'It was about another site.' },
      mayWithdraw: false,
    });
  });
});

describe('shown', () => {
  test('newest first, without words to whoever may not see the organisation’s own', async () => {
    const hostile = '<img src=x onerror="alert(1)"> "; DROP TABLE aims_decision; -- {{7*7}}';
    const system = await site.create('AI system');
    const of = { requirementId: VERIFICATION, systemIssueId: system.id };
    await conclude({ ...of, sample: hostile, concludedOn: '2026-11-18' });
    await conclude({ ...of, result: 'nonconforming', concludedOn: '2026-11-17' });
    await conclude({ requirementId: VERIFICATION, sample: hostile });
    await showFiguresTo(site, people, ['auditor', 'decider', 'member', 'outsider']);
    const every = (await list({ requirementId: VERIFICATION })).conclusions;
    expect(every.map(({ concludedOn }) => concludedOn)).toEqual(['2026-11-20', '2026-11-18', '2026-11-17']);
    expect(every[0]?.words?.sample).toBe(hostile);
    const inProject = await list({ requirementId: VERIFICATION, projectId: site.projectId }, people.jiraOnly ?? '');
    expect(inProject.conclusions.map(({ system, words }) => [system?.issueId, words])).toEqual([
      [system.id, null],
      [system.id, null],
    ]);
    expect(JSON.stringify(inProject)).not.toContain('onerror');
    expect([inProject.mayRecord, inProject.raising]).toEqual([false, null]);
  });
});
