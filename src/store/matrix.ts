import { type CoverageState, STATES_WORST_FIRST } from '../domain/coverage/state';
import { OUT_OF_SCOPE } from './cell';
import { SYSTEM_IN_SCOPE } from './facets';
import { FRESHNESS_SELECT, type Freshness, queryFresh } from './freshness';
import { condition } from './registers/condition';
import { choosing, type FieldFilter } from './registers/field';
import { inList, query, type SqlValue } from './sql';

/** One letter a state, so that a row of 26 cells is a text of 26 letters. */
const LETTERS = 'nguspivwxe';
export const LETTER_OF: ReadonlyMap<CoverageState, string> = new Map(
  STATES_WORST_FIRST.map((state, place) => [state, LETTERS[place] ?? '-']),
);
const NOT_COUNTED = '-';

export interface MatrixRow {
  scope: string;
  stage: string;
  /** A letter for each of the requirements that were asked for. */
  states: string;
}

export interface MatrixFilter {
  requirementIds: readonly string[];
  projects: readonly string[];
  stages: readonly string[];
  fields: FieldFilter;
  /** Item id of the last row before, or null. */
  after: string | null;
  limit: number;
}

/**
 * States of AI systems in scope, one row a system. The database turns 26 rows into one: 3,000 systems are some 800 KB
 * of answer instead of 5 MB, which no answer may carry.
 */
export async function readMatrix(filter: MatrixFilter): Promise<MatrixRow[]> {
  const { requirementIds, limit } = filter;
  const { where, parameters } = conditions(filter);
  const letters = [...LETTER_OF].map(([state, letter]) => `WHEN '${state}' THEN '${letter}'`).join(' ');
  const columns = requirementIds.map(
    (_, place) => `MAX(CASE WHEN s.requirement_id = ? THEN s.letter END) AS c${place}`,
  );
  const after = filter.after === null ? '' : 'AND i.item_id > ?';
  const rows = await query<Record<string, string | null>>(
    `SELECT s.scope, MAX(s.standing) AS stage, ${columns.join(', ')} FROM (
       SELECT c.scope, c.requirement_id, p.standing, CASE c.state ${letters} END AS letter
       FROM (SELECT i.item_id, i.standing FROM item i WHERE ${where} ${after} ORDER BY i.item_id LIMIT ${Math.trunc(limit)}) p
       JOIN coverage_cell c ON c.scope = p.item_id WHERE c.state <> '${OUT_OF_SCOPE}'
     ) s GROUP BY s.scope ORDER BY s.scope`,
    [...requirementIds, ...parameters, ...(filter.after === null ? [] : [filter.after])],
  );
  return rows.map((row) => ({
    scope: row.scope ?? '',
    stage: row.stage ?? '',
    states: requirementIds.map((_, place) => row[`c${place}`] ?? NOT_COUNTED).join(''),
  }));
}

/** How many AI systems in scope the filter finds, by project, and how fresh their facts are. */
export async function countMatrix(
  filter: Omit<MatrixFilter, 'requirementIds' | 'after' | 'limit' | 'projects'> & {
    projects: readonly string[] | null;
  },
): Promise<{ byProject: Map<string, number> } & Freshness> {
  const { where, parameters } = conditions(filter);
  const { rows, fresh } = await queryFresh(
    `SELECT 'project' AS what, i.project_id AS word, COUNT(*) AS n FROM item i WHERE ${where} GROUP BY i.project_id
     UNION ALL ${FRESHNESS_SELECT}`,
    parameters,
  );
  const counts = rows.filter(({ what }) => what === 'project');
  return { byProject: new Map(counts.map(({ word, n }) => [word, n ?? 0])), ...fresh };
}

function conditions({
  projects,
  stages,
  fields,
}: Pick<MatrixFilter, 'stages' | 'fields'> & { projects: readonly string[] | null }): {
  where: string;
  parameters: SqlValue[];
} {
  const all = [
    condition(SYSTEM_IN_SCOPE),
    ...(projects === null ? [] : [condition(`i.project_id IN (${inList(projects)})`, ...projects)]),
    ...(stages.length === 0 ? [] : [condition(`i.standing IN (${inList(stages)})`, ...stages)]),
    ...choosing(fields),
  ];
  return { where: all.map(({ sql }) => sql).join(' AND '), parameters: all.flatMap(({ parameters }) => parameters) };
}
