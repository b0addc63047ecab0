import { fingerprintShown, rowOf } from '../../cli/approve-statement';
import { fingerprintOfContent } from '../../src/contract/approved-content';
import type { Output } from '../../src/contract/procedures';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { daysLater } from '../support/later';
import { approvedStatement, CONTROLS, REASON, rowsFor, secondApprover } from '../support/statement';

/** The cases of "Deciding" and "Coverage" about the Statement of Applicability, by their words, from what people press on. */

const STATEMENT = { kind: 'statement', subject: 'organisation' } as const;
const CONTROL = 'iso42001/A.6.2.4';

let site: Enrolled;
let second: string;
beforeEach(async () => {
  site = await openEnrolled();
  second = await secondApprover(site);
});
afterEach(() => site.close());

const call = <Answer>(name: string, payload: unknown, by = 'admin') => site.call<Answer>(name, payload, by);
const read = () => call<Output<'statement.read'>>('statement.read', {});
const edit = async (...rows: ReturnType<typeof rowOf>[]) =>
  call<{ revision: number }>('statement.edit', { revision: (await read()).revision, rows });
const submit = async () => call('approval.submit', { ...STATEMENT, revision: (await read()).revision });
const decide = async (by: string, outcome = 'approved', fingerprint?: string) => {
  const shown = fingerprint ?? (await fingerprintShown((name, payload, who) => site.call(name, payload, who), by));
  const items = [{ ...STATEMENT, fingerprint: shown }];
  const { results } = await call<Output<'approval.decide'>>(
    'approval.decide',
    { outcome, reason: 'As it is.', items },
    by,
  );
  return results[0]?.refusal?.code ?? results[0]?.version;
};
const settle = () => site.site.settle({ within: 3_600_000 });
const tileOf = async (requirementId: string) => {
  await settle();
  return (await call<Output<'coverage.requirement'>>('coverage.requirement', { projectId: null, requirementId })).tile;
};
const stateOf = async (requirementId: string) => (await tileOf(requirementId)).state;
const codesOf = async (requirementId: string) => (await tileOf(requirementId)).reasons.map(({ code }) => code);
const refused = (work: Promise<unknown>) => work.then(() => 'done').catch((error: { code?: string }) => error.code);

/** An AI risk that names a control. */
const riskNaming = async (control: string) => site.create('AI risk', await site.options(control));

