import type { Day } from '../day';
import type { ItemIndex } from '../item/contribution';
import type { ItemFact, ItemId, NonconformityFact } from '../item/item-fact';
import { mightDecide } from '../item/witness';
import type { Grade } from '../vocabulary/nonconformity';
import { isCorrected } from './checklist';

/** Why a nonconformity violates what it names, in the order in which it is told. */
export const VIOLATIONS = [
  'open-nonconformity',
  'lost-nonconformity',
  'closed-incomplete',
  'dismissed-without-right',
  'dismissal-not-agreed',
] as const;
export type ViolationCode = (typeof VIOLATIONS)[number];

export interface Violation {
  code: ViolationCode;
  grade: Exclude<Grade, 'observation'>;
}

/**
 * Whether and why a nonconformity violates (row 1): it is open or lost; it is closed and lacks what 10.2 asks for; or it was dismissed,
 * or lowered to an observation, by somebody who might not, or against the auditors that raised it. What was settled before its project
 * took part stays settled. Of facts that nobody has looked at since the app asks for it nothing more is known than their status. Pure.
 * @param index holds what corrects it
 * @param agreed what somebody who audits has agreed to, by item, each as settled on a day
 */
export function violationOf(item: ItemFact, index: ItemIndex, agreed: ReadonlyMap<ItemId, Day>): Violation | null {
  const facts = item.nonconformity;
  if (!facts) return item.progress === 'done' ? null : { code: open(item), grade: 'ungraded' };
  if (facts.grade === 'observation') return lowered(item, facts, index, agreed);
  const { grade } = facts;
  if (item.progress !== 'done') return { code: open(item), grade };
  const { settling } = facts;
  if (settling === undefined || settling.before) return null;
  if (settling.how === 'dismissed') {
    const code = dismissal(item, facts, agreed);
    return code === null ? null : { code, grade };
  }
  if (item.cancelled || isCorrected(item, index)) return null;
  return { code: 'closed-incomplete', grade };
}

/** Why one violates though its status or its grade says that it weighs nothing. */
export type UnsettledCode = Exclude<ViolationCode, 'open-nonconformity' | 'lost-nonconformity'>;

export function unsettledOf(item: ItemFact, index: ItemIndex, agreed: ReadonlyMap<ItemId, Day>): UnsettledCode | null {
  const code = violationOf(item, index, agreed)?.code ?? null;
  return code === 'open-nonconformity' || code === 'lost-nonconformity' ? null : code;
}

/** "Not a nonconformity", by its status or by a negative resolution, which is all that facts of version 0.1.0 tell. */
export const isDismissed = ({ cancelled, nonconformity }: ItemFact): boolean =>
  cancelled || nonconformity?.dismissed === true;

const open = ({ lostOn }: ItemFact): ViolationCode => (lostOn === null ? 'open-nonconformity' : 'lost-nonconformity');

/** An observation weighs nothing, but lowering to one is dismissing. */
function lowered(
  item: ItemFact,
  facts: NonconformityFact,
  index: ItemIndex,
  agreed: ReadonlyMap<ItemId, Day>,
): Violation | null {
  const { settling } = facts;
  if (settling === undefined || settling.before || settling.from === null || settling.from === 'observation')
    return null;
  if (item.progress === 'done' && !isDismissed(item) && isCorrected(item, index)) return null;
  const code = dismissal(item, facts, agreed);
  return code === null ? null : { code, grade: settling.from };
}

function dismissal(
  { id }: ItemFact,
  { settling, byAudit }: NonconformityFact,
  agreed: ReadonlyMap<ItemId, Day>,
): ViolationCode | null {
  if (settling === undefined) return null;
  if (!mightDecide(settling.by)) return 'dismissed-without-right';
  return byAudit && agreed.get(id) !== settling.on ? 'dismissal-not-agreed' : null;
}
