import type { Version } from '../../../src/domain/approval/course';
import type { Content } from '../../../src/domain/approval/entry';
import { causesOf, conditionsOfNone, type ReviewSituation } from '../../../src/domain/statement/review';

const row = (applicable: boolean, appliesWhen: string | null = null) => ({ applicable, appliesWhen, reasons: [] });
const content = (rows: Record<string, object>) => new Map(Object.entries(rows)) as unknown as Content;
const NONE = { count: 0, items: [] };

/** Approved at 100, and nothing has happened since. */
const QUIET: ReviewSituation = {
  version: { at: 100 },
  annex: { catalogue: 1, conditions: ['use'] },
  rows: content({ A: row(true, 'use'), B: row(false), C: row(true, 'control-logs'), D: row(true, 'control-logs') }),
  needed: new Map([['A', { count: 4, items: ['jira:1'] }]]),
  meeting: new Map([['use', { count: 9, items: ['jira:9'] }]]),
  reclassified: NONE,
  criteria: { versions: [] },
  catalogue: 1,
};
const causes = (more: Partial<ReviewSituation>) => causesOf({ ...QUIET, ...more });

const version = (at: number, fingerprint: string, withdrawnAt?: number): Version => ({
  version: 1,
  revision: 1,
  at,
  person: null,
  fingerprint,
  validUntil: null,
  byOnePerson: false,
  withdrawn: withdrawnAt === undefined ? null : { at: withdrawnAt, person: null, reason: '' },
});

test('nothing has happened: nothing is to review', () => {
  expect(causes({})).toEqual([]);
});

test('a living risk names an excluded control; one that applies, or a deviation, is none', () => {
  const risks = { count: 2, items: ['jira:1', 'jira:2'] };
  expect(causes({ needed: new Map([['B', risks]]) })).toEqual([
    { cause: 'excluded-and-needed', ...risks, controls: ['B'], condition: null },
  ]);
  const deviation = content({ A: row(true), 'A@jira:9': row(false) });
  expect(causes({ rows: deviation, needed: new Map([['A', risks]]) })).toEqual([]);
});

test('a condition is true of an AI system, and was true of none at the approval', () => {
  const meeting = new Map([['control-logs', { count: 1, items: ['jira:9'] }]]) as ReviewSituation['meeting'];
  expect(causes({ meeting })).toEqual([
    { cause: 'condition-of-none', count: 1, items: ['jira:9'], controls: ['C', 'D'], condition: 'control-logs' },
  ]);
  expect(causes({ meeting, annex: { catalogue: 1, conditions: ['control-logs'] } })).toEqual([]);
  // What was not kept is not told: it would be a guess.
  expect(causes({ meeting, annex: null })).toEqual([]);
});

test('only conditions of controls that apply are asked about, each once', () => {
  expect(conditionsOfNone(QUIET.rows, QUIET.annex)).toEqual(['control-logs']);
  expect(conditionsOfNone(content({ A: row(false, 'use') }), { catalogue: 1, conditions: [] })).toEqual([]);
});

test('the part, role or class of an AI system changed', () => {
  expect(causes({ reclassified: { count: 30, items: ['jira:9'] } })).toEqual([
    { cause: 'reclassified', count: 30, items: ['jira:9'], controls: [], condition: null },
  ]);
});

test('other criteria count than on the day of the approval; the same ones approved again are no others', () => {
  const told = (...versions: Version[]) => causes({ criteria: { versions } }).map(({ cause }) => cause);
  expect(told(version(50, 'a'))).toEqual([]);
  expect(told(version(150, 'a'))).toEqual(['new-criteria']);
  expect(told(version(50, 'a'), version(150, 'b'))).toEqual(['new-criteria']);
  expect(told(version(50, 'a'), version(150, 'a'))).toEqual([]);
  // Withdrawn after the approval, the ones before count again.
  expect(told(version(40, 'a'), version(50, 'b', 150))).toEqual(['new-criteria']);
  expect(told(version(40, 'a'), version(50, 'b', 60))).toEqual([]);
  // Without any there is nothing new to hold the Statement to.
  expect(told(version(50, 'a', 150))).toEqual([]);
});

test('the catalogue is newer; without an annex it is held to the first', () => {
  expect(causes({ catalogue: 2 }).map(({ cause }) => cause)).toEqual(['new-catalogue']);
  expect(causes({ annex: null }).map(({ cause }) => cause)).toEqual([]);
  expect(causes({ annex: null, catalogue: 2 }).map(({ cause }) => cause)).toEqual(['new-catalogue']);
});
