import type { CoverageState } from '../domain/coverage/state';
import type { Figure, StateCounts } from '../domain/coverage/tile';

export { STAGE_WORDS } from '../domain/lifecycle/stage';
export { CONSEQUENCE, LIKELIHOOD, TREATMENT_WORDS } from '../domain/vocabulary/ai-risk';
export { GRADE_WORDS, NONCONFORMITY_STAGE_WORDS } from '../domain/vocabulary/nonconformity';

/** Words that screens and exports share, so that one thing has one name everywhere. No schemas here: screens load this file. */

/** The ten states, worst first, as the coverage rules order them: the word that is shown and what it means. */
export const STATES: Readonly<Record<CoverageState, { word: string; meaning: string }>> = {
  nonconforming: { word: 'Nonconforming', meaning: 'an open nonconformity violates it' },
  gap: { word: 'Gap', meaning: 'due, and nothing that counts is linked' },
  undecided: { word: 'Undecided', meaning: 'nobody has decided whether the control applies' },
  stale: { word: 'Stale', meaning: 'there was evidence, none of it is current' },
  planned: { word: 'Planned', meaning: 'work is linked, none has started' },
  'in-progress': { word: 'In progress', meaning: 'work has started or is done, the evidence does not suffice yet' },
  implemented: { word: 'Implemented', meaning: 'current evidence is linked; nobody has judged it yet' },
  verified: { word: 'Verified', meaning: 'implemented, and somebody independent concluded that it conforms' },
  'not-due': { word: 'Not due yet', meaning: 'the AI system has not come to the stage where it is due' },
  excluded: { word: 'Excluded', meaning: 'not applicable, with an approved reason' },
};

/** Days since a nonconformity was detected, while it is open. */
export const AGE_WORDS = {
  'under-30': 'under 30 days',
  '30-to-90': '30 to 90 days',
  '90-to-180': '90 to 180 days',
  'over-180': 'over 180 days',
  unknown: 'age not known',
} as const;

export const APPLICABILITY_WORDS = { applicable: 'Applicable', excluded: 'Excluded', undecided: 'Undecided' } as const;

/** The Statement of Applicability that counts. */
export const approvedWords = (approved: { version: number; approvedOn: string } | null): string =>
  approved === null
    ? 'No Statement of Applicability is approved yet.'
    : `Statement of Applicability, version ${approved.version}, approved ${dayWords(approved.approvedOn)}`;

/** What a figure does not say; stands under each. */
export const NOTICE =
  'Implemented means that current evidence is linked. It is not a statement on the law or on ethics.';

/** A count as a person reads it, such as "30,750". */
export const countWords = (count: number): string => new Intl.NumberFormat('en-GB').format(count);

const NUMBER = new Intl.PluralRules('en-GB');

/** What agrees with a count that stands before it: `one` with 1, `many` with 0, 2, 1,991 … */
export const agreeing = (count: number, one: string, many: string): string =>
  NUMBER.select(count) === 'one' ? one : many;

/** A count with its noun, such as "1 AI system" or "1,991 AI systems". */
export const counted = (count: number, one: string, many: string): string =>
  `${countWords(count)} ${agreeing(count, one, many)}`;

/** What is excluded or not due is no part of the whole. */
export const isDue = (state: CoverageState): boolean => state !== 'excluded' && state !== 'not-due';

/** A day YYYY-MM-DD as a person writes it, such as "12 Nov 2026". */
export function dayWords(day: string): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return words.format(Date.UTC(year, month - 1, date));
}

/**
 * "31 of 42 implemented, 13 of them verified". A missing conclusion is said as such, not as 0 verified.
 * @param unknown as `unknownWords` says it, where it is not the figure's own
 */
export function figureWords({ implemented, applicable, verified, unknown: own = 0 }: Figure, unknown = ''): string {
  if (applicable === 0) return 'Nothing applicable';
  const judged = verified === 0 ? 'no conclusions recorded' : `${countWords(verified)} of them verified`;
  const words = unknown === '' && own > 0 ? `${countWords(own)} unknown` : unknown;
  const among = words === '' ? '' : `, ${words}`;
  return `${countWords(implemented)} of ${countWords(applicable)} implemented${among}, ${judged}`;
}

/** "3 unknown: field missing": counted as they were read last; empty where none is. */
export function unknownWords(
  unknown: { organisation: number; systemCells: number; missing: 'field' | 'other' } | null,
  population: 'organisation' | 'systemCells',
): string {
  if (unknown === null || unknown[population] === 0) return '';
  return `${countWords(unknown[population])} unknown: ${unknown.missing === 'field' ? 'field missing' : 'missing in Jira'}`;
}

/**
 * "11 AI systems in scope, and 2 out of scope": whoever takes a system out of scope makes the figures smaller, so it stands wherever they
 * stand. Those that have ended are not meant.
 */
export function scopeWords(systems: { inScope: number; byStage: Readonly<Record<string, number>> }): string {
  return `${counted(systems.inScope, 'AI system', 'AI systems')} in scope${outOfScopeWords(systems.byStage['out-of-scope'] ?? 0)}`;
}

/** ", and 2 out of scope", or nothing. */
export const outOfScopeWords = (count: number): string => (count > 0 ? `, and ${countWords(count)} out of scope` : '');

const WORST_FIRST = Object.keys(STATES) as CoverageState[];

/** "1 gap", "7 gaps", "2 stale" for those of the states that occur. */
const countsWords = (counts: StateCounts, states: readonly CoverageState[]): string[] =>
  states.flatMap((state) => {
    const count = counts[state] ?? 0;
    const word = STATES[state].word.toLowerCase();
    return count > 0 ? [counted(count, word, state === 'gap' ? 'gaps' : word)] : [];
  });

/** "1 implemented, 1 stale, 7 gaps": every state that is due, best first, so that the parts make up the whole. */
export const dueWords = (counts: StateCounts): string =>
  countsWords(counts, WORST_FIRST.filter(isDue).reverse()).join(', ');

/** States that deserve a word at the end of a row. */
const NAMED = ['nonconforming', 'gap', 'undecided', 'stale'] as const;

/**
 * What stands out among the leaves of a group: "2 gaps · 1 stale". No score: a parent has no state of its own, and what is met
 * once is never added to what every AI system has to meet.
 */
export function groupWords(counts: StateCounts): string {
  const due = WORST_FIRST.filter((state) => isDue(state) && (counts[state] ?? 0) > 0);
  if (due.length === 0) return 'nothing applicable';
  if (due.every((state) => state === 'implemented' || state === 'verified')) return 'all implemented';
  const named = countsWords(counts, NAMED);
  return named.length > 0 ? named.join(' · ') : 'under way';
}
