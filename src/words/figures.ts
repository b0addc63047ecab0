import type { CoverageState } from '../domain/coverage/state';
import type { Figure, StateCounts } from '../domain/coverage/tile';
import { agreeing, counted, countWords } from './numbers';
import { AI_SYSTEM, AI_SYSTEMS } from './screens/shared/common';
import { isDue, STATES } from './states';

/** What a figure does not say; stands under each. */
export const NOTICE =
  'Implemented means that current evidence is linked. It is not a statement on the law or on ethics.';

/** As much as that, under the figures of a page. */
export const FIGURES_NOTICE =
  "A figure says that current evidence is linked. It is neither legal compliance nor ethics: nobody has judged a requirement unless it is verified, and more nonconformities found may mean better audits. What is met once and what for every AI system, due stages, validity and the count of required documents are this app's model, not the standard's.";

/** What is met once, and what every AI system has to meet: two figures that are never added. */
export const ORGANISATION_REQUIREMENTS = 'Organisation requirements';
/** @param systems how many AI systems are counted, as `scopeWords` says it */
export const systemsRequirementsWords = (systems: string): string => `Requirements of AI systems, ${systems}`;

/** "1 AI system", "1,991 AI systems". */
export const aiSystemsWords = (count: number): string => counted(count, AI_SYSTEM, AI_SYSTEMS);

/** "3 of 4 AI systems": of how many a requirement is implemented. */
export const systemsShareWords = ({ implemented, due }: { implemented: number; due: number }): string =>
  `${implemented} of ${due} ${AI_SYSTEMS}`;

/** Read out for a number that leads to its rows. */
export const showThemWords = (what: string): string => `${what}: show them`;

/**
 * "31 of 42 implemented, 13 of them verified". A missing conclusion is said as such, not as 0 verified.
 * @param unknown as `unknownWords` says it, where it is not the figure's own
 */
export function figureWords(
  { implemented, applicable, verified, unknown: own = 0, byTriage = 0, later = 0 }: Figure,
  unknown = '',
): string {
  if (applicable === 0) return later > 0 ? `Nothing due yet, ${countWords(later)} later` : 'Nothing applicable';
  const judged = verified === 0 ? 'no conclusions recorded' : `${countWords(verified)} of them verified`;
  const words = unknown === '' && own > 0 ? `${countWords(own)} unknown` : unknown;
  const among = words === '' ? '' : `, ${words}`;
  return `${countWords(implemented)} of ${countWords(applicable)} implemented${byTriageWords(byTriage)}${among}${laterWords(later)}, ${judged}`;
}

/** ", 2 by triage": of what is implemented without an assessment, or nothing. */
export const byTriageWords = (byTriage: number): string => (byTriage > 0 ? `, ${countWords(byTriage)} by triage` : '');

/** ", 24 not due yet", or nothing. */
export const laterWords = (later: number): string => (later > 0 ? `, ${countWords(later)} not due yet` : '');

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
  return `${aiSystemsWords(systems.inScope)} in scope${outOfScopeWords(systems.byStage['out-of-scope'] ?? 0)}`;
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

/** Why the requirement of AI systems has its state: "1 implemented, 7 gaps (of 8 AI systems)". */
export const systemsDueWords = ({ counts, due }: { counts: StateCounts; due: number }): string =>
  `${dueWords(counts)} (of ${aiSystemsWords(due)})`;

/** States that deserve a word at the end of a row. */
const NAMED = ['nonconforming', 'gap', 'undecided', 'stale'] as const;

/** "all implemented" of a group in which everything is due; else how many of it are, for a group of which one applies is not done. */
function allWords(counts: StateCounts, due: readonly CoverageState[]): string {
  const sum = (states: readonly CoverageState[]) => states.reduce((all, state) => all + (counts[state] ?? 0), 0);
  const [among, all] = [sum(due), sum(WORST_FIRST)];
  return among === all
    ? 'all implemented'
    : `implemented: the ${among} of ${all} that ${agreeing(among, 'applies', 'apply')}`;
}

/**
 * What stands out among the leaves of a group: "2 gaps · 1 stale". No score: a parent has no state of its own, and what is met
 * once is never added to what every AI system has to meet.
 */
export function groupWords(counts: StateCounts): string {
  const due = WORST_FIRST.filter((state) => isDue(state) && (counts[state] ?? 0) > 0);
  if (due.length === 0) return 'nothing applicable';
  if (due.every((state) => state === 'implemented' || state === 'verified')) return allWords(counts, due);
  const named = countsWords(counts, NAMED);
  return named.length > 0 ? named.join(' · ') : 'under way';
}
