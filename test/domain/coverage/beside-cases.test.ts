import { concerns, count, decided, record, risk, system, work } from '../../support/facts';

describe('what the rules say beside the cases', () => {
  test('a newer decision that is not approved is shown and changes nothing', () => {
    const decisions = decided();
    const newest = new Map(decisions.applicability.newest).set('iso42001/A.2.3', {
      requirementId: 'iso42001/A.2.3',
      applicable: false,
      reason: 'no need',
      decidedAt: 2,
    });
    const shown = count([], { ...decisions, applicability: { ...decisions.applicability, newest } });
    expect([shown.state('iso42001/A.2.3'), shown.codes('iso42001/A.2.3')]).toEqual([
      'gap',
      ['newer-decision-not-approved'],
    ]);
  });

  test('a control without a decision is undecided, and linked work wears "reason missing"', () => {
    const none = { ...decided(), applicability: { newest: new Map(), approved: new Map(), approvedOn: null } };
    expect(count([], none).state('iso42001/A.2.3')).toBe('undecided');
    expect(count([work('W', 'to-do', ['iso42001/A.2.3'])], none).codes('iso42001/A.2.3')).toContain('reason-missing');
  });

  test('done work that is deleted: stale where it was evidence by itself, else as if it had not been', () => {
    const gone = (id: string) => count([work('W', 'done', [id], { lostOn: '2026-11-20' })]);
    expect([gone('iso42001/7.1').state('iso42001/7.1'), gone('iso42001/7.1').codes('iso42001/7.1')]).toEqual([
      'stale',
      ['evidence-lost'],
    ]);
    expect(gone('iso42001/7.2').state('iso42001/7.2')).toBe('gap');
  });

  test('going back to design makes nothing not due', () => {
    const back = system('S', { stage: 'design-and-development', furthestStage: 'operation-and-monitoring' });
    expect(count([back]).state('iso42001/A.9.4', 'S')).toBe('gap');
  });

  test('an item for an AI system requirement without any system is listed as not assigned, unless met in common', () => {
    const platform = record('E', ['iso42001/A.6.2.8']);
    const shown = count([system('S'), platform]);
    expect([shown.state('iso42001/A.6.2.8', 'S'), shown.codes('iso42001/A.6.2.8')]).toEqual(['gap', ['not-assigned']]);
    const common = count(
      [system('S'), platform],
      decided({}, { metInCommon: [{ requirementId: 'iso42001/A.6.2.8', item: 'E' }] }),
    );
    expect([common.state('iso42001/A.6.2.8', 'S'), common.codes('iso42001/A.6.2.8')]).toEqual([
      'implemented',
      ['nothing-linked'],
    ]);
  });

  test('no AI system: 8.2, 8.3 and 8.4 are a gap, Annex A goes by its decision', () => {
    expect(['iso42001/8.2', 'iso42001/8.3', 'iso42001/8.4'].map((id) => count([]).tile(id).state)).toEqual([
      'gap',
      'gap',
      'gap',
    ]);
    expect(count([], decided({ 'iso42001/A.5.3': { applicable: false } })).tile('iso42001/A.5.3').state).toBe(
      'excluded',
    );
  });

  test('unrated risks make 8.2 in progress though the assessment record is there', () => {
    const shown = count([
      system('S'),
      record('E', ['iso42001/8.2'], concerns('S')),
      risk('R', { level: null }, concerns('S')),
    ]);
    expect([shown.state('iso42001/8.2', 'S'), shown.codes('iso42001/8.2', 'S')[0]]).toEqual([
      'in-progress',
      'unrated-risks',
    ]);
  });

  test('a triage "none needed" implements 8.4 and leaves A.5.3 to A.5.5 out', () => {
    const shown = count(
      [system('S')],
      decided({}, { triages: [{ systemId: 'S', needed: false, approvedOn: '2026-10-01' }] }),
    );
    expect(
      ['iso42001/8.4', 'iso42001/A.5.3', 'iso42001/A.5.4', 'iso42001/A.5.5'].map((id) => shown.state(id, 'S')),
    ).toEqual(['implemented', 'excluded', 'excluded', 'excluded']);
  });

  test('6.1.3 needs every control decided, the approval, and no control excluded that a risk names', () => {
    expect(count([]).state('iso42001/6.1.3')).toBe('implemented');
    const excluded = decided({ 'iso42001/A.6.2.4': { applicable: false } });
    expect(count([risk('R', {}, { requirements: ['iso42001/A.6.2.4'] })], excluded).codes('iso42001/6.1.3')).toContain(
      'required-control-excluded',
    );
    expect(
      count([], { ...decided(), applicability: { ...decided().applicability, approvedOn: null } }).state(
        'iso42001/6.1.3',
      ),
    ).toBe('in-progress');
  });
});
