import { courseOf, inForce, isPossible } from '../../../src/domain/approval/course';
import type { Act, Acted } from '../../../src/domain/approval/entry';

const acted = (...acts: (Act | [Act, Partial<Acted>])[]): Acted[] =>
  acts.map((one, place) => {
    const [act, more] = typeof one === 'string' ? [one, {}] : one;
    return {
      revision: place + 1,
      act,
      at: place,
      person: 'p',
      reason: null,
      fingerprint: null,
      validUntil: null,
      about: null,
      ...more,
    };
  });

test('a subject goes from draft to submitted to approved, and on to the next draft', () => {
  const states = (['drafted', 'submitted', 'approved', 'drafted', 'drafted'] as const).map(
    (_, place, all) => courseOf(acted(...all.slice(0, place + 1))).state,
  );
  expect(states).toEqual(['draft', 'submitted', 'settled', 'draft', 'draft']);
});

test('what is submitted is locked until it is approved, returned or taken back', () => {
  const submitted = courseOf(acted('drafted', 'submitted'));
  expect(isPossible('drafted', submitted)).toBe(false);
  for (const act of ['approved', 'returned', 'taken-back'] as const) expect(isPossible(act, submitted)).toBe(true);
  const returned = courseOf(acted('drafted', 'submitted', ['returned', { reason: 'Say why.' }]));
  expect([returned.state, returned.returned?.reason]).toEqual(['draft', 'Say why.']);
  expect(isPossible('approved', returned)).toBe(false);
  expect(courseOf(acted('drafted', 'submitted', 'returned', 'submitted')).returned).toBeNull();
});

test('14. Approval withdrawn -> from that day as if not given, and the version before counts', () => {
  const twice = acted('drafted', 'submitted', 'approved', 'drafted', 'submitted', 'approved');
  expect(inForce(courseOf(twice))?.version).toBe(2);
  const withdrawn = courseOf([...twice, ...acted(['withdrawn', { revision: 7, about: 6, reason: 'A mistake.' }])]);
  expect(inForce(withdrawn)?.version).toBe(1);
  expect(withdrawn.versions.map((one) => one.withdrawn?.reason ?? null)).toEqual([null, 'A mistake.']);
  const none = courseOf([
    ...acted('drafted', 'submitted', 'approved'),
    ...acted(['withdrawn', { revision: 4, about: 3 }]),
  ]);
  expect(inForce(none)).toBeNull();
});
