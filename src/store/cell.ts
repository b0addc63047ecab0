import { z } from 'zod';
import type { Cell } from '../domain/coverage/cell';
import type { Reason } from '../domain/coverage/reason';
import type { CoverageState } from '../domain/coverage/state';
import type { Day } from '../domain/day';
import { IMPACT_ASSESSMENT } from '../domain/requirement/named';
import { requirementIdOf } from '../domain/requirement/requirement-id';
import { newer } from './item';
import type { Lease } from './mark';
import { change, inList, placeholders, query, type SqlValue, statementsOf } from './sql';

/** The cell of a system that left the scope stays as this word, so that one statement writes a whole recount. */
export const OUT_OF_SCOPE = 'out-of-scope';

export interface CellRow extends Omit<Cell, 'state'> {
  projectId: string;
  state: CoverageState | typeof OUT_OF_SCOPE;
}

export async function upsertCells(cells: readonly CellRow[], lease: Lease): Promise<void> {
  const rows = cells.map(({ scope, requirementId, projectId, state, reasons, changesOn }): SqlValue[] => [
    scope,
    requirementId,
    projectId,
    state,
    JSON.stringify(reasons),
    changesOn,
    lease.fence,
  ]);
  for (const some of statementsOf(rows)) {
    await change(
      `INSERT INTO coverage_cell (scope, requirement_id, project_id, state, reasons, changes_on, fence) VALUES ${placeholders(some.length, 7)}
       ON DUPLICATE KEY UPDATE project_id = ${newer('project_id')}, state = ${newer('state')}, reasons = ${newer('reasons')},
         changes_on = ${newer('changes_on')}, fence = GREATEST(fence, VALUES(fence))`,
      some.flat(),
    );
  }
}

/** Appends to the history of coverage: one row for each cell whose state changed. */
export async function appendSnapshots(cells: readonly CellRow[], at: number): Promise<void> {
  const rows = cells.map(({ scope, requirementId, projectId, state }) => [scope, requirementId, at, projectId, state]);
  for (const some of statementsOf(rows)) {
    await change(
      `INSERT INTO coverage_history (scope, requirement_id, at, project_id, state) VALUES ${placeholders(some.length, 5)}
       ON DUPLICATE KEY UPDATE state = VALUES(state)`,
      some.flat(),
    );
  }
}

/** Scopes and requirements whose state changes by itself on or before `today`. */
export async function cellsDue(today: Day, limit: number): Promise<{ scope: string; requirementId: string }[]> {
  const rows = await query<{ scope: string; requirement_id: string }>(
    `SELECT scope, requirement_id FROM coverage_cell WHERE changes_on <= ? ORDER BY changes_on, scope, requirement_id LIMIT ${Math.trunc(limit)}`,
    [today],
  );
  return rows.map((row) => ({ scope: row.scope, requirementId: row.requirement_id }));
}

const reasons = z.array(z.custom<Reason>((value) => typeof value === 'object' && value !== null && 'code' in value));

/** The reasons of a cell, as they are stored. */
export const cellReasons = (stored: string): Reason[] => reasons.parse(JSON.parse(stored));

interface CellRecord {
  scope: string;
  requirement_id: string;
  project_id: string;
  state: string;
  reasons: string;
  changes_on: string | null;
}

function cellFrom(row: CellRecord): CellRow {
  return {
    scope: row.scope,
    requirementId: row.requirement_id,
    projectId: row.project_id,
    state: row.state as CellRow['state'],
    reasons: cellReasons(row.reasons),
    changesOn: row.changes_on,
  };
}

const COLUMNS = 'scope, requirement_id, project_id, state, reasons, changes_on';

/** A cell of what is in the scope of the AIMS. */
export type CountedRow = CellRow & { state: CoverageState };

/** All cells of one scope: the organisation's 70, or one AI system's. */
export async function cellsOfScope(scope: string): Promise<CountedRow[]> {
  const rows = await query<CellRecord>(
    `SELECT ${COLUMNS} FROM coverage_cell WHERE scope = ? AND state <> '${OUT_OF_SCOPE}'`,
    [scope],
  );
  return rows.map((row) => cellFrom(row) as CountedRow);
}

/** The place of a row's state in a list, for sorting. The states are the domain's own words, never input. */
function inOrderOf(states: readonly CoverageState[]): string {
  return `CASE state ${states.map((state, place) => `WHEN '${state}' THEN ${place}`).join(' ')} ELSE ${states.length} END`;
}

/** The cells of one requirement over AI systems, in the order of `states`; at most `limit`. */
export async function cellsOfRequirement(
  requirementId: string,
  projectId: string | null,
  states: readonly CoverageState[],
  limit: number,
): Promise<CellRow[]> {
  const parameters: SqlValue[] = [requirementId, ...states];
  if (projectId !== null) parameters.push(projectId);
  const rows = await query<CellRecord>(
    `SELECT ${COLUMNS} FROM coverage_cell WHERE requirement_id = ? AND scope <> 'organisation' AND state IN (${inList(states)})
     ${projectId === null ? '' : 'AND project_id = ?'} ORDER BY ${inOrderOf(states)}, scope LIMIT ${Math.trunc(limit)}`,
    parameters,
  );
  return rows.map(cellFrom);
}

