import { randomUUID } from 'node:crypto';
import type { Context } from '../../context';
import { ORGANISATION } from '../../domain/coverage/cell';
import { issueIdOf, itemIdOf } from '../../domain/item/item-id';
import { AppError } from '../../errors';
import { reachedBy } from '../../ingest/decided';
import { linkIssues } from '../../jira/edit-as-user';
import { whatIssueIs } from '../../jira/issue-nature';
import { askToRead, askToRecount } from '../../queue/facts-queue';
import { appendDecision } from '../../store/append';
import { readConclusion } from '../../store/conclusion';
import { nameRequirement } from '../issues/edit';
import type { UseCase } from '../use-case';

/**
 * Says that a nonconformity was raised from a conclusion. The issue was created by the caller, and is given the requirement and the
 * AI system as the caller, so that its closing is seen where the conclusion was given. Repeating it changes nothing.
 */
export const raiseNonconformity: UseCase<'conclusion.raise'> = async (
  { decisionId: from, issueId },
  context,
  { accountId },
) => {
  const conclusion = await readConclusion(from);
  if (conclusion === null || conclusion.withdrawn !== null) throw new AppError('conclusion-unknown');
  if (conclusion.body.result !== 'nonconforming') throw new AppError('conclusion-finds-nothing');
  await mustBeOpenNonconformity(issueId, context);
  const { scope, requirementId } = conclusion;
  await nameRequirement({ issueId, requirementId }, context);
  if (scope !== ORGANISATION) await concern(issueId, scope, context);
  const about = { kind: 'conclusion-raised', subject: scope, requirementId } as const;
  const { decisionId, appended } = await appendDecision(accountId, {
    decisionId: randomUUID(),
    ...about,
    at: context.now(),
    body: { decisionId: from, item: itemIdOf(issueId) },
  });
  if (appended) await askToRecount(reachedBy([about], context));
  return { decisionId };
};

/** What was closed before was not raised from it. @throws AppError not-an-open-nonconformity */
async function mustBeOpenNonconformity(issueId: string, { configuration }: Pick<Context, 'configuration'>) {
  const { projectId, typeId, isDone } = await whatIssueIs(issueId);
  const isOurs = configuration.projects.includes(projectId) && typeId === configuration.issueTypes.nonconformity;
  if (!isOurs || isDone) throw new AppError('not-an-open-nonconformity');
}

async function concern(issueId: string, scope: string, { configuration }: Pick<Context, 'configuration'>) {
  const linkTypeId = configuration.linkTypes.concerns;
  const systemId = issueIdOf(scope);
  if (!linkTypeId || systemId === null) throw new AppError('setup-not-started');
  await linkIssues({ id: issueId }, linkTypeId, { id: systemId });
  await askToRead([itemIdOf(issueId)]);
}
