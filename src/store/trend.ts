import { RISK_ASSESSMENT } from '../domain/requirement/named';
import { inFramework } from './cell';
import { inList, query, type SqlValue } from './sql';

/** How many cells went from one state to another within one bucket of the series. `from` is null for a cell's first state. */
export interface Change {
  /** Place of the bucket in the series: the first holds all that happened before its end. */
  bucket: number;
  from: string | null;
  to: string;
  /** Of the requirement by which AI systems in scope are counted: every one of them has its cell. */
  marker: boolean;
  count: number;
}

/** Cells of the organisation, or those of AI systems: of all requirements or of one. */
export type Population =
  | { scope: 'organisation'; requirementIds: readonly string[] }
  | { projectId: string | null; framework: string }
  | { projectId: string | null; requirementId: string };

/** A clause of every AI system: it cannot be excluded, so its cells are the AI systems in scope. */
const MARKER = RISK_ASSESSMENT;

/**
 * Changes of state by bucket, of one population. The primary key is the order of the window, so the database reads the
 * history as it lies, and what comes out is bounded by buckets and pairs of states, whatever the history's length.
 * @param ends the first instant after each bucket, ascending
 */
export async function readChanges(population: Population, ends: readonly number[]): Promise<Change[]> {
  const { where, parameters } = populationOf(population);
  const cases = ends.map((end, bucket) => `WHEN h.at < ${Math.trunc(end)} THEN ${bucket}`).join(' ');
  const rows = await query<{ bucket: number; previous: string | null; state: string; marker: number; n: number }>(
    `SELECT t.bucket, t.previous, t.state, t.marker, COUNT(*) AS n FROM (
       SELECT CASE ${cases} ELSE ${ends.length} END AS bucket, h.state,
         CASE WHEN h.requirement_id = '${MARKER}' THEN 1 ELSE 0 END AS marker,
         LAG(h.state) OVER (PARTITION BY h.scope, h.requirement_id ORDER BY h.at) AS previous
       FROM coverage_history h WHERE ${where}
     ) t GROUP BY t.bucket, t.previous, t.state, t.marker`,
    parameters,
    { bucket: 'number', marker: 'number', n: 'number' },
  );
  return rows.map((row) => ({
    bucket: row.bucket,
    from: row.previous,
    to: row.state,
    marker: row.marker === 1,
    count: row.n,
  }));
}

function populationOf(population: Population): { where: string; parameters: SqlValue[] } {
  if ('scope' in population)
    return {
      where: `h.scope = 'organisation' AND h.requirement_id IN (${inList(population.requirementIds)})`,
      parameters: [...population.requirementIds],
    };
  const { projectId } = population;
  const [requirement, asked] =
    'framework' in population
      ? ['h.requirement_id LIKE ?', inFramework(population.framework)]
      : ['h.requirement_id = ?', population.requirementId];
  return {
    where: `${projectId === null ? "h.project_id <> ''" : 'h.project_id = ?'} AND ${requirement}`,
    parameters: [...(projectId === null ? [] : [projectId]), asked],
  };
}
