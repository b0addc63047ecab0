import { AppError } from '../../errors';
import { readContentAt } from '../../store/approval';
import type { UseCase } from '../use-case';
import { act } from './act';
import { KINDS } from './kinds';
import { mustSee } from './sees';
import { tellSubmitted } from './tell';

/**
 * Locks a draft as the caller saw it, for another person to approve, who is told.
 * @throws AppError draft-unchanged, content-changed, approval-incomplete
 */
export const submitForApproval: UseCase<'approval.submit', 'catalogue' | 'now' | 'log'> = async (
  { revision, ...of },
  context,
  { accountId },
) => {
  await mustSee(of);
  const submitted = await act(of, 'submitted', accountId, async (course) => {
    if (course.state === 'none') throw new AppError('draft-unchanged');
    if (course.revision !== revision) throw new AppError('content-changed');
    const open = await KINDS[of.kind].open(await readContentAt(of, revision), context, of.subject);
    if (open !== null) throw new AppError('approval-incomplete', { detail: open });
    return { at: context.now() };
  });
  await tellSubmitted(of, accountId, context);
  return { revision: submitted };
};

/** Takes back what was submitted, so that it can be changed. */
export const takeBack: UseCase<'approval.takeBack', 'now'> = async (of, context, { accountId }) => {
  await mustSee(of);
  return { revision: await act(of, 'taken-back', accountId, async () => ({ at: context.now() })) };
};
