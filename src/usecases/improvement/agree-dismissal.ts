import { randomUUID } from 'node:crypto';
import { itemIdOf } from '../../domain/item/item-id';
import { violationOf } from '../../domain/nonconformity/violation';
import { AppError } from '../../errors';
import { ownerFields } from '../../ingest/fields';
import { partsOf } from '../../jira/involvement';
import { mayView } from '../../jira/permission';
import { askToRead } from '../../queue/facts-queue';
import { appendDecision } from '../../store/append';
import { readAround } from '../../store/issue-context';
import { settledBy } from '../../store/witness';
import { ownSince } from '../decisions/independence';
import type { UseCase } from '../use-case';

/**
 * Somebody who audits agrees that a nonconformity which an audit raised is none, or an observation, as it was dismissed. Until then it
 * violates. Whoever dismissed it, or has or had the issue, does not agree to it.
 * @throws AppError not-allowed, nothing-to-agree, audited-here
 */
export const agreeDismissal: UseCase<'nonconformity.agree', 'configuration' | 'zone' | 'now' | 'today'> = async (
  { issueId, reason },
  context,
  { accountId },
) => {
  if (!(await mayView({ issueId })).browses) throw new AppError('not-allowed');
  const item = itemIdOf(issueId);
  const { own, incoming, agreed } = await readAround(item);
  const settledOn = own?.nonconformity?.settling?.on ?? null;
  const index = new Map(incoming.map(({ fact }) => [fact.id, fact]));
  const violation = own && violationOf(own, index, agreed);
  if (violation?.code !== 'dismissal-not-agreed' || settledOn === null) throw new AppError('nothing-to-agree');
  const parts = (await partsOf(accountId, [issueId], ownerFields(context), ownSince(context))).get(issueId);
  // Its reporter may be the auditor who found it.
  if (parts?.has('assignee') || parts?.has('owner') || (await settledBy(accountId, [item], 0)).size > 0)
    throw new AppError('audited-here');
  const { decisionId, appended } = await appendDecision(accountId, {
    decisionId: randomUUID(),
    kind: 'dismissal-agreement',
    subject: item,
    requirementId: '',
    at: context.now(),
    body: { item, settledOn, reason },
  });
  if (appended) await askToRead([item]);
  return { decisionId };
};
