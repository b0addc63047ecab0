import type { CoverageState } from '../coverage/state';
import { IMPACT_ASSESSMENT, RISK_ASSESSMENT } from '../requirement/named';
import type { ItemFact } from './item-fact';

/** What an AI system needs first of all: its risks, and the two assessments. */
export type NextIssue = 'impact-assessment' | 'risk' | 'risk-assessment';

export interface SystemSurroundings {
  /** How many AI risks concern it. */
  risks: number;
  /** The state of a requirement of its own; null where it does not count. */
  stateOf: (requirementId: string) => CoverageState | null;
}

/**
 * What to begin with, in the order in which the one feeds the other. An assessment is next when it is due and nothing is linked
 * for it, which is what a gap says. Nothing is next for a system that has ended or is left out of the scope. Pure.
 */
export function nextIssuesOf(item: ItemFact, { risks, stateOf }: SystemSurroundings): NextIssue[] {
  if (item.kind !== 'ai-system' || item.cancelled || item.lostOn !== null || !item.system) return [];
  const { stage, inScope } = item.system;
  if (inScope === 'no' || stage === 'retired' || stage === 'rejected') return [];
  const issues: (false | NextIssue)[] = [
    stateOf(IMPACT_ASSESSMENT) === 'gap' && 'impact-assessment',
    risks === 0 && 'risk',
    stateOf(RISK_ASSESSMENT) === 'gap' && 'risk-assessment',
  ];
  return issues.filter((issue) => issue !== false);
}
