import { randomUUID } from 'node:crypto';
import { itemIdOf } from '../../domain/item/item-id';
import { IMPACT_ASSESSMENT } from '../../domain/requirement/named';
import { AppError } from '../../errors';
import { reachedBy } from '../../ingest/decided';
import { askToRecount } from '../../queue/facts-queue';
import { appendDecision } from '../../store/append';
import { readFacts } from '../../store/item';
import { requirementOf } from '../coverage/seen';
import type { UseCase } from '../use-case';

/** Lets an item without an AI system count for every system to which the requirement applies. */
export const meetInCommon: UseCase<'evidence.meetInCommon', 'catalogue' | 'requirements' | 'now'> = async (
  { requirementId, issueId, withdrawn },
  context,
  { accountId },
) => {
  requirementOf(requirementId, context);
  const item = itemIdOf(issueId);
  const about = { kind: 'met-in-common', subject: item, requirementId } as const;
  const { decisionId, appended } = await appendDecision(accountId, {
    decisionId: randomUUID(),
    ...about,
    at: context.now(),
    body: { requirementId, item, withdrawn },
  });
  if (appended) await askToRecount(reachedBy([about], context));
  return { decisionId };
};

/** The triage of 6.1.4: whether an AI system needs an impact assessment, by which criteria. */
export const triageImpact: UseCase<'impact.triage', 'catalogue' | 'requirements' | 'now' | 'zone'> = async (
  { systemIssueId, needed, criteria },
  context,
  { accountId },
) => {
  const systemId = await knownSystem(systemIssueId);
  const at = context.now();
  const about = { kind: 'impact-triage', subject: systemId, requirementId: IMPACT_ASSESSMENT } as const;
  const { decisionId, appended } = await appendDecision(accountId, {
    decisionId: randomUUID(),
    ...about,
    at,
    body: { systemId, needed, criteria, approvedOn: context.zone.dayOf(at) },
  });
  if (appended) await askToRecount(reachedBy([about], context));
  return { decisionId };
};

/** The item id of an AI system of the register. @throws AppError ai-system-unknown */
export async function knownSystem(issueId: string): Promise<string> {
  const [fact] = await readFacts([itemIdOf(issueId)]);
  if (fact?.kind !== 'ai-system' || fact.lostOn !== null) throw new AppError('ai-system-unknown');
  return fact.id;
}
