import { STATES } from '../../../src/words/states';
import { StateIcon } from '../../shared/ui/state-icon';
import { type CoverageState, WORST_FIRST } from '../../shared/ui/states';

/** What the signs of the tiles mean: the states that occur among them. */
export function StateLegend({ of }: { of: readonly { state: CoverageState }[] }) {
  return (
    <ul className="state-counts small" aria-label="States">
      {WORST_FIRST.filter((state) => of.some((tile) => tile.state === state)).map((state) => (
        <li key={state} title={STATES[state].meaning}>
          <span className={`state-sign state-${STATES[state].tone}`}>
            <StateIcon state={state} />
          </span>
          {STATES[state].word}
        </li>
      ))}
    </ul>
  );
}
