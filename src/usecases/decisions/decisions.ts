import { randomUUID } from 'node:crypto';
import { ORGANISATION } from '../../domain/coverage/cell';
import { addMonths } from '../../domain/day';
import { itemIdOf } from '../../domain/item/item-id';
import { IMPACT_ASSESSMENT, STATEMENT_OF_APPLICABILITY } from '../../domain/requirement/named';
import { numberOf } from '../../domain/requirement/requirement-id';
import { controlsOfStatement } from '../../domain/requirement/statement';
import { latestToday } from '../../domain/time-zone';
import { AppError, DETAILS } from '../../errors';
import { reachedBy } from '../../ingest/decided';
import { askToRecount } from '../../queue/facts-queue';
import { appendDecision, appendDecisions } from '../../store/append';
import { readApplicability, readConclusion } from '../../store/decision';
import { readFacts } from '../../store/item';
import { requirementOf } from '../coverage/seen';
import type { UseCase } from '../use-case';
import { requireIndependent } from './independence';

/** A conclusion is current for a year unless it says otherwise. */
const CONCLUSION_MONTHS = 12;
/** No longer than the three years of a certification cycle (ISO/IEC 17021-1). */
const LONGEST_MONTHS = 36;

/** Decides on the applicability of controls; it changes figures once it is part of an approved Statement of Applicability. */
export const decideApplicability: UseCase<'applicability.decide', 'catalogue' | 'requirements' | 'now'> = async (
  { decisions },
  context,
  { accountId },
) => {
  for (const { requirementId } of decisions) {
    if (!requirementOf(requirementId, context).excludable)
      throw new AppError('clause-not-excludable', { detail: numberOf(requirementId) });
  }
  const at = context.now();
  const entries = decisions.map((body) => ({
    decisionId: randomUUID(),
    kind: 'applicability' as const,
    subject: ORGANISATION,
    requirementId: body.requirementId,
    at,
    body,
  }));
  const answers = await appendDecisions(accountId, entries);
  const decided = entries.filter((_, place) => answers[place]?.appended);
  await askToRecount(reachedBy(decided, context));
  return { accepted: true };
};

/** Freezes the newest decisions as the next version of the Statement of Applicability (6.1.3). */
export const approveApplicability: UseCase<
  'applicability.approve',
  'catalogue' | 'requirements' | 'now' | 'zone'
> = async (_input, context, { accountId }) => {
  const { applicability, newestVersion } = await readApplicability(context.zone);
  const controls = controlsOfStatement(context.catalogue);
  const open = controls.filter((control) => !applicability.newest.get(control.id)?.reason.trim());
  if (open.length > 0)
    throw new AppError('decisions-incomplete', {
      detail: DETAILS.controlsOpen(open.map(({ number }) => number)),
    });
  const version = newestVersion + 1;
  const about = { kind: 'soa-approval', subject: ORGANISATION, requirementId: STATEMENT_OF_APPLICABILITY } as const;
  await appendDecision(accountId, {
    decisionId: randomUUID(),
    ...about,
    at: context.now(),
    body: { version, decisions: [...applicability.newest.values()] },
  });
  await askToRecount(reachedBy([about], context));
  return { version };
};

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
