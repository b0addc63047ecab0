import { type CoverageState, STATES_WORST_FIRST } from '../domain/coverage/state';
import { GONE } from '../domain/item/standing';
import { inList, query } from './sql';

export interface ProjectSums {
  cells: Partial<Record<CoverageState, number>>;
  systemsByStage: Record<string, number>;
  risks: { word: string; count: number }[];
  nonconformities: { word: string; count: number }[];
}

/** What the figures of several projects are made of, in one statement. */
export async function readProjectSums(projectIds: readonly string[]): Promise<Map<string, ProjectSums>> {
  const sums = new Map<string, ProjectSums>(
    projectIds.map((id) => [id, { cells: {}, systemsByStage: {}, risks: [], nonconformities: [] }]),
  );
  if (projectIds.length === 0) return sums;
  const these = inList(projectIds);
  const rows = await query<{ what: string; project_id: string; word: string; n: number }>(
    `SELECT 'cell' AS what, project_id, state AS word, COUNT(*) AS n FROM cell
       WHERE project_id IN (${these}) GROUP BY project_id, state
     UNION ALL SELECT kind, project_id, standing, COUNT(*) FROM item
       WHERE project_id IN (${these}) AND kind IN ('ai-system', 'ai-risk', 'nonconformity') AND lost_on IS NULL
         AND standing <> '${GONE}' GROUP BY kind, project_id, standing`,
    [...projectIds, ...projectIds],
    { n: 'number' },
  );
  for (const { what, project_id, word, n: count } of rows) {
    const sum = sums.get(project_id);
    if (!sum) continue;
    if (what === 'cell') addCells(sum, word, count);
    else if (what === 'ai-system') sum.systemsByStage[word] = count;
    else if (what === 'ai-risk') sum.risks.push({ word, count });
    else sum.nonconformities.push({ word, count });
  }
  return sums;
}

function addCells(sum: ProjectSums, word: string, count: number): void {
  if ((STATES_WORST_FIRST as readonly string[]).includes(word)) sum.cells[word as CoverageState] = count;
}
