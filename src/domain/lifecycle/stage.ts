import type { Stage } from '../../../controls';
import type { AiSystemFact, ItemFact } from '../item/item-fact';

/** Every stage by the name of its status, in the order of the life cycle; the two ends of it stand last. */
export const STAGE_WORDS = {
  inception: 'Inception',
  'design-and-development': 'Design and development',
  'verification-and-validation': 'Verification and validation',
  deployment: 'Deployment',
  'operation-and-monitoring': 'Operation and monitoring',
  're-evaluation': 'Re-evaluation',
  retired: 'Retired',
  rejected: 'Rejected',
} as const satisfies Record<Stage, string>;

export const STAGES = Object.keys(STAGE_WORDS) as [Stage, ...Stage[]];

/** The life cycle of ISO/IEC 22989 as the blueprint's workflow has it; Re-evaluation counts as Operation. */
const ORDER: Readonly<Record<Stage, number>> = {
  inception: 0,
  'design-and-development': 1,
  'verification-and-validation': 2,
  deployment: 3,
  'operation-and-monitoring': 4,
  're-evaluation': 4,
  retired: 5,
  rejected: 0,
};

/** Whether a system whose furthest stage is `furthest` has come as far as `stage`. */
export function hasReached(furthest: Stage, stage: Stage): boolean {
  return ORDER[furthest] >= ORDER[stage];
}

/**
 * The furthest of the stages a system has been in. Retired and Rejected end the life cycle and are no place in it.
 * Without any stage that can be read the answer is Operation: unknown is never the mild state.
 */
export function furthestStage(stages: readonly Stage[]): Stage {
  const lived = stages.filter((stage) => stage !== 'retired' && stage !== 'rejected');
  if (lived.length === 0) return 'operation-and-monitoring';
  const furthest = lived.reduce((a, b) => (ORDER[b] > ORDER[a] ? b : a));
  return furthest === 're-evaluation' ? 'operation-and-monitoring' : furthest;
}

/** Whether the system carries cells: neither retired nor rejected, and not taken out of the AIMS with a reason (4.3). */
export function isInScope(system: AiSystemFact): boolean {
  if (system.stage === 'retired' || system.stage === 'rejected') return false;
  return !(system.inScope === 'no' && system.scopeReasonGiven);
}

/** Whether what was an AI system in scope is that no longer: ended, taken out, lost, or of another type. What nobody has read has not left. */
export const hasLeftScope = (item: ItemFact | undefined): boolean =>
  item !== undefined && (item.lostOn !== null || !item.system || !isInScope(item.system));
