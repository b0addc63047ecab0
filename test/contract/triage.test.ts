import { fingerprintOf } from '../../cli/approve';
import { draftTriage, NONE_NEEDED } from '../../cli/approve-triage';
import type { Output } from '../../src/contract/procedures';
import { closeProject } from '../access/people';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { daysLater } from '../support/later';
import { approvedTriage, withdrawApproval } from '../support/second-person';
import type { Hands } from '../support/site';
import { approvedStatement, secondApprover } from '../support/statement';

/** The cases of "Coverage" and "Deciding" about the triage of an AI system, by their words, from what people press on. */

let site: Enrolled;
let second: string;
let system: { id: string };
beforeEach(async () => {
  site = await openEnrolled();
  second = await secondApprover(site);
  system = await designed(site);
});
afterEach(() => site.close());

/** An AI system to which the first requirements have come. */
async function designed(on: Enrolled, fields: Record<string, unknown> = {}): Promise<{ id: string }> {
  const created = await on.create('AI system', fields);
  await on.move(created.id, 'Start design');
  await on.site.settle({ within: 3_600_000 });
  return created;
}

const call = <Answer>(name: string, payload: unknown, by = 'admin') => site.call<Answer>(name, payload, by);
const asked = <Answer>(name: string, payload: unknown, by: string) => site.call<Answer>(name, payload, by);
const of = () => ({ kind: 'triage', subject: `jira:${system.id}` }) as const;
const read = (by = 'admin') => call<Output<'triage.read'>>('triage.read', { issueId: system.id }, by);
const draft = (answers = NONE_NEEDED, by = 'admin') => draftTriage(asked, system.id, answers, by);
const submit = async () => call('approval.submit', { ...of(), revision: (await read()).revision });
const decide = async (by: string, outcome = 'approved') => {
  const items = [{ ...of(), fingerprint: await fingerprintOf(asked, of(), by) }];
  const { results } = await call<Output<'approval.decide'>>(
    'approval.decide',
    { outcome, reason: 'As it is.', items },
    by,
  );
  return results[0]?.refusal?.code ?? results[0]?.version;
};
const change = async (fields: Record<string, unknown>) => {
  const named = Object.entries(fields).map(([name, value]) => [site.fieldId(name), value]);
  await site.rest('PUT', `/rest/api/3/issue/${system.id}`, { fields: Object.fromEntries(named) });
  await site.site.settle({ within: 3_600_000 });
};
async function cellsOf(on: Hands, issueId: string) {
  await on.site.settle({ within: 3_600_000 });
  const { cells } = await on.call<Output<'system.detail'>>('system.detail', { issueId });
  const of8 = (id: string) => cells.find(({ requirementId }) => requirementId === `iso42001/${id}`);
  return {
    state: (id: string) => of8(id)?.state,
    why: (id: string) => of8(id)?.reasons.map(({ code, detail }) => detail ?? code) ?? [],
  };
}
const cells = () => cellsOf(site, system.id);
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string; message: string }) => `${error.code}: ${error.message}`,
  );

