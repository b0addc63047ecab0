import type { ConditionKey, Requirement } from '../../../controls';
import type { Content } from '../approval/entry';
import type { StateCounts } from '../coverage/tile';
import type { Day } from '../day';
import type { ItemId } from '../item/item-fact';
import { type ControlRow, type DeviationRow, keyOf, rowKeyFrom } from './row';

/** What the version in force says of a control, as far as figures hang on it. */
export interface ControlEffect {
  applicable: boolean;
  appliesWhen: ConditionKey | null;
  hasReason: boolean;
}

/** The Statement of Applicability in force (6.1.3). A newer draft changes nothing. */
export interface Applicability {
  /** By requirement; a control that is not in it is undecided. */
  controls: ReadonlyMap<string, ControlEffect>;
  /** Whether a control applies to an AI system against its row, by `keyOf`. */
  deviations: ReadonlyMap<string, boolean>;
  /** Null while none is approved. */
  approved: { on: Day; validUntil: Day | null } | null;
  /** Somebody has begun to decide, in a draft at least. */
  isBegun: boolean;
}

export const NO_STATEMENT: Applicability = {
  controls: new Map(),
  deviations: new Map(),
  approved: null,
  isBegun: false,
};

/** What rows of the version in force say. */
export function effectOf(content: Content): Pick<Applicability, 'controls' | 'deviations'> {
  const controls = new Map<string, ControlEffect>();
  const deviations = new Map<string, boolean>();
  for (const [key, body] of content) {
    if (rowKeyFrom(key).system !== null) {
      deviations.set(key, (body as unknown as DeviationRow).applicable);
      continue;
    }
    const { applicable, appliesWhen, reasons } = body as unknown as ControlRow;
    controls.set(key, { applicable, appliesWhen, hasReason: reasons.some(({ text }) => text.trim() !== '') });
  }
  return { controls, deviations };
}

/** Why a control does not apply in one scope, or null where it does, or nobody has decided. */
export type Exclusion = 'not-applicable' | 'condition-false' | 'deviation' | null;

/**
 * @param system the AI system, or null for what is the organisation's own
 * @param conditionHolds whether a condition is true of it
 */
export function exclusionBy(
  { controls, deviations }: Pick<Applicability, 'controls' | 'deviations'>,
  { id, excludable }: Pick<Requirement, 'id' | 'excludable'>,
  system: ItemId | null,
  conditionHolds: (condition: ConditionKey) => boolean,
): Exclusion {
  const effect = excludable ? controls.get(id) : undefined;
  if (effect === undefined) return null;
  const deviates = system === null ? undefined : deviations.get(keyOf({ control: id, system }));
  if (deviates !== undefined) return deviates ? null : 'deviation';
  if (!effect.applicable) return effect.hasReason ? 'not-applicable' : null;
  if (system === null || effect.appliesWhen === null) return null;
  return conditionHolds(effect.appliesWhen) ? null : 'condition-false';
}

/**
 * Whether a control that has a condition applies to no AI system today, as its cells are counted: each is excluded, by the condition or
 * against its row, or there is none. Pure.
 * @param row of the version in force, if it has one
 * @param counts how many cells of AI systems are in each state; null of what is met once
 */
export const appliesToNone = (
  row: Pick<ControlRow, 'applicable' | 'appliesWhen'> | null | undefined,
  counts: StateCounts | null,
): boolean =>
  row?.applicable === true &&
  row.appliesWhen !== null &&
  counts !== null &&
  Object.entries(counts).every(([state, count]) => state === 'excluded' || count === 0);
