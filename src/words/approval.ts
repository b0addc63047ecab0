import { dayWords } from './days';

/** How far something has come that a second person approves. */
export const APPROVAL_STATE_WORDS = {
  none: 'Nobody has written anything yet.',
  draft: 'Draft: it counts once another person has approved it.',
  submitted: 'Submitted: it is locked and waits for another person’s approval.',
  settled: 'Nothing was changed since the approval.',
} as const;

/** The version that was approved, and until when. */
export const versionWords = ({
  version,
  approvedOn,
  validUntil,
}: {
  version: number;
  approvedOn: string;
  validUntil: string | null;
}): string =>
  `Version ${version}, approved ${dayWords(approvedOn)}${validUntil === null ? '' : `, for use until ${dayWords(validUntil)}`}.`;

/** What was saved must be what is submitted. */
export const SAVE_FIRST = 'Save the draft first.';

/** What a field of an approved row is called, where nobody says otherwise; `value` says what stands in it, or null where it is as usual. */
export interface FieldWords {
  names: Readonly<Record<string, string>>;
  value(field: string, value: unknown): string | null;
}
