import { concernedSystems, type ItemFact, type ItemId, type LinkRole } from './item-fact';

export type ContributionRole = 'implements' | 'evidences' | 'requires' | 'violates';

/** One item's part in one requirement, for some AI systems or (with none) for the organisation. */
export interface Contribution {
  item: ItemFact;
  requirementId: string;
  role: ContributionRole;
  /** Empty: the item concerns no AI system. */
  systems: ItemId[];
}

/** Items by id, as far as they are known. */
export type ItemIndex = ReadonlyMap<ItemId, ItemFact>;

/**
 * What an item contributes, by its type ("What an item contributes" in the coverage rules).
 * A link carries requirements one hop, so `index` must hold the items that it treats or evidences.
 */
export function contributions(item: ItemFact, index: ItemIndex): Contribution[] {
  const role = contributionRole(item);
  if (role === null) return [];
  const systems = systemsOf(item, index);
  return requirementsOf(item, role, index).map((requirementId) => ({ item, requirementId, role, systems }));
}

/** What an item does for the requirements that it names, or null for what carries or corrects and counts by nothing itself. */
export function contributionRole(item: ItemFact): ContributionRole | null {
  switch (item.kind) {
    case 'ai-system':
    case 'corrective-action':
      return null;
    case 'ai-risk':
      return 'requires';
    case 'nonconformity':
      return 'violates';
    case 'page':
      return 'evidences';
    case 'work':
      return item.effectiveOn === null ? 'implements' : 'evidences';
  }
}

/** Own requirements first; work and records also take over those of what they treat or evidence. Each counts once. */
function requirementsOf(item: ItemFact, role: ContributionRole, index: ItemIndex): string[] {
  const named = new Set(item.requirements);
  if (role === 'implements' || role === 'evidences') {
    for (const link of item.links) {
      if (link.role !== 'treats' && link.role !== 'evidences') continue;
      const target = index.get(link.target);
      if (target && target.lostOn === null) for (const requirementId of target.requirements) named.add(requirementId);
    }
  }
  return [...named];
}

/** The AI systems that an item concerns, else those of what it is linked to. */
export function systemsOf(item: ItemFact, index: ItemIndex): ItemId[] {
  const own = concernedSystems(item);
  if (own.length > 0) return [...new Set(own)];
  const inherited = new Set<ItemId>();
  for (const link of item.links) {
    if (link.role !== 'treats' && link.role !== 'evidences') continue;
    const target = index.get(link.target);
    if (target) for (const system of concernedSystems(target)) inherited.add(system);
  }
  return [...inherited];
}

/** What links to an item in a role; what was cancelled or is gone is as if not linked. */
export const linkedTo = ({ id }: ItemFact, role: LinkRole, index: ItemIndex): readonly ItemFact[] =>
  referrersIn(index).get(`${role} ${id}`) ?? [];

/** Of each index, what links to each item. An index is filled before it is asked, and changes no more. */
const known = new WeakMap<ItemIndex, ReadonlyMap<string, ItemFact[]>>();

/** By role and target. Built once for an index: to look for each item through all the others would take the square of their number. */
function referrersIn(index: ItemIndex): ReadonlyMap<string, ItemFact[]> {
  const built = known.get(index);
  if (built) return built;
  const referrers = new Map<string, ItemFact[]>();
  for (const item of index.values()) {
    if (item.lostOn !== null || item.cancelled) continue;
    for (const key of new Set(item.links.map(({ role, target }) => `${role} ${target}`))) {
      const others = referrers.get(key);
      if (others) others.push(item);
      else referrers.set(key, [item]);
    }
  }
  known.set(index, referrers);
  return referrers;
}
