import type { Requirement } from '../../controls';
import { ORGANISATION_RULES, SYSTEM_RULES } from '../domain/coverage/rules';
import { type Contribution, contributions, type ItemIndex, systemsOf } from '../domain/item/contribution';
import type { ItemFact, ItemId } from '../domain/item/item-fact';

/** What must be recounted after some items changed. */
export interface Touched {
  systems: Set<ItemId>;
  /** Requirements whose organisation cell must be recounted. */
  requirements: Set<string>;
  /** A decision "met in common" names one of the items: every system's cells must be recounted. */
  everySystem: boolean;
}

/**
 * The cells that items reach, before or after a change; called for both. An item also reaches what is counted through
 * it: whatever treats or evidences it takes over its requirements and systems.
 * @param common items that are or were met in common
 */
export function touchedBy(
  changed: readonly ItemId[],
  index: ItemIndex,
  common: ReadonlySet<ItemId>,
  requirements: ReadonlyMap<string, Pick<Requirement, 'scopeLevel'>>,
): Touched {
  const touched: Touched = { systems: new Set(), requirements: new Set(), everySystem: false };
  const ids = new Set(changed);
  const throughLinks = [...index.values()].filter((item) =>
    item.links.some((link) => (link.role === 'treats' || link.role === 'evidences') && ids.has(link.target)),
  );
  const items = changed.flatMap((id) => index.get(id) ?? []);
  // Whether a nonconformity may be closed hangs on what corrects it.
  const corrected = items.flatMap(({ links }) =>
    links.filter(({ role }) => role === 'corrects').flatMap(({ target }) => index.get(target) ?? []),
  );
  const affected = new Set([...items, ...throughLinks, ...corrected]);
  for (const item of affected) {
    if (common.has(item.id)) touched.everySystem = true;
    for (const system of systemsOf(item, index)) touched.systems.add(system);
    for (const { touches } of SYSTEM_RULES)
      for (const system of touches?.(item, index) ?? []) touched.systems.add(system);
    for (const entry of contributions(item, index)) addRequirement(entry, touched, requirements);
    addDerived(item, touched);
  }
  return touched;
}

function addRequirement(
  entry: Contribution,
  touched: Touched,
  requirements: ReadonlyMap<string, Pick<Requirement, 'scopeLevel'>>,
): void {
  const once = requirements.get(entry.requirementId)?.scopeLevel === 'organisation';
  // Whose systems have left the scope violates for the organisation.
  if (once || entry.systems.length === 0 || entry.role === 'violates') touched.requirements.add(entry.requirementId);
}

/** Rules that are derived from an item without naming it. */
function addDerived(item: ItemFact, touched: Touched): void {
  if (item.kind === 'ai-system') touched.systems.add(item.id);
  for (const { requirement, touchedBy: bearsOn } of ORGANISATION_RULES)
    if (bearsOn(item)) touched.requirements.add(requirement);
}

export function mergeTouched(a: Touched, b: Touched): Touched {
  return {
    systems: new Set([...a.systems, ...b.systems]),
    requirements: new Set([...a.requirements, ...b.requirements]),
    everySystem: a.everySystem || b.everySystem,
  };
}
