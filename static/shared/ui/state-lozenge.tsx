import { STATES } from '../../../src/words/states';
import { StateIcon } from './state-icon';
import { toneOf } from './state-tone';
import type { CoverageState } from './states';
import styles from './states.module.css';

interface Props {
  state: CoverageState;
  /** Said in place of the state's own word, by what only looks like one. */
  word?: string;
}

/** A state as icon and word, never as colour alone. */
export function StateLozenge({ state, word }: Props) {
  return (
    <span
      className={`${styles.lozenge} ${toneOf(state)}`}
      title={word ? undefined : STATES[state].meaning}
      data-testid="state"
    >
      <StateIcon state={state} />
      {word ?? STATES[state].word}
    </span>
  );
}
