import { NO_STATEMENT } from '../../../src/domain/statement/effect';
import { concerns, count, decided, inCommon, noneNeeded, record, risk, system, work } from '../../support/facts';

describe('what the rules say beside the cases', () => {
  test('a deviation adds a control for one AI system, or takes it out', () => {
    const { applicability, ...others } = decided({ 'iso42001/A.4.3': { applicable: false } });
    const deviations = new Map([
      ['iso42001/A.4.3@S', true],
      ['iso42001/A.4.2@S', false],
    ]);
    const shown = count([system('S'), system('T')], { ...others, applicability: { ...applicability, deviations } });
    const states = (id: string) => ['iso42001/A.4.3', 'iso42001/A.4.2'].map((control) => shown.state(control, id));
    expect([states('S'), states('T')]).toEqual([
      ['gap', 'excluded'],
      ['excluded', 'gap'],
    ]);
    expect(shown.codes('iso42001/A.4.2', 'S')).toContain('deviation');
  });

  test('a living risk voids an exclusion where it concerns, and nowhere else; one that is no more does not', () => {
    const decisions = decided({ 'iso42001/A.4.3': { applicable: false } });
    const needing = risk('R', {}, { requirements: ['iso42001/A.4.3'], ...concerns('S') });
    const shown = count([system('S'), system('T'), needing], decisions);
    expect(['S', 'T'].map((id) => shown.state('iso42001/A.4.3', id))).toEqual(['undecided', 'excluded']);
    const gone = count([system('S'), { ...needing, progress: 'done' as const }], decisions);
    expect(gone.state('iso42001/A.4.3', 'S')).toBe('excluded');
  });

  test('a control in no approved Statement is undecided, and linked work wears "reason missing"', () => {
    const none = { ...decided(), applicability: NO_STATEMENT };
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
    const common = count([system('S'), platform], decided({}, { metInCommon: [inCommon('iso42001/A.6.2.8', 'E')] }));
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
    const shown = count([system('S')], decided({}, { triages: [noneNeeded('S')] }));
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
      count([], { ...decided(), applicability: { ...decided().applicability, approved: null } }).state(
        'iso42001/6.1.3',
      ),
    ).toBe('in-progress');
  });
});
