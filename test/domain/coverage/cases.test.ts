import { countStates, figure } from '../../../src/domain/coverage/tile';
import { DEFAULT_SETTINGS } from '../../../src/domain/decision/decision';
import {
  concerns,
  conclusion,
  count,
  decided,
  nonconformity,
  page,
  record,
  risk,
  system,
  treats,
  work,
} from '../../support/facts';

/** The cases of the coverage rules, by their words and numbers. */
describe('cases that must come out so', () => {
  const ASSESSMENT = record('assessment', ['iso42001/8.2'], concerns('S'));

  test('1. a risk treated by a done task, residual not accepted: 8.3 of that system is in progress', () => {
    const shown = count([system('S'), ASSESSMENT, risk('R', {}, concerns('S')), work('T', 'done', [], treats('R'))]);
    expect(shown.state('iso42001/8.3', 'S')).toBe('in-progress');
    expect(shown.codes('iso42001/8.3', 'S')).toContain('residual-not-accepted');
  });

  test('1b. accepted and not expired: 8.3 is implemented; expired: stale', () => {
    const accepted = (acceptanceExpires: string) =>
      count([
        system('S'),
        ASSESSMENT,
        risk('R', { accepted: true, residualLevel: 4, acceptanceExpires }, concerns('S')),
        work('T', 'done', [], treats('R')),
      ]);
    expect(accepted('2027-01-01').state('iso42001/8.3', 'S')).toBe('implemented');
    expect(accepted('2027-01-01').cell('S', 'iso42001/8.3').changesOn).toBe('2027-01-02');
    expect(accepted('2026-11-01').state('iso42001/8.3', 'S')).toBe('stale');
  });

  test('2. an accepted risk that names A.6.2.4 and nothing else: gap, required by that risk', () => {
    const shown = count([
      system('S'),
      risk('R', { accepted: true }, { ...concerns('S'), requirements: ['iso42001/A.6.2.4'] }),
    ]);
    expect(shown.state('iso42001/A.6.2.4', 'S')).toBe('gap');
    expect(shown.cell('S', 'iso42001/A.6.2.4').reasons).toContainEqual({ code: 'required-by-risk', items: ['R'] });
  });

  test('3. a nonconformity closed and reopened: nonconforming from then', () => {
    const items = [record('E', ['iso42001/9.2.2'])];
    expect(
      count([...items, nonconformity('N', ['iso42001/9.2.2'], { closedOn: '2026-11-01' })]).state('iso42001/9.2.2'),
    ).toBe('implemented');
    expect(count([...items, nonconformity('N', ['iso42001/9.2.2'])]).state('iso42001/9.2.2')).toBe('nonconforming');
  });

  test('4. a bought system: A.6.2.3 excluded by condition, A.6.2.4 asks for acceptance', () => {
    const shown = count([system('S', { ourPart: ['use'] })]);
    expect(shown.state('iso42001/A.6.2.3', 'S')).toBe('excluded');
    expect(shown.codes('iso42001/A.6.2.3', 'S')).toContain('condition-false');
    expect(shown.state('iso42001/A.6.2.4', 'S')).toBe('gap');
  });

  test('5. an evidence page archived: stale, not gap', () => {
    expect(count([page('P', ['iso42001/4.3'])]).state('iso42001/4.3')).toBe('implemented');
    const shown = count([page('P', ['iso42001/4.3'], {}, { lostOn: '2026-11-20' })]);
    expect(shown.state('iso42001/4.3')).toBe('stale');
    expect(shown.codes('iso42001/4.3')).toContain('evidence-lost');
  });

  test('6. one contract concerning two systems: each cell once', () => {
    const shown = count([system('S'), system('T'), record('C', ['iso42001/A.10.2'], concerns('S', 'T'))]);
    expect([shown.state('iso42001/A.10.2', 'S'), shown.state('iso42001/A.10.2', 'T')]).toEqual([
      'implemented',
      'implemented',
    ]);
    expect(shown.tile('iso42001/A.10.2').systems).toMatchObject({ implemented: 2, due: 2 });
  });

  test('7. done work and a second to do: in progress; with a current record: implemented "+1 open"; two to do and a record: "+2 open"', () => {
    const first = work('W1', 'done', ['iso42001/A.6.2.4'], concerns('S'));
    const second = work('W2', 'to-do', ['iso42001/A.6.2.4'], concerns('S'));
    const third = work('W3', 'to-do', ['iso42001/A.6.2.4'], concerns('S'));
    const proof = record('E', ['iso42001/A.6.2.4'], concerns('S'));
    expect(count([system('S'), first, second]).state('iso42001/A.6.2.4', 'S')).toBe('in-progress');
    const one = count([system('S'), first, second, proof]);
    expect(one.state('iso42001/A.6.2.4', 'S')).toBe('implemented');
    expect(one.cell('S', 'iso42001/A.6.2.4').reasons).toContainEqual({ code: 'open-work', items: ['W2'], count: 1 });
    expect(count([system('S'), second, third, proof]).cell('S', 'iso42001/A.6.2.4').reasons).toContainEqual({
      code: 'open-work',
      items: ['W2', 'W3'],
      count: 2,
    });
  });

  test('8. a nonconformity on 9.2.2 lowers only that leaf', () => {
    const shown = count([record('E', ['iso42001/9.2.1', 'iso42001/9.2.2']), nonconformity('N', ['iso42001/9.2.2'])]);
    expect([shown.state('iso42001/9.2.1'), shown.state('iso42001/9.2.2')]).toEqual([
      count([record('E', ['iso42001/9.2.1', 'iso42001/9.2.2'])]).state('iso42001/9.2.1'),
      'nonconforming',
    ]);
  });

  test('9. a minor nonconformity on A.6.2.4 for 1 of 41 systems: that cell, the tile, one cell fewer', () => {
    const systems = Array.from({ length: 41 }, (_, index) => system(`S${index}`));
    const proofs = systems.map(({ id }) => record(`E-${id}`, ['iso42001/A.6.2.4'], concerns(id)));
    const shown = count([...systems, ...proofs, nonconformity('N', ['iso42001/A.6.2.4'], {}, concerns('S7'))]);
    expect(shown.state('iso42001/A.6.2.4', 'S7')).toBe('nonconforming');
    expect(shown.cell('S7', 'iso42001/A.6.2.4').reasons).toContainEqual({
      code: 'open-nonconformity',
      items: ['N'],
      detail: 'minor',
    });
    expect(shown.tile('iso42001/A.6.2.4')).toMatchObject({
      state: 'nonconforming',
      systems: { implemented: 40, due: 41, counts: { nonconforming: 1 } },
    });
  });

  test('10. a retired system with an open nonconformity: its cells leave the scope, 10.2 still sees it age', () => {
    const shown = count([
      system('S', { stage: 'retired' }),
      nonconformity('N', ['iso42001/A.6.2.4'], { effectivenessDue: '2026-11-01' }, concerns('S')),
    ]);
    expect(shown.cells.filter((cell) => cell.scope === 'S')).toEqual([]);
    expect(shown.codes('iso42001/10.2')).toContain('nonconformity-overdue');
  });

  test('11. A.5.3 done for 3 of 4: gap, 3 of 4; the fourth in Inception: implemented, 3 of 3 due', () => {
    const of = (stage: 'inception' | 'operation-and-monitoring') =>
      count([
        ...['A', 'B', 'C'].flatMap((id) => [system(id), record(`E${id}`, ['iso42001/A.5.3'], concerns(id))]),
        system('D', { stage }),
      ]).tile('iso42001/A.5.3');
    expect(of('operation-and-monitoring')).toMatchObject({ state: 'gap', systems: { implemented: 3, due: 4 } });
    expect(of('inception')).toMatchObject({ state: 'implemented', systems: { implemented: 3, due: 3 } });
  });

  test('12. an observation has no effect', () => {
    expect(
      count([record('E', ['iso42001/9.2.2']), nonconformity('N', ['iso42001/9.2.2'], { grade: 'observation' })]).state(
        'iso42001/9.2.2',
      ),
    ).toBe('implemented');
  });

  test("13. won't do: gap, and named", () => {
    const shown = count([work('W', 'done', ['iso42001/7.4'], { cancelled: true })]);
    expect(shown.state('iso42001/7.4')).toBe('gap');
    expect(shown.codes('iso42001/7.4')).toContain('work-cancelled');
  });

  test('14. excluded with an open nonconformity: nonconforming', () => {
    const decisions = decided({ 'iso42001/A.2.3': { applicable: false } });
    expect(count([], decisions).state('iso42001/A.2.3')).toBe('excluded');
    expect(count([nonconformity('N', ['iso42001/A.2.3'])], decisions).state('iso42001/A.2.3')).toBe('nonconforming');
  });

  test('15. a conclusion older than the last significant change: implemented; evidence older too: stale; a new task: still verified', () => {
    const decisions = decided({}, { conclusions: [conclusion('S', 'iso42001/A.6.2.4')] });
    const proof = (effectiveOn: string) => record('E', ['iso42001/A.6.2.4'], { ...concerns('S'), effectiveOn });
    expect(count([system('S'), proof('2026-10-01')], decisions).state('iso42001/A.6.2.4', 'S')).toBe('verified');
    expect(
      count([system('S', { lastSignificantChange: '2026-11-15' }), proof('2026-11-16')], decisions).state(
        'iso42001/A.6.2.4',
        'S',
      ),
    ).toBe('implemented');
    expect(
      count([system('S', { lastSignificantChange: '2026-11-15' }), proof('2026-10-01')], decisions).state(
        'iso42001/A.6.2.4',
        'S',
      ),
    ).toBe('stale');
    expect(
      count(
        [system('S'), proof('2026-10-01'), work('W', 'to-do', ['iso42001/A.6.2.4'], concerns('S'))],
        decisions,
      ).state('iso42001/A.6.2.4', 'S'),
    ).toBe('verified');
  });

  test('16. policy approved and 92 % acknowledged: 5.2 and A.2.2 implemented, 7.3 in progress; 95 %: implemented', () => {
    const policy = page('P', ['iso42001/5.2', 'iso42001/A.2.2']);
    const shown = (acknowledged: number) =>
      count([policy], decided({}, { awareness: { acknowledged, audience: 100 } }));
    expect([
      shown(92).state('iso42001/5.2'),
      shown(92).state('iso42001/A.2.2'),
      shown(92).state('iso42001/7.3'),
    ]).toEqual(['implemented', 'implemented', 'in-progress']);
    expect(shown(92).cell('organisation', 'iso42001/7.3').reasons).toContainEqual({
      code: 'acknowledgements-below-threshold',
      count: 92,
      detail: '95',
    });
    expect(shown(95).state('iso42001/7.3')).toBe('implemented');
    expect(DEFAULT_SETTINGS.awarenessThreshold).toBe(0.95);
  });

  test('17. an early task on A.6.2.6 in Design: not due, with the reason', () => {
    const shown = count([
      system('S', { stage: 'design-and-development' }),
      work('W', 'in-progress', ['iso42001/A.6.2.6'], concerns('S')),
    ]);
    expect(shown.state('iso42001/A.6.2.6', 'S')).toBe('not-due');
    expect(shown.cell('S', 'iso42001/A.6.2.6').reasons).toContainEqual({ code: 'early-work', items: ['W'] });
  });

  test('18. an approved test plan without a result: A.6.2.4 in progress, record missing', () => {
    const shown = count([system('S'), page('P', ['iso42001/A.6.2.4'], {}, concerns('S'))]);
    expect(shown.state('iso42001/A.6.2.4', 'S')).toBe('in-progress');
    expect(shown.codes('iso42001/A.6.2.4', 'S')).toContain('record-missing');
  });

  test('19. an assessment of 2023 without a review date: stale', () => {
    const shown = count([system('S'), record('E', ['iso42001/8.4'], { ...concerns('S'), effectiveOn: '2023-05-01' })]);
    expect(shown.state('iso42001/8.4', 'S')).toBe('stale');
  });

  test('20. a filled-in template of 8.4 is not evidence', () => {
    const shown = count([system('S'), page('P', ['iso42001/8.4'], { template: true, record: true }, concerns('S'))]);
    expect(shown.state('iso42001/8.4', 'S')).toBe('gap');
    expect(shown.codes('iso42001/8.4', 'S')).toContain('template-only');
  });

  test('21. everything excluded with approved reasons: nothing applicable; excluded without a reason is not excluded', () => {
    const ofAnnexA = (shown: ReturnType<typeof count>) =>
      shown.cells.filter(({ requirementId }) => requirementId.startsWith('iso42001/A.'));
    const controls = ofAnnexA(count([])).map(({ requirementId }) => requirementId);
    expect(controls).toHaveLength(38);
    const all = count([], decided(Object.fromEntries(controls.map((id) => [id, { applicable: false }]))));
    const states = ofAnnexA(all).map(({ state }) => state);
    expect(figure(countStates(states))).toEqual({ implemented: 0, applicable: 0, verified: 0 });
    expect(
      count([], decided({ 'iso42001/A.2.3': { applicable: false, hasReason: false } })).state('iso42001/A.2.3'),
    ).toBe('gap');
  });

  test('22. one issue linked twice, or to a system and to its requirement: once', () => {
    const twice = record('E', ['iso42001/A.6.2.4', 'iso42001/A.6.2.4'], concerns('S', 'S'));
    const shown = count([system('S'), twice]);
    expect(shown.cell('S', 'iso42001/A.6.2.4').reasons).toContainEqual({ code: 'current-evidence', items: ['E'] });
  });

  test('26. a later workflow state of linked work never lowers a figure', () => {
    const implemented = (progress: 'to-do' | 'in-progress' | 'done') =>
      figure(
        countStates(
          count([
            work('W', progress, ['iso42001/7.4', 'iso42001/5.1', 'iso42001/4.1']),
            system('S'),
            work('V', progress, ['iso42001/A.6.2.6'], concerns('S')),
          ]).cells.map((cell) => cell.state),
        ),
      ).implemented;
    expect(implemented('in-progress')).toBeGreaterThanOrEqual(implemented('to-do'));
    expect(implemented('done')).toBeGreaterThan(implemented('in-progress'));
  });
});
