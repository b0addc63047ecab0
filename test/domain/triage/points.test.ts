import { triage } from '../../../controls/decisions';
import type { RowBody } from '../../../src/domain/approval/entry';
import { triagePoints } from '../../../src/domain/triage/points';

const NOW = { ourPart: ['use'], aiActClass: [] };
const answered = (change: Readonly<Record<string, RowBody | null>> = {}) =>
  new Map<string, RowBody>([
    ['for', { ...NOW }],
    ...triage.example.reasons.flatMap(({ question, reason }): [string, RowBody][] => {
      const body = question in change ? change[question] : { answer: 'no', reason };
      return body ? [[question, body]] : [];
    }),
  ]);
const codes = (...given: Parameters<typeof triagePoints>) => triagePoints(...given).map((point) => point.code);

test('nine reasoned "no" leave nothing open, and nothing given leaves all nine open', () => {
  expect(codes(answered(), NOW)).toEqual([]);
  expect(codes(new Map(), NOW)).toEqual(new Array(9).fill('unanswered'));
});

test('points name the criterion by its number', () => {
  const content = answered({
    chances: { answer: 'yes', reason: '' },
    watching: { answer: 'unknown', reason: 'We would have to ask the supplier.' },
    novelty: null,
  });
  expect(triagePoints(content, NOW)).toEqual([
    { code: 'yes', question: 'chances', number: 1 },
    { code: 'unknown', question: 'watching', number: 3 },
    { code: 'unanswered', question: 'novelty', number: 9 },
  ]);
});

test.each([
  '',
  'Not applicable.',
  '                         ',
  'no no no no no no no no',
  'same, same; SAME same other',
])('%j is no reason', (reason) => {
  expect(codes(answered({ chances: { answer: 'no', reason } }), NOW)).toEqual(['reason-short']);
});

test('reasons in any script are reasons', () => {
  for (const reason of ['Решения о людях не принимаются здесь.', 'Über Menschen wird nicht entschieden.'])
    expect(codes(answered({ chances: { answer: 'no', reason } }), NOW)).toEqual([]);
});

test('another part since it was saved is told, and a closed class stands before everything else', () => {
  expect(codes(answered(), { ...NOW, ourPart: ['adapt', 'use'] })).toEqual(['system-changed']);
  expect(triagePoints(answered(), { ...NOW, aiActClass: ['High-risk Annex III'] })).toEqual([
    { code: 'closed', says: 'High-risk systems are assessed, not triaged.' },
  ]);
});
