import { systemsMeeting } from '../../../src/domain/applicability/meeting';
import { DEFAULT_SETTINGS } from '../../../src/domain/decision/decision';
import { noneNeeded, system } from '../../support/facts';

const known = { triages: [], settings: DEFAULT_SETTINGS, today: '2026-11-24' };

test('what is not known of an AI system counts as true of it', () => {
  const systems = [system('S', { controlsLogs: 'no' }), system('T', { controlsLogs: 'unknown' })];
  expect(systemsMeeting(['control-logs'], { ...known, systems })).toEqual(new Map([['control-logs', ['T']]]));
  expect(systemsMeeting(['control-logs'], { ...known, systems: systems.slice(0, 1) })).toEqual(new Map());
});

test('an AI system needs an assessment unless its triage counts today', () => {
  const systems = [system('S'), system('T')];
  const met = (...triages: ReturnType<typeof noneNeeded>[]) =>
    systemsMeeting(['triage-not-none'], { ...known, systems, triages }).get('triage-not-none');
  expect(met()).toEqual(['S', 'T']);
  expect(met(noneNeeded('S'))).toEqual(['T']);
  expect(met(noneNeeded('S'), noneNeeded('T'))).toBeUndefined();
  expect(met(noneNeeded('S'), noneNeeded('T', { validUntil: '2026-11-23' }))).toEqual(['T']);
});
