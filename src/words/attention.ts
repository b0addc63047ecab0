import { numberOf } from '../domain/requirement/requirement-id';
import { dayWords } from './days';
import { agreeing, counted, countWords } from './numbers';
import { ABOVE_THRESHOLD_NOT_ACCEPTED } from './screens/shared/common';
import { type CauseTold, toReviewWords } from './statement-review';

/** The heading over what stands out. */
export const LOOK_HERE = 'Look here';

/** Beside the name of somebody whose account is closed. */
export const HAS_LEFT = 'has left';

/** What stands behind the number of AI systems whose owner's account is closed. */
export const ownerLeftWords = (count: number): string =>
  `AI ${agreeing(count, 'system', 'systems')} whose owner has left`;

/** What stands behind the numbers on which the eye should fall first. */
export const PROHIBITED_SYSTEMS = 'of the AI Act class “Prohibited” (Art. 5)';
export const UNASSESSED_SYSTEMS = 'in operation without impact assessment';
export const unownedWords = (count: number): string => `AI ${agreeing(count, 'system', 'systems')} without an owner`;
export const aboveThresholdWords = (count: number): string =>
  `${agreeing(count, 'risk', 'risks')} ${ABOVE_THRESHOLD_NOT_ACCEPTED}`;
export const unratedWords = (count: number): string => `${agreeing(count, 'risk', 'risks')} not rated`;
export const acceptanceExpiredWords = (count: number): string =>
  `risk ${agreeing(count, 'acceptance', 'acceptances')} expired`;
export const overdueWords = (count: number): string => `${agreeing(count, 'nonconformity', 'nonconformities')} overdue`;
/** After how many of the required documents are not current. */
export const documentsWords = (required: number): string =>
  `of ${countWords(required)} required documents not current (our count)`;
export const runningOutWords = (count: number): string =>
  `${agreeing(count, 'requirement', 'requirements')} of AI systems whose evidence runs out within 90 days`;

/** Why the page of the AI policy waits for an approval: "changed since its approval (version 3), review due 3 Dec 2026". */
export function policyAwaitsWords(policy: {
  version: number;
  isChanged: boolean;
  due: { day: string; overdue: boolean } | null;
}): string {
  const { version, isChanged, due } = policy;
  const changed = isChanged ? [`changed since its approval (version ${version})`] : [];
  const review = due === null ? [] : [`${due.overdue ? 'review was due' : 'review due'} ${dayWords(due.day)}`];
  return [...changed, ...review].join(', ');
}

/** Stands where Confluence could not be asked. */
export const POLICY_UNKNOWN =
  'Whether the AI policy changed since its approval is not known: Confluence cannot be reached.';

/** What stands beside something that the organisation has once and approves. */
export function organisationAwaitsWords(waiting: {
  what: 'to-approve' | 'returned' | 'ends' | 'to-review';
  due: { day: string; overdue: boolean } | null;
  causes: readonly CauseTold[];
}): string {
  if (waiting.what === 'to-approve') return 'submitted: it waits for your approval';
  if (waiting.what === 'returned') return 'returned: somebody asks for a change';
  if (waiting.what === 'to-review') return toReviewWords(waiting.causes);
  const { day = '', overdue = false } = waiting.due ?? {};
  return `its approval ${overdue ? 'ended' : 'ends'} ${dayWords(day)}: submit it again`;
}

/** Check N3, below the requirement on which somebody concluded. */
export const unraisedWords = (concludedOn: string): string =>
  `concluded on ${dayWords(concludedOn)} as nonconforming, and nothing was raised: raise the nonconformity`;
export const moreUnraisedWords = (count: number): string =>
  `and ${counted(count, 'more such conclusion', 'more such conclusions')}`;

/** What a triage, or something that is met in common, waits for; beside its issue. */
export function subjectAwaitsWords({
  kind,
  requirementId,
  what,
  due,
}: {
  kind: 'triage' | 'in-common';
  requirementId: string | null;
  what: 'submitted' | 'returned' | 'ends' | 'one-person';
  due: { day: string; overdue: boolean } | null;
}): string {
  const about =
    kind === 'triage' ? 'its triage' : `${requirementId === null ? '' : `${numberOf(requirementId)} `}met in common`;
  const day = due === null ? '' : ` ${dayWords(due.day)}`;
  switch (what) {
    case 'submitted':
      return `${about}: submitted, it waits for your approval`;
    case 'returned':
      return `${about}: returned, somebody asks for a change`;
    case 'ends':
      return `${about}: its approval ${due?.overdue ? 'ended' : 'ends'}${day}, submit it again`;
    case 'one-person':
      return `${about}: one person alone decided it, it needs a second person until${day}`;
  }
}
