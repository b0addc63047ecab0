import { STATES, type Tone } from '../../../src/words/states';
import type { CoverageState } from './states';
import styles from './states.module.css';

const TONES = {
  verified: styles.verified,
  implemented: styles.implemented,
  'in-progress': styles.inProgress,
  planned: styles.planned,
  stale: styles.stale,
  gap: styles.gap,
  undecided: styles.undecided,
  nonconforming: styles.nonconforming,
  excluded: styles.excluded,
  'not-due': styles.notDue,
} satisfies Record<Tone, string | undefined>;

/** The class of a state's colours and lines. */
export const toneOf = (state: CoverageState): string => TONES[STATES[state].tone] ?? '';
