import { figureOf } from '../domain/coverage/tile';
import { itemIdOf } from '../domain/item/item-id';
import { AppError } from '../errors';
import { cellsOfScope } from '../store/cell';
import { reasonsView } from './coverage-view';
import type { Handler } from './define';

/** The cells of one AI system, to whoever may open its issue. */
export const coverageSystem: Handler<'coverage.system'> = async ({ issueId }, { requirements }) => {
  const cells = await cellsOfScope(itemIdOf(issueId));
  if (cells.length === 0) throw new AppError('ai-system-unknown');
  return {
    figure: figureOf(cells),
    cells: cells.map((cell) => ({
      requirementId: cell.requirementId,
      title: requirements.get(cell.requirementId)?.title ?? '',
      state: cell.state,
      reasons: reasonsView(cell.reasons),
      changesOn: cell.changesOn,
    })),
  };
};
