import type { Requirement } from '../../../controls';
import type { Day } from '../day';
import type { Settings } from '../decision/decision';
import { checklistOf } from '../nonconformity/checklist';
import { isDismissed, type UnsettledCode, unsettledOf } from '../nonconformity/violation';
import { type AcceptanceGap, acceptanceGap } from '../risk/acceptance';
import { isAboveThreshold, treatmentsOf } from '../risk/risk';
import type { ChecklistPoint } from '../vocabulary/nonconformity';
import type { ItemIndex } from './contribution';
import { isEmpty } from './empty';
import type { ItemFact, ItemId, LinkRole } from './item-fact';

/** What an item lacks before it can go on; a screen has words for each. */
export type MissingCode =
  | 'requirement'
  | 'system'
  | 'effective-date'
  | 'empty'
  | 'rating'
  | 'treatment'
  | 'acceptance'
  | Exclude<AcceptanceGap, 'residual-not-accepted'>
  | ChecklistPoint
  | UnsettledCode
  | 'nonconformity';

export interface Surroundings {
  /** Holds what treats or corrects it. */
  index: ItemIndex;
  /** The item counts for an AI system, by itself or through a link. */
  hasSystem: boolean;
  /** The requirements that it names or takes over. */
  requirements: readonly Pick<Requirement, 'scopeLevel' | 'evidenceKind'>[];
  settings: Settings;
  today: Day;
  /** Dismissals of what audits raised that somebody who audits agreed to. */
  agreed: ReadonlyMap<ItemId, Day>;
}

/**
 * What is missing, in the order in which it is usually done. Of what is cancelled nothing is, but that a nonconformity which somebody
 * dismissed who might not counts still. Pure.
 */
export function missingOf(item: ItemFact, around: Surroundings): MissingCode[] {
  if (item.lostOn !== null || (item.cancelled && item.kind !== 'nonconformity')) return [];
  switch (item.kind) {
    case 'ai-risk':
      return riskLacks(item, around);
    case 'nonconformity':
      return nonconformityLacks(item, around);
    case 'corrective-action':
      return item.links.some(({ role }) => role === 'corrects') ? [] : ['nonconformity'];
    case 'work':
      return workLacks(item, around);
    default:
      return [];
  }
}

const listed = (...entries: (false | MissingCode)[]): MissingCode[] => entries.filter((entry) => entry !== false);

function riskLacks(item: ItemFact, around: Surroundings): MissingCode[] {
  const { risk } = item;
  if (!risk) return [];
  const above = isAboveThreshold(item, around.settings);
  const gap = acceptanceGap(risk, around.settings, (day) => day < around.today);
  return listed(
    !around.hasSystem && 'system',
    risk.level === null && 'rating',
    above && treatmentsOf(item, around.index).length === 0 && risk.treatmentOption !== 'retain' && 'treatment',
    gap !== null && (above || risk.accepted) && (gap === 'residual-not-accepted' ? 'acceptance' : gap),
  );
}

function nonconformityLacks(item: ItemFact, around: Surroundings): MissingCode[] {
  const { nonconformity, requirements } = item;
  if (!nonconformity) return [];
  const checklist = isDismissed(item) ? [] : checklistOf(item, around.index);
  return listed(
    !isDismissed(item) && requirements.length === 0 && 'requirement',
    unsettledOf(item, around.index, around.agreed) ?? false,
    ...checklist.filter(({ done }) => !done).map(({ code }) => code),
  );
}

function workLacks(item: ItemFact, around: Surroundings): MissingCode[] {
  if (around.requirements.length === 0) return item.links.length > 0 ? ['requirement'] : [];
  return listed(
    !around.hasSystem && around.requirements.some(({ scopeLevel }) => scopeLevel === 'ai-system') && 'system',
    item.effectiveOn === null &&
      around.requirements.some(({ evidenceKind }) => evidenceKind === 'record') &&
      'effective-date',
    isEmpty(item) && 'empty',
  );
}

/** The links that make sense from an item of this kind. */
export function linkRolesOf(kind: ItemFact['kind']): LinkRole[] {
  if (kind === 'ai-system' || kind === 'page') return [];
  if (kind === 'corrective-action') return ['corrects', 'concerns'];
  return kind === 'work' ? ['concerns', 'treats', 'evidences', 'corrects'] : ['concerns'];
}