export interface Totals {
  /** The organisation's own cells, with reasons. */
  organisation: CellRow[];
  /** How many system cells of each requirement are in each state. */
  systems: { requirementId: string; state: CoverageState; count: number }[];
  /** How many system cells are implemented by a triage. */
  byTriage: number;
}

/**
 * How many cells of AI systems that figures count are marked unknown. Reads reasons, so it is asked only while something is
 * missing in Jira.
 */
export async function countUnknown(projectId: string | null, framework: string): Promise<number> {
  const [row] = await query<{ n: number }>(
    `SELECT COUNT(*) AS n FROM coverage_cell WHERE ${projectId === null ? "project_id <> ''" : 'project_id = ?'} AND ${UNKNOWN}`,
    [...(projectId === null ? [] : [projectId]), inFramework(framework)],
    { n: 'number' },
  );
  return row?.n ?? 0;
}

/** As `countUnknown`, for each of some projects or AI systems; those without any are absent. */
export async function countUnknownOf(
  column: 'project_id' | 'scope',
  ids: readonly string[],
  framework: string,
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await query<{ id: string; n: number }>(
    `SELECT ${column} AS id, COUNT(*) AS n FROM coverage_cell WHERE ${column} IN (${inList(ids)}) AND ${UNKNOWN} GROUP BY ${column}`,
    [...ids, inFramework(framework)],
    { n: 'number' },
  );
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** A condition on cells: of the requirements of one framework, whose `inFramework` is the parameter. */
export const OF_FRAMEWORK = 'requirement_id LIKE ?';
export const inFramework = (framework: string): string => requirementIdOf(framework, '%');

/** A condition on cells that figures count and that are marked unknown; its parameter is `inFramework`. */
const UNKNOWN = `state NOT IN ('excluded', 'not-due', '${OUT_OF_SCOPE}') AND reasons LIKE '%"code":"unknown"%' AND ${OF_FRAMEWORK}`;

/**
 * A condition on cells that are implemented by a triage instead of an assessment: their reason says so. Only 8.4 can be, so the
 * reasons of few cells are read.
 */
export const BY_TRIAGE = `requirement_id = '${IMPACT_ASSESSMENT}' AND state IN ('implemented', 'verified')
  AND reasons LIKE '%"code":"impact-assessment-waived"%'`;

/** Everything that the figures of a scope and a framework are made of, in one statement. */
export async function readTotals(projectId: string | null, framework: string): Promise<Totals> {
  const of = inFramework(framework);
  const [mine, project] = projectId === null ? ["project_id <> ''", []] : ['project_id = ?', [projectId]];
  const rows = await query<CellRecord & { n: number }>(
    `SELECT scope, requirement_id, project_id, state, reasons, changes_on, 1 AS n FROM coverage_cell WHERE scope = 'organisation' AND ${OF_FRAMEWORK}
     UNION ALL
     SELECT '', requirement_id, '', state, '', NULL, COUNT(*) FROM coverage_cell
     WHERE ${mine} AND ${OF_FRAMEWORK} GROUP BY requirement_id, state
     UNION ALL SELECT 'by-triage', '', '', '', '', NULL, COUNT(*) FROM coverage_cell WHERE ${mine} AND ${OF_FRAMEWORK} AND ${BY_TRIAGE}`,
    [of, ...project, of, ...project, of],
    { n: 'number' },
  );
  return {
    organisation: rows.filter((row) => row.scope === 'organisation').map(cellFrom),
    systems: rows
      .filter((row) => row.scope === '' && row.state !== OUT_OF_SCOPE)
      .map((row) => ({ requirementId: row.requirement_id, state: row.state as CoverageState, count: row.n })),
    byTriage: rows.find((row) => row.scope === 'by-triage')?.n ?? 0,
  };
}

/**
 * By requirement, the first day on which a cell that is met may change by itself: of the organisation's own cell, and of those of AI
 * systems. Only what is met and has such a day is told.
 */
export async function endsOfMet(
  framework: string,
): Promise<{ requirementId: string; of: 'organisation' | 'systems'; changesOn: Day }[]> {
  const met = `state IN ('implemented', 'verified') AND changes_on IS NOT NULL AND ${OF_FRAMEWORK}`;
  const rows = await query<{ requirement_id: string; whose: 'organisation' | 'systems'; day: string }>(
    `SELECT requirement_id, 'organisation' AS whose, changes_on AS day FROM coverage_cell WHERE scope = 'organisation' AND ${met}
     UNION ALL
     SELECT requirement_id, 'systems', MIN(changes_on) FROM coverage_cell WHERE project_id <> '' AND ${met} GROUP BY requirement_id`,
    [inFramework(framework), inFramework(framework)],
  );
  return rows.map(({ requirement_id, whose, day }) => ({ requirementId: requirement_id, of: whose, changesOn: day }));
}
