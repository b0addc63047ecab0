import type { Requirement } from '../../controls';
import { AppError } from '../errors';
import type { Ingest } from '../ingest/collaborators';
import type { Caller } from './authorise';

/** The requirement that a caller names. @throws AppError requirement-unknown */
export function requirementOf(requirementId: string, { requirements }: Pick<Ingest, 'requirements'>): Requirement {
  const requirement = requirements.get(requirementId);
  if (!requirement) throw new AppError('requirement-unknown', { detail: requirementId });
  return requirement;
}

/**
 * As `requirementOf`, for somebody who asks about its figures.
 * @throws AppError figures-of-organisation where it is met once and nothing of the organisation is theirs to see
 */
export function requirementSeen(
  requirementId: string,
  ingest: Ingest,
  { organisation }: Pick<Caller, 'organisation'>,
): Requirement {
  const requirement = requirementOf(requirementId, ingest);
  if (requirement.scopeLevel === 'organisation' && organisation !== 'everything')
    throw new AppError('figures-of-organisation');
  return requirement;
}