describe('coverage', () => {
  test('34. Triage by one person -> gap', async () => {
    await draft();
    await submit();
    expect((await cells()).state('8.4')).toBe('gap');
    expect(await decide('admin')).toBe('approval-own-text');
    expect((await cells()).state('8.4')).toBe('gap');
    expect(await decide(second)).toBe(1);
    expect((await cells()).state('8.4')).toBe('implemented');
  });

  test('35. Of a high-risk system -> refused', async () => {
    await change({ 'AI Act class': [{ value: 'High-risk Annex III' }] });
    expect(await refused(draft())).toMatch(/^triage-closed: .*High-risk systems are assessed, not triaged\.$/);
    expect((await read()).closed).toBe('High-risk systems are assessed, not triaged.');
  });

  test('35. Of a system that becomes high-risk before it is approved -> refused', async () => {
    await draft();
    await submit();
    await change({ 'AI Act class': [{ value: 'High-risk Annex I' }] });
    expect(await decide(second)).toBe('approval-incomplete');
  });

  test('36. Significant change after it -> 8.4 stale, A.5.3 back in n', async () => {
    await approvedStatement(site);
    await approvedTriage(site, system.id);
    const before = await cells();
    expect(['8.4', 'A.5.3', 'A.5.4', 'A.5.5'].map(before.state)).toEqual([
      'implemented',
      ...new Array(3).fill('excluded'),
    ]);
    await change({ 'Last significant change': '2026-11-26' });
    const after = await cells();
    expect(['8.4', 'A.5.3', 'A.5.4', 'A.5.5'].map(after.state)).toEqual(['stale', ...new Array(3).fill('gap')]);
    expect(after.why('8.4')).toContain('significant-change');
  });

  test('37. 13 months old -> stale', async () => {
    let id = '';
    await daysLater(
      async (enrolled) => {
        ({ id } = await designed(enrolled));
        await approvedTriage(enrolled, id);
      },
      { days: 360, look: async (later) => expect((await cellsOf(later, id)).state('8.4')).toBe('implemented') },
      {
        days: 395,
        look: async (later) => {
          const shown = await cellsOf(later, id);
          expect([shown.state('8.4'), shown.why('8.4')[0]]).toEqual(['stale', 'lapsed']);
          const { standing } = await later.call<Output<'triage.read'>>('triage.read', { issueId: id });
          expect(standing).toMatchObject({ counts: false, why: 'lapsed' });
        },
      },
    );
  });

  test('64. Not screened -> triage allowed', async () => {
    await change({ 'AI Act class': [{ value: 'Not screened' }] });
    await approvedTriage(site, system.id);
    expect((await cells()).state('8.4')).toBe('implemented');
  });

  test('a class that is new since, another part of ours, a class that is assessed -> stale', async () => {
    await change({ 'Our part': [{ value: 'Use' }], 'AI Act class': [{ value: 'No class-specific duties' }] });
    await approvedTriage(site, system.id);
    const why = async (fields: Record<string, unknown>) => {
      await change(fields);
      const shown = await cells();
      return [shown.state('8.4'), shown.why('8.4')[0]];
    };
    expect(await why({ 'Our part': [{ value: 'Use' }, { value: 'Provide to others' }] })).toEqual([
      'stale',
      'new-part',
    ]);
    expect(await why({ 'Our part': [{ value: 'Use' }] })).toEqual(['implemented', 'impact-assessment-waived']);
    expect(await why({ 'AI Act class': [{ value: 'Transparency Art. 50' }] })).toEqual(['stale', 'new-class']);
    expect(await why({ 'AI Act class': [{ value: 'Prohibited' }] })).toEqual(['stale', 'class-closed']);
  });

  test('a risk to people above the threshold -> stale; one to the organisation alone, or closed -> not', async () => {
    await approvedTriage(site, system.id);
    const risk = await site.create('AI risk', {
      [site.fieldId('Likelihood')]: { value: '4 - likely' },
      [site.fieldId('Consequence')]: { value: '4 - major' },
      [site.fieldId('Who is affected')]: [{ value: 'Organisation' }],
    });
    await site.link('AIMS concern', risk.id, system.id);
    expect((await cells()).state('8.4')).toBe('implemented');
    const affects = (...values: string[]) =>
      site.rest('PUT', `/rest/api/3/issue/${risk.id}`, {
        fields: { [site.fieldId('Who is affected')]: values.map((value) => ({ value })) },
      });
    await affects('Organisation', 'Groups');
    const shown = await cells();
    expect([shown.state('8.4'), shown.why('8.4')[0]]).toEqual(['stale', 'risk-to-people']);
    await site.rest('DELETE', `/rest/api/3/issue/${risk.id}`);
    expect((await cells()).state('8.4')).toBe('implemented');
  });

  test('an approval that is withdrawn -> as if not given', async () => {
    await approvedTriage(site, system.id);
    await withdrawApproval(site, of());
    expect((await cells()).state('8.4')).toBe('gap');
  });
});