describe('deciding', () => {
  test('1. Author approves own row -> refused', async () => {
    await edit(...rowsFor());
    await call('statement.edit', { revision: 1, rows: [rowOf(CONTROL, true, 'The second one says so.')] }, second);
    await submit();
    const preview = await call<Output<'approval.preview'>>('approval.preview', { ...STATEMENT, after: '' }, second);
    expect(preview.refusal?.code).toBe('approval-own-text');
    expect(preview.refusal?.message).toContain('A.6.2.4');
    expect(await decide(second)).toBe('approval-own-text');
    expect(await decide('admin')).toBe('approval-own-text');
  });

  test('2. Row edited while submitted -> locked', async () => {
    await edit(...rowsFor());
    await submit();
    expect(await refused(edit(rowOf(CONTROL, false, REASON)))).toBe('draft-locked');
    await call('approval.takeBack', STATEMENT);
    expect(await refused(edit(rowOf(CONTROL, false, REASON)))).toBe('done');
  });

  test('3. Draft changed after preview -> refused', async () => {
    await edit(...rowsFor());
    await submit();
    const seen = await fingerprintShown((name, payload, who) => site.call(name, payload, who), second);
    await call('approval.takeBack', STATEMENT);
    await edit(rowOf(CONTROL, true, 'Something else is said here now.'));
    await submit();
    expect(await decide(second, 'approved', seen)).toBe('content-changed');
    expect((await read()).state).toBe('submitted');
    expect(await decide(second)).toBe(1);
  });

  test('4. Approved n, row edited -> figures as n', async () => {
    await approvedStatement(site, { [CONTROL]: { applicable: false } });
    expect(await stateOf(CONTROL)).toBe('excluded');
    await edit(rowOf(CONTROL, true, REASON));
    expect(await stateOf(CONTROL)).toBe('excluded');
    expect((await read()).inForce?.version).toBe(1);
  });

  test('5. Two rows changed, others kept as approved -> n+1', async () => {
    await approvedStatement(site);
    await edit(rowOf(CONTROL, false, REASON), rowOf('iso42001/A.2.3', false, REASON));
    await call('statement.edit', { revision: 4, rows: [rowOf('iso42001/A.2.4', false, REASON)] }, second);
    await edit(rowOf('iso42001/A.2.4', true, REASON));
    await submit();
    expect(await decide(second)).toBe(2);
    const sides = { ...STATEMENT, from: 1, to: 2 };
    const { changes } = await call<Output<'approval.compare'>>('approval.compare', sides);
    expect([...new Set(changes.map(({ key }) => key))].sort()).toEqual(['iso42001/A.2.3', CONTROL].sort());
  });

  test('6. Risk names an excluded control -> void, S1', async () => {
    await approvedStatement(site, { 'iso42001/A.2.3': { applicable: false } });
    expect(await stateOf('iso42001/A.2.3')).toBe('excluded');
    const { id } = await riskNaming('iso42001/A.2.3');
    expect(await stateOf('iso42001/A.2.3')).toBe('undecided');
    expect(await codesOf('iso42001/A.2.3')).toContain('exclusion-void');
    expect(await codesOf('iso42001/6.1.3')).toContain('required-control-excluded');
    expect((await read()).open).toEqual([{ key: 'iso42001/A.2.3', code: 'excluded-though-needed' }]);
    expect(await refused(submit())).toBe('approval-incomplete');
    await site.rest('DELETE', `/rest/api/3/issue/${id}`);
    expect(await stateOf('iso42001/A.2.3')).toBe('excluded');
  });

  test('10. JSON hash recomputed -> equal', async () => {
    await approvedStatement(site, { [CONTROL]: { reason: 'Naïve “quotes”, a tab\tand a line\nbreak: é.' } });
    const { versions } = await read();
    const page = await call<Output<'statement.content'>>('statement.content', { of: 1, after: '' });
    expect(page.next).toBeNull();
    expect(await fingerprintOfContent('statement', page.rows)).toBe(versions[0]?.fingerprint);
  });

  test('12. Only one approver, who is author -> refused', async () => {
    await edit(...rowsFor());
    await submit();
    expect(await decide('admin')).toBe('approval-own-text');
  });

  test('14. Approval withdrawn -> from that day as if not given', async () => {
    await approvedStatement(site, { [CONTROL]: { applicable: false } });
    expect([await stateOf(CONTROL), await stateOf('iso42001/6.1.3')]).toEqual(['excluded', 'implemented']);
    const withdrawal = { ...STATEMENT, version: 1, reason: 'It was the wrong list.' };
    await call('approval.withdraw', withdrawal, second);
    expect([await stateOf(CONTROL), await stateOf('iso42001/6.1.3')]).toEqual(['undecided', 'in-progress']);
    expect(await refused(call('approval.withdraw', withdrawal, second))).toBe('version-unknown');
    expect((await read()).versions[0]?.withdrawn).toMatchObject({ by: second, reason: 'It was the wrong list.' });
  });

  test('15. Two previewed things approved in one press, one changed meanwhile -> the first counts, the other is refused', async () => {
    await edit(...rowsFor());
    await submit();
    const fingerprint = await fingerprintShown((name, payload, who) => site.call(name, payload, who), second);
    const items = [
      { ...STATEMENT, fingerprint },
      { ...STATEMENT, fingerprint: '0'.repeat(64) },
    ];
    const { results } = await call<Output<'approval.decide'>>(
      'approval.decide',
      { outcome: 'approved', reason: '', items },
      second,
    );
    expect(results.map(({ version, refusal }) => [version, refusal?.code ?? null])).toEqual([
      [1, null],
      [null, 'approval-not-submitted'],
    ]);
  });

  test('two approvers at once make one version, and a version is never made twice', async () => {
    await edit(...rowsFor());
    await submit();
    const outcomes = await Promise.all([decide(second), decide(second), decide(second)]);
    expect(outcomes.filter((one) => one === 1)).toHaveLength(1);
    expect(outcomes.filter((one) => one === 'approval-not-submitted')).toHaveLength(2);
    expect((await read()).versions).toHaveLength(1);
  });

  test('what is returned says why, and without a reason nothing is returned', async () => {
    await edit(...rowsFor());
    await submit();
    const items = [{ ...STATEMENT, fingerprint: '0'.repeat(64) }];
    expect(await refused(call('approval.decide', { outcome: 'returned', reason: ' ', items }, second))).toBe(
      'return-without-reason',
    );
    await decide(second, 'returned');
    expect(await read()).toMatchObject({ state: 'draft', returned: { by: second, reason: 'As it is.' } });
  });

  test('who only reads sees the version in force, and nothing of a draft, its reasons or its way', async () => {
    const user = { emailAddress: 'reader@example.com', displayName: 'Reader', products: ['jira-software'] };
    const { accountId } = (await site.rest<{ accountId: string }>('POST', '/rest/api/3/user', user)).body;
    await approvedStatement(site);
    await edit(rowOf(CONTROL, false, 'Nobody but us should know this yet.'));
    await submit();
    await decide(second, 'returned');
    const seen = await call<Output<'statement.read'>>('statement.read', {}, accountId);
    expect(seen).toMatchObject({ state: 'settled', submitted: null, returned: null, open: [], warnings: [] });
    expect(seen.rows.find(({ key }) => key === CONTROL)).toMatchObject({ row: { applicable: true }, isChanged: false });
    expect(JSON.stringify(seen)).not.toContain('Nobody but us');
    expect(await refused(call('statement.content', { of: 'draft', after: '' }, accountId))).toBe('not-allowed');
  });

  test('two people who write different rows at once both write; of one row, the second is told', async () => {
    await edit(rowOf(CONTROL, true, REASON));
    const both = [rowOf('iso42001/A.2.2', true, REASON), rowOf('iso42001/A.2.3', true, REASON)];
    const [one, other] = await Promise.all(both.map((row) => call('statement.edit', { revision: 1, rows: [row] })));
    expect(one).not.toEqual(other);
    const stale = { revision: 1, rows: [rowOf('iso42001/A.2.2', false, REASON)] };
    expect(await refused(call('statement.edit', stale, second))).toBe('row-written-meanwhile');
    expect((await read()).rows.filter(({ row }) => row?.applicable)).toHaveLength(3);
  });

  test('an older version comes back as a draft, row by row, with what was added since taken out', async () => {
    await approvedStatement(site);
    await edit(rowOf(CONTROL, false, REASON), {
      key: 'own/0',
      body: {
        ...rowOf('', true, REASON).body,
        applicable: true,
        reasons: [],
        title: 'Ours',
        text: 'Ask.',
        group: 'A.6',
      },
    });
    expect((await read()).rows.map(({ key }) => key)).toContain('own/1');
    await call('statement.restore', { revision: (await read()).revision, version: 1 });
    const after = await read();
    expect(after.rows.filter(({ isChanged }) => isChanged)).toEqual([]);
    expect(after.rows.map(({ key }) => key)).not.toContain('own/1');
  });
});

