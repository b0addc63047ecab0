import { STATES } from '../../../src/words/states';
import { StateList } from '../../shared/ui/state-list';
import { StateSign } from '../../shared/ui/state-sign';
import { type CoverageState, WORST_FIRST } from '../../shared/ui/states';

/** What the signs of the tiles mean: the states that occur among them. */
export function StateLegend({ of }: { of: readonly { state: CoverageState }[] }) {
  return (
    <StateList label="States">
      {WORST_FIRST.filter((state) => of.some((tile) => tile.state === state)).map((state) => (
        <li key={state} title={STATES[state].meaning}>
          <StateSign state={state} />
          {STATES[state].word}
        </li>
      ))}
    </StateList>
  );
}
