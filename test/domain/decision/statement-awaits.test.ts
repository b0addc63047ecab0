import { decisionsAwaitingApproval } from '../../../src/domain/decision/statement-awaits';

const decided = (...controls: [id: string, applicable: boolean, reason: string][]) =>
  new Map(
    controls.map(([requirementId, applicable, reason]) => [
      requirementId,
      { requirementId, applicable, reason, decidedAt: 1 },
    ]),
  );
const CONTROLS = ['A.1', 'A.2'];
const both = decided(['A.1', true, 'We use AI.'], ['A.2', false, 'We make none.']);

test('what an approval would change waits for it: an answer, a reason, or all while nothing is approved', () => {
  const waits = (newest: typeof both, approved: typeof both) =>
    decisionsAwaitingApproval({ newest, approved, approvedOn: null }, CONTROLS);
  expect(waits(both, both)).toBeNull();
  expect(waits(both, new Map())).toBe(2);
  expect(waits(decided(['A.1', false, 'We use AI.'], ['A.2', false, 'We make none.']), both)).toBe(1);
  expect(waits(decided(['A.1', true, 'Others do.'], ['A.2', true, 'We make some.']), both)).toBe(2);
});

test('while a decision is open, or has no reason, nothing can be approved', () => {
  for (const newest of [
    new Map(),
    decided(['A.1', true, 'We use AI.']),
    decided(['A.1', true, ' '], ['A.2', true, 'x']),
  ])
    expect(decisionsAwaitingApproval({ newest, approved: new Map(), approvedOn: null }, CONTROLS)).toBeNull();
});
