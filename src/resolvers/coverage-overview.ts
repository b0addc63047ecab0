import { readTotals } from '../store/cell';
import { readStanding } from '../store/overview';
import { figuresView, groupsView, tilesView } from './coverage-view';
import type { Handler } from './define';

const OUT_OF_SCOPE_STANDINGS = new Set(['retired', 'rejected', 'out-of-scope']);

/** The figures of a scope: two statements, no call to Jira, the same for every viewer of the scope. */
export const coverageOverview: Handler<'coverage.overview'> = async ({ projectId }, { catalogue }) => {
  const [totals, standing] = [await readTotals(projectId), await readStanding(projectId)];
  const tiles = tilesView(catalogue, totals);
  const stages = Object.entries(standing.systemsByStage);
  return {
    asOf: standing.asOf,
    updating: standing.updating,
    ...figuresView(tiles, totals),
    systems: {
      total: stages.reduce((sum, [, count]) => sum + count, 0),
      inScope: stages.reduce((sum, [stage, count]) => sum + (OUT_OF_SCOPE_STANDINGS.has(stage) ? 0 : count), 0),
      byStage: standing.systemsByStage,
    },
    groups: groupsView(catalogue, tiles),
    tiles,
  };
};
