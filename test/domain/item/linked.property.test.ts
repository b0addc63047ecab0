import fc from 'fast-check';
import { catalogue } from '../../../controls';
import { organisationCells } from '../../../src/domain/coverage/organisation-cells';
import { DEFAULT_SETTINGS, NO_DECISIONS } from '../../../src/domain/decision/decision';
import { linkedTo } from '../../../src/domain/item/contribution';
import type { ItemFact, ItemId, LinkRole } from '../../../src/domain/item/item-fact';
import { nonconformity, work } from '../../support/facts';

const ROLES: readonly LinkRole[] = ['concerns', 'treats', 'corrects', 'evidences'];
const id = fc.constantFrom('1', '2', '3', '4', '5');
const linking = fc.record({
  links: fc.array(fc.record({ role: fc.constantFrom(...ROLES), target: id }), { maxLength: 6 }),
  cancelled: fc.boolean(),
  lostOn: fc.constantFrom(null, '2026-11-01'),
});

test('what links to an item is what a search through all items finds, in their order', () => {
  fc.assert(
    fc.property(fc.array(linking, { maxLength: 5 }), (facts) => {
      const items = facts.map((fact, place) => work(String(place + 1), 'done', [], fact));
      const index = new Map(items.map((item) => [item.id, item]));
      for (const item of items)
        for (const role of ROLES)
          expect(linkedTo(item, role, index)).toEqual(
            items.filter(
              ({ links, cancelled, lostOn }) =>
                !cancelled && lostOn === null && links.some((link) => link.role === role && link.target === item.id),
            ),
          );
    }),
  );
});

/** Counts how many items were looked at in passes over all of them. */
class Watched extends Map<ItemId, ItemFact> {
  looked = 0;
  override *values(): MapIterator<ItemFact> {
    for (const item of super.values()) {
      this.looked += 1;
      yield item;
    }
  }
}

test('10.2 looks at twice as many items for twice as many nonconformities', () => {
  const lookedAt = (count: number): number => {
    const places = Array.from({ length: count }, (_, place) => place);
    const index = new Watched();
    for (const place of places) {
      const corrects = { links: [{ role: 'corrects', target: `N${place}` } as const] };
      index.set(`A${place}`, work(`A${place}`, 'done', [], corrects));
      const closed = { closedOn: '2026-11-01', whyNoAction: false, settling: SETTLED };
      index.set(`N${place}`, nonconformity(`N${place}`, ['iso42001/9.2.2'], closed));
    }
    const requirements = catalogue.requirements.filter(({ id: one }) => ASKED.includes(one));
    const cells = organisationCells({
      ...{ requirements, index, decisions: NO_DECISIONS, settings: DEFAULT_SETTINGS, today: '2026-11-24' },
      ...{ controls: [], controlsNamedByRisks: [] },
    });
    expect(cells.map(({ state }) => state)).toEqual(['gap', 'implemented']);
    return index.looked;
  };
  expect(lookedAt(200)).toBe(2 * lookedAt(100));
});

const ASKED = ['iso42001/9.2.2', 'iso42001/10.2'];
const SETTLED = { how: 'closed', on: '2026-11-01', by: 'aims-approvers', seen: '', before: false, from: null } as const;
