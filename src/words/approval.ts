import { dayWords } from './days';

/** What somebody proposes and a second person approves, whatever it is. */
export const SUBMIT = 'Submit for approval';
export const READ_AND_APPROVE = 'Read and approve';
export const TAKE_BACK = 'Take back';
export const HOW_FAR = 'How far it has come';
export const CHECK_CODE = 'Check code';
/** Beside whoever approved what they had submitted themselves, where that is possible. */
export const BY_ONE_PERSON = 'alone, before the first Statement of Applicability';
export const COUNTS_UNTIL = 'Counts until';
export const WHY_WITHDRAWN = 'Why the approval is withdrawn';
export const APPROVAL_STANDS = 'The approval stands';

/** What waits for an approval, and the decision on it. */
export const LOADING_SUBMITTED = 'Loading what was submitted';
export const SUBMITTED_NOT_SHOWN = 'It cannot be shown';
export const WHAT_HAS_TO_CHANGE = 'What has to change, if you return it';
export const READ_AGAIN = 'Read it again';
export const NOTHING_DECIDED = 'Nothing was decided';
export const approveWords = (version: number): string => `Approve version ${version}`;
export const aboutToApproveWords = (name: string, version: number): string =>
  `Submitted by ${name}. Approving it makes version ${version}, under your name, as it stands above.`;

/** Who could approve what the reader wrote part of. */
export const entitledWords = (names: readonly string[]): string =>
  names.length === 0
    ? 'Nobody else who may approve has opened the app yet: a Jira administrator grants “Approve in the AIMS” to a second person.'
    : `Seen here and entitled: ${names.join(', ')}.`;

/** How far a draft has come. */
export const COURSE_WORDS = {
  none: 'Nobody has written anything yet.',
  draft: 'Draft: it counts once another person has approved it.',
  submitted: 'Submitted: it is locked and waits for another person’s approval.',
  settled: 'Nothing was changed since the approval.',
} as const;

interface InForce {
  version: number;
  approvedOn: string;
  validUntil: string | null;
  lapsed: boolean;
}

/** Which version counts, and until when. */
export function inForceWords(version: InForce | null): string {
  if (version === null) return 'No version is approved yet.';
  const { validUntil, lapsed } = version;
  const end = validUntil === null ? '' : `, ${lapsed ? 'ended' : 'counts until'} ${dayWords(validUntil)}`;
  return `Version ${version.version}, approved ${dayWords(version.approvedOn)}${end}.`;
}

export const submittedByWords = (name: string): string => `By ${name}.`;
export const returnedByWords = (name: string): string => `Returned by ${name}`;
export const withdrawnByWords = (name: string): string => `Withdrawn by ${name}: `;
/** The way there; the button itself says “version”. */
export const askToWithdrawWords = (version: number): string => `Withdraw the approval of ${version}`;
export const withdrawWords = (version: number): string => `Withdraw the approval of version ${version}`;
export const withdrawalWords = (version: number): string =>
  `From now on version ${version} is as if nobody had approved it. It stays in the history.`;

/** What was saved must be what is submitted. */
export const SAVE_FIRST = 'Save the draft first.';

/** What a field of an approved row is called, where nobody says otherwise; `value` says what stands in it, or null where it is as usual. */
export interface FieldWords {
  names: Readonly<Record<string, string>>;
  value(field: string, value: unknown): string | null;
}
