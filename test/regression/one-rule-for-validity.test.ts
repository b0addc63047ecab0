import { catalogue } from '../../controls';
import { judgeEvidence } from '../../src/domain/coverage/evidence';
import { addDays, Calendar } from '../../src/domain/day';
import { DEFAULT_SETTINGS } from '../../src/domain/decision/decision';
import { contributions } from '../../src/domain/item/contribution';
import { needsOf } from '../../src/domain/item/needs';
import { validUntil } from '../../src/domain/item/validity';
import { openEnrolled } from '../support/enrolled';
import { record, work } from '../support/facts';

const requirements = new Map(catalogue.requirements.map((requirement) => [requirement.id, requirement]));
const asked = requirements.get('iso42001/6.3');
if (!asked) throw new Error('The catalogue has no 6.3.');

describe.each([
  ['done work', work('W', 'done', ['iso42001/6.3'], { doneOn: '2025-12-10' })],
  ['a record', record('E', ['iso42001/6.3'], { effectiveOn: '2025-12-10' })],
  ['a record with a review day', record('E', ['iso42001/6.3'], { effectiveOn: '2025-12-10', reviewDue: '2026-12-01' })],
])('%s', (_what, item) => {
  const until = validUntil(item, asked) ?? '';

  test('stands until the day that the panel shows, and no longer', () => {
    const verdictOn = (today: string) =>
      judgeEvidence(asked, contributions(item, new Map()), null, new Calendar(today)).verdict;
    expect([verdictOn(until), verdictOn(addDays(until, 1))]).toEqual(['suffices', 'stale']);
  });

  test('falls to its people by the same day', () => {
    expect(needsOf([item], requirements, DEFAULT_SETTINGS, '2026-11-24')).toEqual([
      { itemId: item.id, what: 'evidence-review', day: until, overdue: false },
    ]);
  });
});

test('the linked item of a done task shows the day on which its requirement changes', async () => {
  const site = await openEnrolled();
  const { id } = await site.create('Task', await site.options('iso42001/6.3'));
  await site.move(id, 'Done');
  await site.site.settle();
  const { cells } = await site.call<{ cells: { changesOn: string; reasons: { items: { reviewDue: string }[] }[] }[] }>(
    'coverage.requirement',
    { projectId: null, requirementId: 'iso42001/6.3' },
  );
  const [cell] = cells;
  const [item] = cell?.reasons.flatMap(({ items }) => items) ?? [];
  expect(item?.reviewDue).toBe('2027-11-24');
  expect(cell?.changesOn).toBe(addDays(item?.reviewDue ?? '', 1));
  await site.close();
});
