import { randomUUID } from 'node:crypto';
import type { Input } from '../../contract/procedures';
import { ORGANISATION } from '../../domain/coverage/cell';
import { addMonths } from '../../domain/day';
import { itemIdOf } from '../../domain/item/item-id';
import { latestToday } from '../../domain/time-zone';
import { AppError } from '../../errors';
import { reachedBy } from '../../ingest/decided';
import { issuesAsViewer } from '../../jira/viewed-issue';
import { askToRecount } from '../../queue/facts-queue';
import { appendDecision } from '../../store/append';
import { requirementOf } from '../coverage/seen';
import { requireIndependent } from '../decisions/independence';
import { knownSystem } from '../systems/known';
import type { UseCase } from '../use-case';

/** A conclusion is current for a year unless it says otherwise, and no longer. */
const MONTHS = 12;
/** Of an external audit no longer than the three years of a certification cycle (ISO/IEC 17021-1). */
const MONTHS_OF_EXTERNAL_AUDIT = 36;
/** What was looked at is said in so many characters at least, where no issue is picked. */
const SAMPLE_LENGTH = 20;

/** Records a dated judgement, by somebody who is independent of what it is about (9.2.2). */
export const recordConclusion: UseCase<'conclusion.record'> = async (input, context, { accountId }) => {
  const requirement = requirementOf(input.requirementId, context);
  const scope = input.systemIssueId === null ? ORGANISATION : itemIdOf(input.systemIssueId);
  if (scope !== ORGANISATION) await knownSystem(scope);
  const at = context.now();
  if (input.concludedOn > latestToday(at)) throw new AppError('conclusion-day');
  const validUntil = endOf(input);
  const items = await sampleOf(input);
  const isExternal = input.kind === 'external-audit';
  if (isExternal && !(input.auditBody && input.report)) throw new AppError('conclusion-body');
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
      items,
      auditBody: isExternal ? input.auditBody : null,
      report: isExternal ? input.report : null,
    },
  });
  if (appended) await askToRecount(reachedBy([about], context));
  return { decisionId };
};

/** @throws AppError conclusion-end */
function endOf({ concludedOn, validUntil, kind }: Input<'conclusion.record'>): string {
  const end = validUntil ?? addMonths(concludedOn, MONTHS);
  const longest = kind === 'external-audit' ? MONTHS_OF_EXTERNAL_AUDIT : MONTHS;
  if (end < concludedOn || end > addMonths(concludedOn, longest)) throw new AppError('conclusion-end');
  return end;
}

/**
 * The items that were looked at. Where nothing was sampled there is nothing to name.
 * @throws AppError conclusion-sample; jira-not-found for an issue that the caller may not see
 */
async function sampleOf({ result, sample, sampledIssueIds }: Input<'conclusion.record'>): Promise<string[]> {
  const wanted = [...new Set(sampledIssueIds)].sort();
  if (result !== 'not-sampled' && wanted.length === 0 && sample.length < SAMPLE_LENGTH)
    throw new AppError('conclusion-sample');
  const visible = await issuesAsViewer(wanted);
  if (wanted.some((id) => !visible.has(id))) throw new AppError('jira-not-found');
  return wanted.map(itemIdOf);
}