describe('deciding', () => {
  test('a criterion that is "yes", not known, not answered or without a reason -> refused in words', async () => {
    const [first, ...others] = NONE_NEEDED;
    if (!first) throw new Error('The example answers nothing.');
    const words = async (answers: typeof NONE_NEEDED) => {
      await draft(answers);
      return refused(submit());
    };
    expect(await words([{ ...first, answer: 'yes' }, ...others])).toMatch(/Criterion 1 is “yes”: assess\.$/);
    expect(await words([{ ...first, answer: 'unknown' }, ...others])).toMatch(/counts as “yes”: assess\.$/);
    expect(await words(others)).toMatch(/Criterion 1 has no answer\.$/);
    for (const reason of ['Not applicable.', 'no no no no no no no no no no', ''])
      expect(await words([{ ...first, reason }, ...others])).toMatch(/Criterion 1 needs a reason/);
    expect(await words(NONE_NEEDED)).toBe('done');
  });

  test('whoever owns the AI system, or is its assignee, does not approve it', async () => {
    await draft();
    await submit();
    for (const field of [site.fieldId('System owner'), 'assignee']) {
      await site.rest('PUT', `/rest/api/3/issue/${system.id}`, { fields: { [field]: { accountId: second } } });
      await site.site.settle({ within: 3_600_000 });
      const preview = await call<Output<'approval.preview'>>('approval.preview', { ...of(), after: '' }, second);
      expect(preview.refusal?.code).toBe('triage-own-system');
      expect(await decide(second)).toBe('triage-own-system');
      await site.rest('PUT', `/rest/api/3/issue/${system.id}`, { fields: { [field]: null } });
      await site.site.settle({ within: 3_600_000 });
    }
    expect(await decide(second)).toBe(1);
  });

  test('whoever answered one of the questions does not approve, and is told which', async () => {
    await draft();
    const answers = NONE_NEEDED.map((one, place) =>
      place === 3 ? { ...one, reason: `${one.reason} I looked.` } : one,
    );
    await draft(answers, second);
    await submit();
    const preview = await call<Output<'approval.preview'>>('approval.preview', { ...of(), after: '' }, second);
    expect(preview.refusal?.message).toMatch(/Criteria: 4\.$/);
  });

  test('submitted is locked, returned says why, and a draft of somebody else is not overwritten', async () => {
    const before = await draft();
    await submit();
    expect(await refused(draft(NONE_NEEDED.slice(1)))).toMatch(/^draft-locked/);
    expect(await decide(second, 'returned')).toBeNull();
    expect(await read()).toMatchObject({ state: 'draft', returned: { by: second, reason: 'As it is.' } });
    const stale = { issueId: system.id, revision: before, answers: [] };
    expect(await refused(call('triage.edit', stale, second))).toMatch(/^content-changed/);
  });

  test('another part of ours between saving and submitting -> saved again first', async () => {
    await draft();
    await change({ 'Our part': [{ value: 'Develop' }] });
    expect(await refused(submit())).toMatch(/save the answers again/);
    await draft();
    await submit();
    expect(await decide(second)).toBe(1);
  });

  test('who only reads sees what is in force, and nothing of a draft', async () => {
    const user = { emailAddress: 'reader@example.com', displayName: 'Reader', products: ['jira-software'] };
    const { accountId } = (await site.rest<{ accountId: string }>('POST', '/rest/api/3/user', user)).body;
    await approvedTriage(site, system.id);
    await draft(NONE_NEEDED.map((one) => ({ ...one, reason: `Nobody but us knows this: ${one.question}.` })));
    const seen = await read(accountId);
    expect(seen).toMatchObject({ state: 'settled', submitted: null, open: [], changed: [] });
    expect(JSON.stringify(seen)).not.toContain('Nobody but us');
    expect(await refused(call('triage.edit', { issueId: system.id, revision: 0, answers: [] }, accountId))).toMatch(
      /^not-allowed/,
    );
  });

  test('hostile texts are kept as they are, and approved as they are shown', async () => {
    const hostile = [
      '<img src=x onerror=alert(1)> is shown',
      '"; DROP TABLE approval_entry; -- no',
      '= HYPERLINK("x") 🧨 ok',
    ];
    const answers = NONE_NEEDED.map((one, place) => ({
      ...one,
      reason: `${hostile[place % 3]} ${one.question} naïve`,
    }));
    await approvedTriage(site, system.id, answers);
    expect((await read()).answers.map(({ reason }) => reason)).toEqual(answers.map(({ reason }) => reason));
    expect((await cells()).state('8.4')).toBe('implemented');
    expect(await refused(call('triage.edit', { issueId: '1 OR 1=1', revision: 0, answers: [] }))).toMatch(
      /^input-invalid/,
    );
    for (const subject of ['jira:999999', 'organisation', '../x'])
      expect(await refused(call('approval.submit', { kind: 'triage', subject, revision: 0 }))).toMatch(/^not-allowed/);
  });

  test('what somebody may not browse they neither answer nor approve', async () => {
    await draft();
    await submit();
    await closeProject(site, site.projectId, []);
    const fingerprint = '0'.repeat(64);
    const decision = { outcome: 'approved', reason: '', items: [{ ...of(), fingerprint }] };
    const { results } = await call<Output<'approval.decide'>>('approval.decide', decision, second);
    expect(results[0]?.refusal?.code).toBe('not-allowed');
    const { revision } = await read();
    for (const [name, payload] of [
      ['triage.edit', { issueId: system.id, revision, answers: [] }],
      ['approval.preview', { ...of(), after: '' }],
      ['approval.submit', { ...of(), revision }],
      ['approval.takeBack', of()],
      ['approval.withdraw', { ...of(), version: 1, reason: 'No.' }],
    ] as const)
      expect([name, await refused(call(name, payload, second))]).toEqual([name, expect.stringMatching(/^not-allowed/)]);
  });
});