describe('coverage', () => {
  test('4. Bought, condition in the approved SoA -> A.6.2.3 excluded; no SoA -> undecided', async () => {
    const bought = await site.rest<{ id: string }>('POST', '/rest/api/3/issue', {
      fields: {
        project: { id: site.projectId },
        issuetype: { name: 'AI system' },
        summary: 'Bought chat',
        [site.fieldId('Our part')]: [{ value: 'Use' }],
      },
    });
    await site.move(bought.body.id, 'Start design');
    const own = async () => {
      await settle();
      const { cells } = await call<Output<'system.detail'>>('system.detail', { issueId: bought.body.id });
      return cells.find(({ requirementId }) => requirementId === 'iso42001/A.4.4')?.state;
    };
    expect(await own()).toBe('undecided');
    await approvedStatement(site);
    expect(await own()).toBe('excluded');
  });

  test('22. All excluded, approved -> "nothing applicable"', async () => {
    await approvedStatement(site, Object.fromEntries(CONTROLS.map((id) => [id, { applicable: false }])));
    const states = [];
    for (const id of ['iso42001/A.2.2', 'iso42001/A.9.4', CONTROL]) states.push(await stateOf(id));
    expect(states).toEqual(['excluded', 'excluded', 'excluded']);
    expect(await stateOf('iso42001/6.1.3')).toBe('implemented');
  });

  test('43. SoA of long ago -> 6.1.3 stale, exclusions stay', async () => {
    await daysLater(
      async (enrolled) => {
        await approvedStatement(enrolled, { 'iso42001/A.2.3': { applicable: false } });
      },
      {
        days: 367,
        look: async (later) => {
          const state = async (requirementId: string) =>
            (
              await later.call<Output<'coverage.requirement'>>('coverage.requirement', {
                projectId: null,
                requirementId,
              })
            ).tile.state;
          expect(await state('iso42001/6.1.3')).toBe('stale');
          expect(await state('iso42001/A.2.3')).toBe('excluded');
          const { inForce } = await later.call<Output<'statement.read'>>('statement.read', {});
          expect(inForce?.lapsed).toBe(true);
        },
      },
    );
  });

  test('45. Risk names an excluded control -> undecided', async () => {
    await approvedStatement(site, { 'iso42001/A.2.2': { applicable: false } });
    await riskNaming('iso42001/A.2.2');
    expect(await stateOf('iso42001/A.2.2')).toBe('undecided');
  });

  test('a deviation takes one AI system out, and leaves the others', async () => {
    const [one, other] = [await site.create('AI system'), await site.create('AI system')];
    for (const { id } of [one, other]) await site.move(id, 'Start design');
    await settle();
    const out = { key: `iso42001/A.4.2@jira:${one.id}`, body: rowOf('', false, REASON).body };
    await edit(...rowsFor());
    await edit(out);
    await submit();
    expect(await decide(second)).toBe(1);
    await settle();
    const stateFor = async (issueId: string) =>
      (await call<Output<'system.detail'>>('system.detail', { issueId })).cells.find(
        ({ requirementId }) => requirementId === 'iso42001/A.4.2',
      )?.state;
    expect([await stateFor(one.id), await stateFor(other.id)]).toEqual(['excluded', 'gap']);
    const { controls } = await call<Output<'statement.system'>>('statement.system', { issueId: one.id });
    expect(controls.find(({ number }) => number === 'A.4.2')).toMatchObject({ applies: 'excluded', by: 'deviation' });
    expect((await read()).rows.find(({ number }) => number === 'A.4.2')?.deviations).toBe(1);
  });
});
