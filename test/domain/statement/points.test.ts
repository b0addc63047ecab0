import type { Content } from '../../../src/domain/approval/entry';
import { openPoints, warningsOf } from '../../../src/domain/statement/points';
import { suggestionFor } from '../../../src/domain/statement/suggestion';

const LONG = 'A reason that is long enough.';
const row = (applicable: boolean, kind = 'own-choice', text = LONG, links: string[] = []) => ({
  applicable,
  appliesWhen: null,
  reasons: [{ kind, text, links }],
  responsible: 'token',
  note: '',
});
const content = (rows: Record<string, object>) => new Map(Object.entries(rows)) as unknown as Content;
const codes = (rows: Record<string, object>, needs: [string, string[]][] = [], controls: string[] = []) =>
  openPoints(content(rows), controls, new Map(needs)).map(({ key, code }) => `${key} ${code}`);

test('every control is decided before the Statement can be submitted', () => {
  expect(codes({ A: row(true) }, [], ['A', 'B'])).toEqual(['B undecided']);
});

test('S1: a control that a living risk needs cannot be excluded; by a deviation it can', () => {
  const needs: [string, string[]][] = [['A', ['jira:1']]];
  expect(codes({ A: row(false) }, needs)).toEqual(['A excluded-though-needed']);
  expect(codes({ A: row(true), 'A@jira:9': row(false) }, needs)).toEqual([]);
});

test('a reason has a kind and words; risk as a reason rests on a living risk, and excludes only without one', () => {
  expect(codes({ A: { ...row(true), reasons: [] } })).toEqual(['A without-reason']);
  expect(codes({ A: row(true, 'not-typed') })).toEqual(['A not-typed']);
  expect(codes({ A: row(true, 'own-choice', 'Too short.') })).toEqual(['A too-short']);
  expect(codes({ A: row(true, 'risk') })).toEqual(['A risk-missing']);
  expect(codes({ A: row(true, 'risk') }, [['A', ['jira:1']]])).toEqual([]);
  expect(codes({ A: row(false, 'risk') })).toEqual([]);
  expect(codes({ A: row(false, 'risk') }, [['A', ['jira:1']]])).toEqual([
    'A excluded-though-needed',
    'A excluded-by-risk',
  ]);
});

test('S2 to S4 are told and keep nothing back', () => {
  const alike = Object.fromEntries(['A', 'B', 'C', 'D'].map((key) => [key, row(false)]));
  const told = (rows: Record<string, object>, needs: [string, string[]][] = []) =>
    warningsOf(content(rows), new Map(needs)).map(({ key, code }) => `${key} ${code}`);
  expect(told(alike)).toEqual(['A', 'B', 'C', 'D'].map((key) => `${key} one-text-for-all`));
  expect(told({ ...alike, D: row(false, 'own-choice', `${LONG} Of its own.`) })).toEqual([]);
  expect(told({ A: row(true, 'risk', LONG, ['jira:1']) }, [['A', ['jira:2']]])).toEqual(['A risks-gone']);
  expect(told({ A: { ...row(true), responsible: null } })).toEqual(['A nobody-responsible']);
});

test('a suggestion is by risk, else by own choice where evidence is current; exclusion is never suggested', () => {
  expect(suggestionFor(['jira:1'], 'gap')).toEqual([{ kind: 'risk', links: ['jira:1'] }]);
  expect(suggestionFor([], 'implemented')).toEqual([{ kind: 'own-choice', links: [] }]);
  expect(suggestionFor([], 'stale')).toEqual([]);
  expect(suggestionFor([], null)).toEqual([]);
});
