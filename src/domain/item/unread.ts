import type { ContributionRole } from './contribution';
import type { ItemFact } from './item-fact';

/**
 * What a fact could not be read from any more, because Jira has lost what it is read by: refs such as `field:likelihood`,
 * `option:grade:major`, `status:ai-risk:accepted`, `link-type:concerns`, `issue-type:ai-risk`.
 */
export type MissingRef = string;

/** Fields of an AI system that registers show and no cell is counted from. */
const BESIDE_COVERAGE: ReadonlySet<MissingRef> = new Set([
  'field:system-owner',
  'field:next-review',
  'field:ai-act-class',
  'field:ai-act-role',
]);

/** What an item names and is linked to, by which it counts at all. */
const isBond = (ref: MissingRef): boolean =>
  ref.startsWith('link-type:') || ref.startsWith('issue-type:') || /^(field|option):aims-requirements/.test(ref);

const isGrade = (ref: MissingRef): boolean => /^(field|option):grade/.test(ref) || ref.startsWith('status:');

/** Whether something is missing that this item's part in a requirement rests on. A risk is named in one, and rated in others. */
export function isUnknownAs(item: ItemFact, role: ContributionRole | 'carries' | 'judged'): boolean {
  const refs = (item.unread?.refs ?? []).filter((ref) => !BESIDE_COVERAGE.has(ref));
  if (role === 'requires') return refs.some(isBond);
  if (role === 'violates') return refs.some((ref) => isBond(ref) || isGrade(ref));
  return refs.length > 0;
}
