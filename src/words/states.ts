import type { CoverageState } from '../domain/coverage/state';

export interface StateWords {
  /** As it is shown everywhere. */
  word: string;
  meaning: string;
  /** One or two characters for the matrix: thousands of cells scroll past, and a drawn icon in each would not. */
  sign: string;
  /** The colours and lines that it is drawn with (`static/shared/ui/states.module.css`); a new state may borrow those of another. */
  tone: Tone;
}

export type Tone =
  | 'nonconforming'
  | 'gap'
  | 'undecided'
  | 'stale'
  | 'planned'
  | 'in-progress'
  | 'implemented'
  | 'verified'
  | 'not-due'
  | 'excluded';

/** The ten states, worst first, as the coverage rules order them. */
export const STATES: Readonly<Record<CoverageState, StateWords>> = {
  nonconforming: {
    word: 'Nonconforming',
    meaning: 'an open nonconformity violates it',
    sign: '!',
    tone: 'nonconforming',
  },
  gap: { word: 'Gap', meaning: 'due, and nothing that counts is linked', sign: '▢', tone: 'gap' },
  undecided: {
    word: 'Undecided',
    meaning: 'nobody has decided whether the control applies',
    sign: '?',
    tone: 'undecided',
  },
  stale: { word: 'Stale', meaning: 'there was evidence, none of it is current', sign: '◷', tone: 'stale' },
  planned: { word: 'Planned', meaning: 'work is linked, none has started', sign: '○', tone: 'planned' },
  'in-progress': {
    word: 'In progress',
    meaning: 'work has started or is done, the evidence does not suffice yet',
    sign: '◐',
    tone: 'in-progress',
  },
  implemented: {
    word: 'Implemented',
    meaning: 'current evidence is linked; nobody has judged it yet',
    sign: '✓',
    tone: 'implemented',
  },
  verified: {
    word: 'Verified',
    meaning: 'implemented, and somebody independent concluded that it conforms',
    sign: '✓✓',
    tone: 'verified',
  },
  'not-due': {
    word: 'Not due yet',
    meaning: 'the AI system has not come to the stage where it is due',
    sign: '·',
    tone: 'not-due',
  },
  excluded: { word: 'Excluded', meaning: 'not applicable, with an approved reason', sign: '–', tone: 'excluded' },
};

/** What is excluded or not due is no part of the whole. */
export const isDue = (state: CoverageState): boolean => state !== 'excluded' && state !== 'not-due';
