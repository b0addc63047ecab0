import type { Requirement } from '../../controls';
import { AppError } from '../errors';
import type { Ingest } from '../ingest/collaborators';

/** The requirement that a caller names. @throws AppError requirement-unknown */
export function requirementOf(requirementId: string, { requirements }: Pick<Ingest, 'requirements'>): Requirement {
  const requirement = requirements.get(requirementId);
  if (!requirement) throw new AppError('requirement-unknown', { detail: requirementId });
  return requirement;
}
