import type { Day } from '../day';
import { isInScope } from '../lifecycle/stage';
import { hasKnownEnd, isLiving } from '../risk/risk';
import type { Grade, NonconformityStage } from '../vocabulary/nonconformity';
import type { ItemFact, Rating } from './item-fact';
import type { Acceptance } from './witness';

/**
 * Where an item stands, in one word that totals group by and registers filter by:
 * - an AI system: its stage, or `out-of-scope`
 * - a living AI risk: `accepted` or `open`
 * - a nonconformity: its stage
 * - anything else: its progress; what is lost or no longer counts: `lost`, `gone`
 */
export type Standing = string;
const LOST = 'lost';
export const GONE = 'gone';
export const ACCEPTED = 'accepted';
export const CLOSED: NonconformityStage = 'closed';
/** Standings of AI systems that have ended, or are not in the scope of the AIMS. */
export const OUT_OF_SCOPE_STANDINGS: readonly Standing[] = ['retired', 'rejected', 'out-of-scope'];

export function standingOf(fact: ItemFact): Standing {
  if (fact.lostOn !== null) return LOST;
  if (fact.system) return systemStanding(fact.system);
  if (fact.risk) {
    if (!isLiving(fact)) return GONE;
    return fact.risk.accepted && hasKnownEnd(fact) ? ACCEPTED : 'open';
  }
  if (fact.nonconformity) return fact.cancelled ? GONE : fact.nonconformity.stage;
  return fact.progress;
}

function systemStanding(system: NonNullable<ItemFact['system']>): Standing {
  const ended = system.stage === 'retired' || system.stage === 'rejected';
  return isInScope(system) || ended ? system.stage : 'out-of-scope';
}

/** Of a living risk, what totals and the heat maps count. */
export interface RiskFacets {
  inherent: Rating | null;
  residual: Rating | null;
  accepted: boolean;
  acceptanceExpires: Day | null;
  acceptance: Pick<Acceptance, 'on' | 'by' | 'changed'> | null;
}

/** Of a nonconformity, what totals count. */
export interface NonconformityFacets {
  grade: Grade;
  stage: NonconformityStage;
  detectedOn: Day | null;
  effectivenessDue: Day | null;
}

/** How many items have the same facets. */
export interface Counted<Facets> {
  facets: Facets;
  count: number;
}
