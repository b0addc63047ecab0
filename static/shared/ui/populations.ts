import type { Output } from '../../../src/contract/procedures';
import {
  ORGANISATION_REQUIREMENTS,
  scopeWords,
  systemsRequirementsWords,
  unknownWords,
} from '../../../src/words/figures';
import type { RowsPlace } from './rows-link';
import { type CoverageState, type StateCounts, WORST_FIRST } from './states';
import type { Population } from './trend-chart';

type Figures = Output<'coverage.overview'>;
type Tiles = Figures['tiles'];

/** One of the two populations that are never added, as every surface shows it. */
export interface PopulationView {
  population: Population;
  heading: string;
  figure: Figures['systemCells'];
  /** "3 unknown: field missing", or nothing. */
  unknown: string;
  counts: StateCounts;
  /** What is implemented, verified or not: the rows of the figure. */
  rows: RowsPlace;
  /** What is in one state. */
  rowsOf: (state: CoverageState) => RowsPlace;
}

/** What is met once, where it is the viewer's to see, and what every AI system has to meet. */
export function populationsOf({ organisation, systemCells, systems, tiles, unknown }: Figures): PopulationView[] {
  const once = (figure: Figures['systemCells']): PopulationView => ({
    population: 'organisation',
    heading: ORGANISATION_REQUIREMENTS,
    figure,
    unknown: unknownWords(unknown, 'organisation'),
    counts: countsOfOrganisation(tiles),
    rows: { page: 'requirements', show: 'organisation', state: 'implemented,verified' },
    rowsOf: (state) => ({ page: 'requirements', show: 'organisation', state }),
  });
  const cells: PopulationView = {
    population: 'systemCells',
    heading: systemsRequirementsWords(scopeWords(systems)),
    figure: systemCells,
    unknown: unknownWords(unknown, 'systemCells'),
    counts: countsOfCells(tiles),
    rows: { page: 'matrix', show: 'implemented,verified' },
    rowsOf: (state) => ({ page: 'matrix', show: state }),
  };
  return organisation === null ? [cells] : [once(organisation), cells];
}

/** How many of the requirements that are met once have each state. */
function countsOfOrganisation(tiles: Tiles): StateCounts {
  const counts: StateCounts = {};
  for (const tile of tiles) {
    if (tile.scopeLevel === 'organisation') counts[tile.state] = (counts[tile.state] ?? 0) + 1;
  }
  return counts;
}

/** How many cells of AI systems have each state. */
function countsOfCells(tiles: Tiles): StateCounts {
  const counts: StateCounts = {};
  for (const tile of tiles) {
    for (const state of WORST_FIRST) {
      const count = tile.systems?.counts[state] ?? 0;
      if (count > 0) counts[state] = (counts[state] ?? 0) + count;
    }
  }
  return counts;
}
