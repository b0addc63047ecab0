import { ORGANISATION } from '../../domain/coverage/cell';
import { type CoverageState, STATES_WORST_FIRST } from '../../domain/coverage/state';
import { countStates } from '../../domain/coverage/tile';
import { cellsOfRequirement, cellsOfScope } from '../../store/cell';
import type { UseCase } from '../use-case';
import { requirementSeen } from './seen';

/** Cells of one requirement that are read at once: reasons of 10,000 cells stay within one answer (4 MiB). */
const CELLS = 10_000;

/** What the states of a requirement rest on, counted over its cells: the material of a gap analysis. */
export const coverageReasons: UseCase<'coverage.reasons', 'requirements'> = async (
  { projectId, requirementId },
  context,
  caller,
) => {
  const requirement = requirementSeen(requirementId, context, caller);
  const cells =
    requirement.scopeLevel === 'organisation'
      ? (await cellsOfScope(ORGANISATION)).filter((cell) => cell.requirementId === requirementId)
      : await cellsOfRequirement(requirementId, projectId, STATES_WORST_FIRST, CELLS);
  const reasons: Record<string, number> = {};
  for (const cell of cells)
    for (const code of new Set(cell.reasons.map((reason) => reason.code))) reasons[code] = (reasons[code] ?? 0) + 1;
  return { states: countStates(cells.map((cell) => cell.state as CoverageState)), reasons };
};
