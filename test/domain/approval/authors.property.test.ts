import { authorsOf } from '../../../src/domain/approval/authors';
import type { RowBody, Written } from '../../../src/domain/approval/entry';
import fc from '../../support/by-chance';

const written = (revision: number, key: string, person: string, body: RowBody | null): Written => ({
  revision,
  key,
  person,
  body,
});
const authors = (rows: readonly Written[], approved: Record<string, RowBody> = {}) =>
  Object.fromEntries(
    [...authorsOf(rows, new Map(Object.entries(approved)))].map(([key, who]) => [key, [...who].sort()]),
  );

test('who wrote a part that stands is its author, whoever wrote the rest', () => {
  const rows = [
    written(1, 'A', 'director', { text: 'Ours.', note: '' }),
    written(2, 'A', 'clerk', { text: 'Ours.', note: 'Done by two.' }),
  ];
  expect(authors(rows)).toEqual({ A: ['clerk', 'director'] });
});

test('65. Director whose text the clerk overwrote -> may approve', () => {
  const rows = [written(1, 'A', 'director', { text: 'Mine.' }), written(2, 'A', 'clerk', { text: 'Theirs.' })];
  expect(authors(rows)).toEqual({ A: ['clerk'] });
});

test('a row as last approved is nobody’s, and neither is one that was put back', () => {
  const approved = { A: { text: 'Approved.' }, B: { text: 'Approved, too.' } };
  const rows = [written(5, 'A', 'clerk', { text: 'Changed.' }), written(6, 'A', 'clerk', { text: 'Approved.' })];
  expect(authors(rows, approved)).toEqual({});
});

test('whoever takes a row out is the author of that', () => {
  expect(authors([written(5, 'A', 'clerk', null)], { A: { text: 'Approved.' } })).toEqual({ A: ['clerk'] });
});

test('whoever erased their account was an author all the same', () => {
  const rows = [{ ...written(1, 'A', '', { text: 'Mine.' }), person: null }];
  expect(authors(rows)).toEqual({ A: [''] });
});

const body = fc.option(
  fc.record({ text: fc.constantFrom('one', 'two'), note: fc.constantFrom('', 'three') }, { requiredKeys: [] }),
);
const act = fc.record({ key: fc.constantFrom('A', 'B'), person: fc.constantFrom('p', 'q', 'r'), body });

/** The plainest way to say it: play what was written of one part, one after the other. */
function lastToSet(
  part: string,
  acts: readonly { person: string; body: RowBody | null }[],
  approved: RowBody,
): string | null {
  let value = approved[part];
  let by: string | null = null;
  for (const one of acts) {
    const next = one.body?.[part];
    if (next !== value) by = one.person;
    value = next;
  }
  return value === approved[part] ? null : by;
}

test('law: authors are exactly those who last set a part to what it is, where it is not as approved', () => {
  fc.assert(
    fc.property(
      fc.array(act, { maxLength: 12 }),
      fc.dictionary(
        fc.constantFrom('A', 'B'),
        body.filter((one) => one !== null),
      ),
      (acts, approved) => {
        const rows = acts.map((one, place) => written(place + 1, one.key, one.person, one.body));
        const expected: Record<string, string[]> = {};
        for (const key of new Set(acts.map((one) => one.key))) {
          const ofRow = acts.filter((other) => other.key === key);
          const found = ['text', 'note'].flatMap((part) => lastToSet(part, ofRow, approved[key] ?? {}) ?? []);
          if (found.length > 0) expected[key] = [...new Set(found)].sort();
        }
        expect(authors(rows, approved as Record<string, RowBody>)).toEqual(expected);
      },
    ),
  );
});
