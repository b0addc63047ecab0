import type { Output } from '../../src/contract/procedures';

export type CoverageState = Output<'coverage.overview'>['tiles'][number]['state'];

/** The ten states, worst first, as the coverage rules order them: the word on screen and what it means. */
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

export const WORST_FIRST = Object.keys(STATES) as readonly CoverageState[];

/** 0 for the worst state: the order in which a table sorts. */
export const rankOf = (state: CoverageState): number => WORST_FIRST.indexOf(state);

export type StateCounts = Output<'coverage.overview'>['groups'][number]['counts'];

/** What is excluded or not due is no part of the whole. */
export const isDue = (state: CoverageState): boolean => state !== 'excluded' && state !== 'not-due';

/** "4 of 6 implemented, 1 verified", as in the figures. */
export function countsOf(counts: StateCounts): { implemented: number; due: number; verified: number } {
  const due = WORST_FIRST.filter(isDue).reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  const verified = counts.verified ?? 0;
  return { implemented: (counts.implemented ?? 0) + verified, due, verified };
}
