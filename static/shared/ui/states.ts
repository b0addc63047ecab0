import type { Output } from '../../../src/contract/procedures';
import { isDue, STATES } from '../../../src/words/states';

export type CoverageState = Output<'coverage.overview'>['tiles'][number]['state'];

export const WORST_FIRST = Object.keys(STATES) as readonly CoverageState[];

/** 0 for the worst state: the order in which a table sorts. */
export const rankOf = (state: CoverageState): number => WORST_FIRST.indexOf(state);

/** The day on which what is implemented is so no more, unless its evidence is renewed; other states have none to renew. */
export const renewBefore = ({ state, changesOn }: { state: CoverageState; changesOn: string | null }): string | null =>
  state === 'implemented' || state === 'verified' ? changesOn : null;

export type StateCounts = Output<'coverage.overview'>['groups'][number]['counts'];

/** "4 of 6 implemented, 1 verified", as in the figures. */
export function countsOf(counts: StateCounts): { implemented: number; due: number; verified: number } {
  const due = WORST_FIRST.filter(isDue).reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  const verified = counts.verified ?? 0;
  return { implemented: (counts.implemented ?? 0) + verified, due, verified };
}
