import { dayWords } from './days';

export const APPLICABILITY_WORDS = { applicable: 'Applicable', excluded: 'Excluded', undecided: 'Undecided' } as const;

/** The Statement of Applicability that counts. */
export const approvedWords = (approved: { version: number; approvedOn: string } | null): string =>
  approved === null
    ? 'No Statement of Applicability is approved yet.'
    : `Statement of Applicability, version ${approved.version}, approved ${dayWords(approved.approvedOn)}`;
