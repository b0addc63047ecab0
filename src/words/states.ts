import type { CoverageState } from '../domain/coverage/state';

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

/** What is excluded or not due is no part of the whole. */
export const isDue = (state: CoverageState): boolean => state !== 'excluded' && state !== 'not-due';
