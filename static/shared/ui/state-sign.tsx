import { StateIcon } from './state-icon';
import { toneOf } from './state-tone';
import type { CoverageState } from './states';
import styles from './states.module.css';

/** The sign of a state in its colours, beside its word. */
export function StateSign({ state }: { state: CoverageState }) {
  return (
    <span className={`${styles.sign} ${toneOf(state)}`} data-testid="state-sign">
      <StateIcon state={state} />
    </span>
  );
}
