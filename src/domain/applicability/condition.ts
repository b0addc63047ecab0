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

/** Whether each condition is true of a system; `isWaived`: the triage of 8.4 says that no assessment is needed. */
const HOLDS: Readonly<Record<ConditionKey, (system: AiSystemFact, isWaived: () => boolean) => boolean>> = {
  'triage-not-none': (_system, isWaived) => !isWaived(),
  'third-parties-involved': (system) => possibly(system.thirdPartiesInvolved),
  'develop-or-adapt': (system) => plays(system, 'develop', 'adapt'),
  'develop-adapt-or-control-input-data': (system) =>
    plays(system, 'develop', 'adapt') || possibly(system.controlsInputData),
  'control-logs': (system) => possibly(system.controlsLogs),
  'develop-or-provide': (system) => plays(system, 'develop', 'provide'),
  use: (system) => plays(system, 'use'),
};

/** Every condition that a control can have. */
export const CONDITIONS = Object.keys(HOLDS) as [ConditionKey, ...ConditionKey[]];

/**
 * Whether the condition of an `ai-system` requirement holds for a system. Empty fields count as true: what is not
 * known is asked for, not assumed away.
 * @param isWaived whether a triage counts that says "none needed"; asked only where the condition hangs on it
 */
export const conditionHolds = (condition: ConditionKey, system: AiSystemFact, isWaived: () => boolean): boolean =>
  HOLDS[condition](system, isWaived);
