import { randomUUID } from 'node:crypto';
import { ORGANISATION } from '../../domain/coverage/cell';
import { addMonths } from '../../domain/day';
import { itemIdOf } from '../../domain/item/item-id';
import { latestToday } from '../../domain/time-zone';
import { AppError } from '../../errors';
import { reachedBy } from '../../ingest/decided';
import { askToRecount } from '../../queue/facts-queue';
import { appendDecision } from '../../store/append';
import { readConclusion } from '../../store/decision';
import { readFacts } from '../../store/item';
import { requirementOf } from '../coverage/seen';
import type { UseCase } from '../use-case';
import { requireIndependent } from './independence';

/** A conclusion is current for a year unless it says otherwise. */
const CONCLUSION_MONTHS = 12;
/** No longer than the three years of a certification cycle (ISO/IEC 17021-1). */
const LONGEST_MONTHS = 36;

/** Records a dated judgement, by somebody who is independent of what it is about (9.2.2). */
export const recordConclusion: UseCase<'conclusion.record'> = async (input, context, { accountId }) => {
  const requirement = requirementOf(input.requirementId, context);
  const scope = input.systemIssueId === null ? ORGANISATION : await knownSystem(input.systemIssueId);
  const at = context.now();
  const validUntil = input.validUntil ?? addMonths(input.concludedOn, CONCLUSION_MONTHS);
  if (input.concludedOn > latestToday(at)) throw new AppError('conclusion-day');
  if (validUntil < input.concludedOn || validUntil > addMonths(input.concludedOn, LONGEST_MONTHS))
    throw new AppError('conclusion-end');
  await requireIndependent(accountId, scope, requirement, context);
  const about = { kind: 'conclusion', subject: scope, requirementId: requirement.id } as const;
  const { decisionId, appended } = await appendDecision(accountId, {
    decisionId: randomUUID(),
    ...about,
    at,
    body: {
      requirementId: requirement.id,
      scope,
      result: input.result,
      concludedOn: input.concludedOn,
      validUntil,
      kind: input.kind,
      sample: input.sample,
    },
  });
  if (appended) await askToRecount(reachedBy([about], context));
  return { decisionId };
};

/** Takes a conclusion back, with a reason: by whoever may audit, who gave it or another. Append-only; once is enough. */
export const withdrawConclusion: UseCase<'conclusion.withdraw', 'catalogue' | 'requirements' | 'now'> = async (
  { decisionId: withdrawn, reason },
  context,
  { accountId },
) => {
  const conclusion = await readConclusion(withdrawn);
  if (conclusion === null) throw new AppError('conclusion-unknown');
  const { scope, requirementId } = conclusion;
  const about = { kind: 'conclusion-withdrawal', subject: scope, requirementId } as const;
  const { decisionId, appended } = await appendDecision(accountId, {
    decisionId: randomUUID(),
    ...about,
    at: context.now(),
    body: { decisionId: withdrawn, reason },
  });
  if (appended) await askToRecount(reachedBy([about], context));
  return { decisionId };
};

async function knownSystem(issueId: string): Promise<string> {
  const [fact] = await readFacts([itemIdOf(issueId)]);
  if (fact?.kind !== 'ai-system' || fact.lostOn !== null) throw new AppError('ai-system-unknown');
  return fact.id;
}
