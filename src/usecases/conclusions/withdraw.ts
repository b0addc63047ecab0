import { randomUUID } from 'node:crypto';
import { AppError } from '../../errors';
import { reachedBy } from '../../ingest/decided';
import { hasAppPermission } from '../../jira/permission';
import { askToRecount } from '../../queue/facts-queue';
import { appendDecision } from '../../store/append';
import { readConclusion } from '../../store/conclusion';
import type { UseCase } from '../use-case';

/** Takes a conclusion back, with a reason: by whoever gave it, or may audit. Append-only; once is enough. */
export const withdrawConclusion: UseCase<'conclusion.withdraw', 'catalogue' | 'requirements' | 'now'> = async (
  { decisionId: withdrawn, reason },
  context,
  { accountId },
) => {
  const conclusion = await readConclusion(withdrawn);
  if (conclusion === null) throw new AppError('conclusion-unknown');
  if (conclusion.by !== accountId && !(await hasAppPermission('audit-aims')))
    throw new AppError('conclusion-not-yours');
  const about = {
    kind: 'conclusion-withdrawal',
    subject: conclusion.scope,
    requirementId: conclusion.requirementId,
  } as const;
  const { decisionId, appended } = await appendDecision(accountId, {
    decisionId: randomUUID(),
    ...about,
    at: context.now(),
    body: { decisionId: withdrawn, reason },
  });
  if (appended) await askToRecount(reachedBy([about], context));
  return { decisionId };
};
