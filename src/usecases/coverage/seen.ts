import type { Requirement } from '../../../controls';
import type { Context } from '../../context';
import type { Caller } from '../../contract/access';
import { AppError } from '../../errors';

/** The requirement that a caller names. @throws AppError requirement-unknown */
export function requirementOf(requirementId: string, { requirements }: Pick<Context, 'requirements'>): Requirement {
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
  context: Pick<Context, 'requirements'>,
  { organisation }: Pick<Caller, 'organisation'>,
): Requirement {
  const requirement = requirementOf(requirementId, context);
  if (requirement.scopeLevel === 'organisation' && organisation !== 'everything')
    throw new AppError('figures-of-organisation');
  return requirement;
}
