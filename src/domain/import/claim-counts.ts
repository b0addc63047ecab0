import type { ClaimOutcome, InventoryMapping } from '../../../controls';
import type { InterpretedRow } from './interpret';

/**
 * AI systems by what the file says of them for one requirement, each counted once, so that the five add up. Of several
 * claims the first of these stands for the system.
 */
export interface ClaimCounts {
  claimed: number;
  planned: number;
  notKnown: number;
  declaredNo: number;
  notAsked: number;
}

export interface RequirementClaims {
  requirementId: string;
  /** Systems that the file has in scope, and apart from them those that it calls retired or rejected. */
  inScope: ClaimCounts;
  retired: ClaimCounts;
}

const COUNTED_AS: Readonly<Record<ClaimOutcome, keyof ClaimCounts>> = {
  done: 'claimed',
  'in-progress': 'claimed',
  'to-do': 'planned',
  'declared-no': 'declaredNo',
  'not-asked': 'notAsked',
};
const FIRST = ['claimed', 'planned', 'notKnown', 'declaredNo', 'notAsked'] as const;

const noCounts = (): ClaimCounts => ({ claimed: 0, planned: 0, notKnown: 0, declaredNo: 0, notAsked: 0 });

/**
 * What the rows say for each requirement that the mapping asks about, in the mapping's order.
 * @param rows named ones: a row without a name is no AI system
 */
export function claimCounts(rows: readonly InterpretedRow[], mapping: InventoryMapping): RequirementClaims[] {
  const requirementIds = [...new Set(mapping.claims.flatMap(({ requirements }) => requirements))];
  return requirementIds.map((requirementId) => {
    const asked = mapping.claims.filter(({ requirements }) => requirements.includes(requirementId));
    const counts: RequirementClaims = { requirementId, inScope: noCounts(), retired: noCounts() };
    for (const row of rows) {
      // An answer that the mapping does not know is no claim of the row.
      const said = asked.map(({ id }) => row.claims.find((claim) => claim.id === id)?.outcome);
      const ways = said.map((outcome) => (outcome === undefined ? 'notKnown' : COUNTED_AS[outcome]));
      const way = FIRST.find((candidate) => ways.includes(candidate));
      const isRetired = row.stage === 'retired' || row.stage === 'rejected';
      if (way !== undefined) counts[isRetired ? 'retired' : 'inScope'][way] += 1;
    }
    return counts;
  });
}
