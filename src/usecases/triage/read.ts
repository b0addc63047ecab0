import { triage } from '../../../controls/decisions';
import { changedKeys } from '../../domain/approval/compare';
import { Calendar } from '../../domain/day';
import { itemIdOf } from '../../domain/item/item-id';
import { closedFor } from '../../domain/triage/closed';
import { triagePoints } from '../../domain/triage/points';
import { answerOf, thenOf } from '../../domain/triage/row';
import { triageStanding } from '../../domain/triage/standing';
import { AppError } from '../../errors';
import type { Subject } from '../../store/approval';
import { readCellContext } from '../../store/context';
import { decisionsFrom } from '../../store/decision';
import { triagePointWords } from '../../words/triage';
import { courseViewOf, readAsSeen } from '../approvals/course';
import { partInApprovals } from '../approvals/part';
import type { UseCase } from '../use-case';

/** The triage of an AI system: its answers, how far they have come, and whether one counts today. */
export const readTriage: UseCase<'triage.read', 'configuration' | 'zone' | 'today'> = async ({ issueId }, context) => {
  const of: Subject = { kind: 'triage', subject: itemIdOf(issueId) };
  const known = await readCellContext([of.subject], [], [], context.zone);
  const system = known.facts.get(of.subject);
  if (!system?.system || system.lostOn !== null) throw new AppError('ai-system-unknown');
  const part = await partInApprovals();
  const { course, approved, shown } = await readAsSeen(of, part);
  const now = thenOf(system.system);
  const decisions = decisionsFrom(known);
  const { settings } = context.configuration;
  return {
    ...(await courseViewOf(course, part, context)),
    closed: closedFor(now)?.says ?? null,
    answers: triage.questions.flatMap(({ id: question }) => {
      const given = answerOf(shown, question);
      return given === null ? [] : [{ question, answer: given.answer, reason: given.reason }];
    }),
    changed: changedKeys(approved, shown),
    open: part.seesDraft ? triagePoints(shown, now).map(triagePointWords) : [],
    standing: triageStanding(system, known.facts, decisions, settings, new Calendar(context.today())),
  };
};
