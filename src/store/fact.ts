import type { AiRiskFact, AiSystemFact, ItemFact, NonconformityFact } from '../domain/item/item-fact';
import { requirementIdFrom } from '../domain/requirement/requirement-id';

/**
 * A stored fact. Facts are a cache and older rows lack newer parts: those read as "not known" until the item is read
 * again (`setup.reconcile` in full reads all).
 */
export function factFrom(text: string): ItemFact {
  const stored = JSON.parse(text) as ItemFact;
  return {
    ...stored,
    requirements: stored.requirements.map(requirementIdFrom),
    ...(stored.system ? { system: systemFrom(stored.system) } : {}),
    ...(stored.risk ? { risk: riskFrom(stored.risk) } : {}),
    ...(stored.nonconformity ? { nonconformity: nonconformityFrom(stored.nonconformity, stored) } : {}),
  };
}

function systemFrom(stored: Partial<AiSystemFact> & AiSystemFact): AiSystemFact {
  return { ...stored, aiActRoles: stored.aiActRoles ?? [], nextReview: stored.nextReview ?? null };
}

function riskFrom(stored: AiRiskFact): AiRiskFact {
  return { ...stored, inherent: stored.inherent ?? null, residual: stored.residual ?? null };
}

function nonconformityFrom(stored: NonconformityFact, { progress }: ItemFact): NonconformityFact {
  return {
    ...stored,
    stage: stored.stage ?? (progress === 'done' ? 'closed' : 'reported'),
    detectedOn: stored.detectedOn ?? null,
    steps: stored.steps ?? { correction: false, cause: false, effectiveness: false, aimsChanges: false },
  };
}
