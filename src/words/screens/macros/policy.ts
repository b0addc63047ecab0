import { dayWords } from '../../days';
import { counted } from '../../numbers';

/** The AI policy on a page: its text and how it stands. */
export const PUBLISH_FIRST = 'Publish the page first: the policy is approved by the version of its page.';
export const PAGE_UNREAD =
  'The settings of this macro cannot be read. Edit the page and choose the page of the policy.';
export const COMPARING = 'Comparing the two texts';
export const NOTHING_WRITTEN = 'Nothing is written here yet. Edit the page and write the policy inside this macro.';
export const APPROVED_NOT_SHOWN =
  'The approved text cannot be shown: you may not see that version of the page, or it was deleted.';

/** How the text that is shown stands. */
export const NOT_APPROVED = 'Not approved';
export const COUNTS_ELSEWHERE = 'The AI policy that counts stands on another page.';
export const NO_TEXT = 'No text yet';
export const draftWords = (version: number): string => `Draft, version ${version} of the page`;
export const versionWords = (version: number | undefined): string => `Version ${version}`;
export const isApprovedWords = (version: number, approval: string): string =>
  `${versionWords(version)} is approved: ${approval}`;
export const EVIDENCE_OF_POLICY =
  'This text is the evidence for clause 5.2 and control A.2.2. Whoever approved it wrote none of it.';

/** "12 Nov 2026 by Ada Lovelace · next review 12 Nov 2027 (overdue)". @param approver null where the reader sees no name */
export function approvalWords(
  approval: { approvedOn: string; reviewDue: string; reviewOverdue: boolean },
  approver: string | null,
): string {
  const by = approver === null ? '' : ` by ${approver}`;
  const overdue = approval.reviewOverdue ? ' (overdue)' : '';
  return `${dayWords(approval.approvedOn)}${by} · next review ${dayWords(approval.reviewDue)}${overdue}`;
}

/** The page was edited after the approval. */
export const CHANGED_SINCE = 'Changed since approval';
/** After it: ", last by Ada Lovelace on 12 Nov 2026.", as far as it is known. */
export const lastChangeWords = (author: string | undefined, day: string | undefined): string =>
  `${author ? `, last by ${author}` : ''}${day ? ` on ${dayWords(day)}` : ''}.`;
export const TEXT_IS_GONE = 'There is no text on the page any more.';
/** @param compared whether the text can be laid beside the approved one */
export const youSeeWords = (version: number, compared: boolean): string =>
  `You see version ${version}${compared ? '; what differs is listed above it' : ''}.`;
export const readersSeeWords = (approved: number | undefined, version: number): string =>
  `Readers are shown version ${approved} until version ${version} is approved.`;
export const SHOW_APPROVED = 'Show the approved version';
export const SHOW_CURRENT = 'Show what is written now';
export const reviewWords = (version: number): string => `Review version ${version}`;

/** Approving the text. */
export const approveWords = (version: number, again: boolean): string =>
  `Approve version ${version}${again ? ' again' : ''}`;
export const waitsWords = (version: number, isAuthor: boolean): string =>
  `${versionWords(version)} waits for approval by somebody who may decide in the AIMS and wrote none of it${isAuthor ? ' (you wrote this version)' : ''}.`;
export const ADDRESSED_TO = 'Groups that it is addressed to';
export const ADDRESSED_TO_HELP =
  'Their members of today are asked to acknowledge it (7.3); whoever joins later counts after 30 days.';
export const FIND_GROUPS = 'Type a part of a group’s name';
export const NAMELESS_GROUP = 'A group whose name you may not see';
export const ASK_NOBODY = 'Ask nobody to acknowledge it. 7.3 stays in progress.';
export const CHOOSE_AUDIENCE = 'Choose at least one group, or say that nobody is asked.';
export const NEXT_REVIEW = 'Next review';

/** What an approval takes the place of. @param title null where the reader may not see the page */
export function replacesWords(
  policy: { pageVersion: number; approvedOn: string; acknowledged: number },
  title: string | null,
): string {
  const page = title === null ? 'a page that you may not see' : `“${title}”`;
  return `Replace the organisation’s AI policy: ${page}, version ${policy.pageVersion}, approved ${dayWords(policy.approvedOn)}, acknowledged by ${counted(policy.acknowledged, 'person', 'people')}. From then on this page counts, and everybody is asked to acknowledge it.`;
}

/** Acknowledging it. */
export const acknowledgeWords = (version: number): string => `Acknowledge version ${version}`;
export const acknowledgedWords = (version: number): string => `✓ You acknowledged version ${version}.`;

export const NOT_ASKED =
  'You are in none of the groups that it is addressed to, so you are not asked to acknowledge it.';

/** Whom it is addressed to, and how many of them acknowledged it. */
interface Awareness {
  by: 'number' | 'groups' | 'nobody';
  acknowledged: number;
  audience: number;
  joinedLately: number;
  confirmedLately: number;
  unreadOn: string | null;
  beingRead: boolean;
  threshold: number;
}

/** @param tooSmall more people acknowledged it than the number that was given */
export function awarenessWords(awareness: Awareness, tooSmall: boolean): string {
  if (tooSmall) return audienceTooSmallWords(awareness);
  if (awareness.by === 'nobody') return 'Nobody is asked to acknowledge it';
  if (awareness.by === 'groups' && awareness.audience === 0)
    return awareness.beingRead ? 'The app is reading who is in the groups' : 'No member of its groups counts by now';
  return shareWords(awareness);
}

export const joinedLatelyWords = ({ joinedLately, confirmedLately }: Awareness): string =>
  `${joinedLately} joined lately, ${confirmedLately} confirmed`;
export const unreadWords = (day: string): string =>
  `A group cannot be read since ${dayWords(day)}: it counts for 7 days as it was last read`;

const audienceTooSmallWords = ({ acknowledged, audience }: Awareness): string =>
  `Acknowledged by ${acknowledged} people, and said to be addressed to ${audience}: the number is too small, so no share is counted`;
const shareWords = ({ acknowledged, audience, threshold }: Awareness): string =>
  `Acknowledged by ${acknowledged} of ${audience} people (${Math.floor((100 * acknowledged) / audience)} %, threshold ${Math.round(threshold * 100)} %)`;
