import type { Output } from '../../src/contract/procedures';
import { countWords } from './count';
import { RowsLink, type RowsPlace } from './rows-link';
import { StateIcon } from './state-icon';
import { type CoverageState, isDue, STATES, type StateCounts, WORST_FIRST } from './states';
import type { Population } from './trend-chart';

type Tiles = Output<'coverage.overview'>['tiles'];

/** What the denominator consists of, best first: a bar, and under it what its parts are, in the same order. */
export function StateBar({ counts, rowsOf }: { counts: StateCounts; rowsOf: (state: CoverageState) => RowsPlace }) {
  const present = [...WORST_FIRST].reverse().filter((state) => isDue(state) && (counts[state] ?? 0) > 0);
  if (present.length === 0) return null;
  return (
    <>
      <div className="state-bar" aria-hidden="true">
        {present.map((state) => (
          <span key={state} className={`state-${state}`} style={{ flexGrow: counts[state] }} />
        ))}
      </div>
      <ul className="state-counts small" aria-label="By state">
        {present.map((state) => (
          <li key={state} title={STATES[state].meaning}>
            <span className={`state-sign state-${state}`}>
              <StateIcon state={state} />
            </span>
            {state === 'implemented' && (counts.verified ?? 0) > 0 ? 'Implemented, not verified' : STATES[state].word}{' '}
            <RowsLink to={rowsOf(state)} label={`${countWords(counts[state] ?? 0)} ${STATES[state].word}: show them`}>
              <strong>{countWords(counts[state] ?? 0)}</strong>
            </RowsLink>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is implemented, verified or not, of both populations: the rows of their figures. */
export const METS = {
  organisation: { tab: 'requirements', show: 'organisation', state: 'implemented,verified' },
  systemCells: { tab: 'matrix', show: 'implemented,verified' },
} as const satisfies Record<Population, RowsPlace>;

/** Requirements that are met once, in one state. */
export const rowsOfOrganisation = (state: CoverageState): RowsPlace => ({
  tab: 'requirements',
  show: 'organisation',
  state,
});

/** AI systems with a cell in one state. */
export const rowsOfCells = (state: CoverageState): RowsPlace => ({ tab: 'matrix', show: state });

/** How many of the requirements that are met once have each state. */
export function countsOfOrganisation(tiles: Tiles): StateCounts {
  const counts: StateCounts = {};
  for (const tile of tiles) {
    if (tile.scopeLevel === 'organisation') counts[tile.state] = (counts[tile.state] ?? 0) + 1;
  }
  return counts;
}

/** How many cells of AI systems have each state. */
export function countsOfCells(tiles: Tiles): StateCounts {
  const counts: StateCounts = {};
  for (const tile of tiles) {
    for (const state of WORST_FIRST) {
      const count = tile.systems?.counts[state] ?? 0;
      if (count > 0) counts[state] = (counts[state] ?? 0) + count;
    }
  }
  return counts;
}
