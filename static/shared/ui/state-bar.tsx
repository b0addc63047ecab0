import { showThemWords } from '../../../src/words/figures';
import { countWords } from '../../../src/words/numbers';
import { BY_STATE, IMPLEMENTED_NOT_VERIFIED } from '../../../src/words/screens/shared/parts';
import { isDue, STATES } from '../../../src/words/states';
import { RowsLink, type RowsPlace } from './rows-link';
import { StateList } from './state-list';
import { StateSign } from './state-sign';
import { toneOf } from './state-tone';
import { type CoverageState, type StateCounts, WORST_FIRST } from './states';
import styles from './states.module.css';

/** What the denominator consists of, best first: a bar, and under it what its parts are, in the same order. */
export function StateBar({ counts, rowsOf }: { counts: StateCounts; rowsOf: (state: CoverageState) => RowsPlace }) {
  const present = [...WORST_FIRST].reverse().filter((state) => isDue(state) && (counts[state] ?? 0) > 0);
  if (present.length === 0) return null;
  return (
    <>
      <div className={styles.bar} aria-hidden="true" data-testid="state-bar">
        {present.map((state) => (
          <span key={state} className={toneOf(state)} style={{ flexGrow: counts[state] }} />
        ))}
      </div>
      <StateList label={BY_STATE}>
        {present.map((state) => (
          <li key={state} title={STATES[state].meaning}>
            <StateSign state={state} />
            {state === 'implemented' && (counts.verified ?? 0) > 0 ? IMPLEMENTED_NOT_VERIFIED : STATES[state].word}{' '}
            <RowsLink
              to={rowsOf(state)}
              label={showThemWords(`${countWords(counts[state] ?? 0)} ${STATES[state].word}`)}
            >
              <strong>{countWords(counts[state] ?? 0)}</strong>
            </RowsLink>
          </li>
        ))}
      </StateList>
    </>
  );
}
