import { STATES } from '../../../src/words/states';
import { StateIcon } from './state-icon';
import type { CoverageState } from './states';

/** A state as icon and word, never as colour alone. */
export function StateLozenge({ state }: { state: CoverageState }) {
  return (
    <span className={`state-lozenge state-${STATES[state].tone}`} title={STATES[state].meaning}>
      <StateIcon state={state} />
      {STATES[state].word}
    </span>
  );
}
