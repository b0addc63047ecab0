import { DEFAULT_SETTINGS } from '../../../src/domain/decision/decision';
import type { ItemFact, NonconformityFact } from '../../../src/domain/item/item-fact';
import { missingOf } from '../../../src/domain/item/missing';
import { checklistOf } from '../../../src/domain/nonconformity/checklist';
import { violationOf } from '../../../src/domain/nonconformity/violation';
import { CHECKLIST } from '../../../src/domain/vocabulary/nonconformity';
import { nonconformity, work } from '../../support/facts';

/** One fact has one home: what the panel ticks is what a closing is held to. */

const SETTLED = { how: 'closed', on: '2026-11-01', by: 'aims-approvers', seen: '', before: false, from: null } as const;
const closed = (facts: Partial<NonconformityFact> = {}) =>
  nonconformity('N', ['iso42001/9.2.2'], { closedOn: '2026-11-01', whyNoAction: false, settling: SETTLED, ...facts });
const action = (id: string, progress: ItemFact['progress'], more: Partial<ItemFact> = {}) =>
  work(id, progress, [], { links: [{ role: 'corrects', target: 'N' }], ...more });

function told(item: ItemFact, ...actions: ItemFact[]) {
  const index = new Map([item, ...actions].map((one) => [one.id, one]));
  const around = { index, hasSystem: false, requirements: [], agreed: new Map() };
  return {
    open: checklistOf(item, index).flatMap(({ code, done }) => (done ? [] : [code])),
    missing: missingOf(item, { ...around, settings: DEFAULT_SETTINGS, today: '2026-11-24' }),
    violates: violationOf(item, index, new Map())?.code ?? null,
  };
}
const nothing = { open: [], missing: [], violates: null };
const unacted = {
  open: ['corrective-action'],
  missing: ['closed-incomplete', 'corrective-action'],
  violates: 'closed-incomplete',
};

test('one implemented action suffices, whatever else is planned, and so does why there is none', () => {
  expect(told(closed())).toEqual(unacted);
  expect(told(closed(), action('A', 'in-progress'))).toEqual(unacted);
  expect(told(closed(), action('A', 'done', { cancelled: true }))).toEqual(unacted);
  expect(told(closed(), action('A', 'done', { lostOn: '2026-11-02' }))).toEqual(unacted);
  expect(told(closed(), action('A', 'done'))).toEqual(nothing);
  expect(told(closed(), action('A', 'done'), action('B', 'to-do'))).toEqual(nothing);
  expect(told(closed({ whyNoAction: true }), action('B', 'to-do'))).toEqual(nothing);
});

test.each(CHECKLIST)(
  '%s is asked for by the checklist, and holds a closing up unless the AIMS did not change',
  (code) => {
    const lacking = {
      correction: closed({ steps: { ...DONE, correction: false }, whyNoAction: true }),
      cause: closed({ steps: { ...DONE, cause: false }, whyNoAction: true }),
      'corrective-action': closed(),
      effectiveness: closed({ steps: { ...DONE, effectiveness: false }, whyNoAction: true }),
      reviewer: closed({ otherReviewer: false, whyNoAction: true }),
      'aims-changes': closed({ steps: { ...DONE, aimsChanges: false }, whyNoAction: true }),
    }[code];
    const holdsUp = code !== 'aims-changes';
    expect(told(lacking)).toEqual({
      open: [code],
      missing: holdsUp ? ['closed-incomplete', code] : [code],
      violates: holdsUp ? 'closed-incomplete' : null,
    });
  },
);

const DONE = { correction: true, cause: true, effectiveness: true, aimsChanges: true };
