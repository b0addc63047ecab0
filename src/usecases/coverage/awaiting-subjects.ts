import type { Context } from '../../context';
import type { Output } from '../../contract/procedures';
import { addDays, addMonths } from '../../domain/day';
import { inCommonSubjectFrom } from '../../domain/in-common/subject';
import type { ItemFact } from '../../domain/item/item-fact';
import { issueIdOf } from '../../domain/item/item-id';
import { comesDue } from '../../domain/item/needs';
import { issuesAsViewer } from '../../jira/viewed-issue';
import { type AwaitingSubject, readAwaitingSubjects } from '../../store/awaiting-subjects';
import { readFacts } from '../../store/item';
import { issueView } from '../visible';

type View = Output<'viewer.needs'>['awaiting']['subjects'];

/** An end is told so many days before, and for a month after. */
const AHEAD_DAYS = 60;
/** Approvals count for so long. */
const MONTHS = 12;
const LISTED = 20;

/**
 * Triages, and what is met in common: for whoever may approve, what is submitted, unless they wrote of it or the AI system is theirs;
 * for whoever manages, what was returned, ends soon or needs a second person.
 */
export async function subjectsAwaiting(
  projectId: string | null,
  { decides, manages }: { decides: boolean; manages: boolean },
  accountId: string,
  { today, zone }: Pick<Context, 'today' | 'zone'>,
): Promise<View> {
  const from = zone.startOf(addMonths(today(), -MONTHS - 1));
  const to = zone.startOf(addDays(addMonths(today(), -MONTHS), AHEAD_DAYS + 1));
  const waiting = (await readAwaitingSubjects(accountId, { from, to })).filter(({ what, isMine }) =>
    what === 'submitted' ? decides && !isMine : manages,
  );
  if (waiting.length === 0) return [];
  const facts = new Map((await readFacts([...new Set(waiting.map(itemOf))])).map((fact) => [fact.id, fact]));
  const listed = waiting
    .filter((one) => isTold(one, facts.get(itemOf(one)), projectId, accountId))
    .map((one) => ({ ...one, due: one.until === null ? null : comesDue(one.until, today(), AHEAD_DAYS) }))
    .filter(({ what, due }) => (what === 'one-person' ? due !== null && !due.overdue : what !== 'ends' || due !== null))
    .slice(0, LISTED);
  const visible = await issuesAsViewer([...new Set(listed.flatMap((one) => issueIdOf(itemOf(one)) ?? []))]);
  return listed.flatMap(({ kind, subject, what, due }) => {
    const issueId = issueIdOf(itemOf({ kind, subject })) ?? '';
    const issue = visible.get(issueId);
    const requirementId = kind === 'in-common' ? inCommonSubjectFrom(subject).requirementId : null;
    return issue ? [{ ...issueView(issueId, issue), kind, requirementId, what, due }] : [];
  });
}

const itemOf = ({ kind, subject }: Pick<AwaitingSubject, 'kind' | 'subject'>): string =>
  kind === 'triage' ? subject : inCommonSubjectFrom(subject).item;

function isTold(
  { kind, what }: AwaitingSubject,
  fact: ItemFact | undefined,
  projectId: string | null,
  accountId: string,
): boolean {
  if (fact === undefined || fact.lostOn !== null) return false;
  if (projectId !== null && fact.projectId !== projectId) return false;
  return what !== 'submitted' || kind !== 'triage' || !fact.people.includes(accountId);
}
