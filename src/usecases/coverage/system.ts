import { figureOf } from '../../domain/coverage/tile';
import { itemIdOf } from '../../domain/item/item-id';
import { AppError } from '../../errors';
import { cellsOfScope } from '../../store/cell';
import type { UseCase } from '../use-case';
import { reasonsView } from './view';

/** The cells of one AI system, to whoever may open its issue. */
export const coverageSystem: UseCase<'coverage.system', 'requirements'> = async ({ issueId }, { requirements }) => {
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
