import { type CoverageState, STATES_WORST_FIRST } from '../domain/coverage/state';
import { type Counted, GONE, type NonconformityFacets, type RiskFacets } from '../domain/item/standing';
import { MAIN_FRAMEWORK } from '../domain/requirement/requirement-id';
import { BY_TRIAGE, inFramework, OF_FRAMEWORK } from './cell';
import { countedNonconformity, countedRisk, FACET_COLUMNS, FACET_NUMBERS, type FacetCount } from './facets';
import { inList, query } from './sql';

export interface ProjectSums {
  cells: Partial<Record<CoverageState, number>>;
  /** How many of the cells are implemented by a triage. */
  byTriage: number;
  systemsByStage: Record<string, number>;
  risks: Counted<RiskFacets>[];
  nonconformities: Counted<NonconformityFacets>[];
}

/** What the figures of several projects are made of, in one statement. */
export async function readProjectSums(projectIds: readonly string[]): Promise<Map<string, ProjectSums>> {
  const sums = new Map<string, ProjectSums>(
    projectIds.map((id) => [id, { cells: {}, byTriage: 0, systemsByStage: {}, risks: [], nonconformities: [] }]),
  );
  if (projectIds.length === 0) return sums;
  const these = inList(projectIds);
  const columns = FACET_COLUMNS.join(', ');
  const nulls = FACET_COLUMNS.slice(1)
    .map(() => 'NULL')
    .join(', ');
  const rows = await query<FacetCount & { what: string; project_id: string }>(
    `SELECT kind AS what, project_id, COUNT(*) AS n, ${columns} FROM item
       WHERE project_id IN (${these}) AND kind IN ('ai-system', 'ai-risk', 'nonconformity') AND lost_on IS NULL
         AND standing <> '${GONE}' GROUP BY kind, project_id, ${columns}
     UNION ALL SELECT 'cell', project_id, COUNT(*), state, ${nulls} FROM coverage_cell
       WHERE project_id IN (${these}) AND ${OF_FRAMEWORK} GROUP BY project_id, state
     UNION ALL SELECT 'by-triage', project_id, COUNT(*), '', ${nulls} FROM coverage_cell
       WHERE project_id IN (${these}) AND ${BY_TRIAGE} GROUP BY project_id`,
    [...projectIds, ...projectIds, inFramework(MAIN_FRAMEWORK), ...projectIds],
    { n: 'number', ...FACET_NUMBERS },
  );
  for (const row of rows) {
    const sum = sums.get(row.project_id);
    if (!sum) continue;
    if (row.what === 'by-triage') sum.byTriage = row.n;
    else if (row.what === 'cell') addCells(sum, row.standing, row.n);
    else if (row.what === 'ai-system') sum.systemsByStage[row.standing] = row.n;
    else if (row.what === 'ai-risk') sum.risks.push(countedRisk(row));
    else sum.nonconformities.push(countedNonconformity(row));
  }
  return sums;
}

function addCells(sum: ProjectSums, word: string, count: number): void {
  if ((STATES_WORST_FIRST as readonly string[]).includes(word)) sum.cells[word as CoverageState] = count;
}
