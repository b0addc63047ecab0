import type { ConditionKey } from '../../../controls';
import type { AiSystemFact, Answer } from '../item/item-fact';
import type { OurPart } from '../vocabulary/ai-system';

/** What is asked of an AI system before a control applies to it. */
export type Condition = ConditionKey;

const possibly = (answer: Answer): boolean => answer !== 'no';

/** An empty *Our part* is "not known" and counts as every part. */
function plays(system: AiSystemFact, ...parts: OurPart[]): boolean {
  return system.ourPart.length === 0 || parts.some((part) => system.ourPart.includes(part));
}

/**
 * Whether the condition of an `ai-system` requirement holds for a system. Empty fields count as true: what is not
 * known is asked for, not assumed away.
 * @param impactAssessmentWaived the triage of 8.4 says "none needed", with criteria, approver and date
 */
export function conditionHolds(
  condition: ConditionKey,
  system: AiSystemFact,
  impactAssessmentWaived: boolean,
): boolean {
  switch (condition) {
    case 'triage-not-none':
      return !impactAssessmentWaived;
    case 'third-parties-involved':
      return possibly(system.thirdPartiesInvolved);
    case 'develop-or-adapt':
      return plays(system, 'develop', 'adapt');
    case 'develop-adapt-or-control-input-data':
      return plays(system, 'develop', 'adapt') || possibly(system.controlsInputData);
    case 'control-logs':
      return possibly(system.controlsLogs);
    case 'develop-or-provide':
      return plays(system, 'develop', 'provide');
    case 'use':
      return plays(system, 'use');
  }
}
