import type { Day } from '../domain/day';
import type { ItemId } from '../domain/item/item-fact';
import type { Counted, NonconformityFacets, RiskFacets } from '../domain/item/standing';
import { IMPACT_ASSESSMENT } from '../domain/requirement/named';
import {
  countedNonconformity,
  countedRisk,
  FACET_NUMBERS,
  type FacetRow,
  facetsSelect,
  IN_SCOPE,
  SYSTEM_IN_SCOPE,
  widened,
} from './facets';
import { type CountRow, FRESHNESS_SELECT, type Freshness, queryFreshRows } from './freshness';
import { HELD_BY, OWNER_LEFT } from './item';
import { CONCERNS_SYSTEM } from './registers/condition';
import { CHOSEN, chosenTarget } from './registers/field';
import type { SqlValue } from './sql';

export interface SystemCounts extends Freshness {
  /** AI systems by stage, or `out-of-scope`. */
  systemsByStage: Record<string, number>;
}

/** What a leader looks at first, counted over all facts of a scope. */
export interface Attention {
  /** Living AI risks and nonconformities by their facets. */
  risks: Counted<RiskFacets>[];
  nonconformities: Counted<NonconformityFacets>[];
  prohibited: number;
  inOperationWithoutImpactAssessment: number;
  systemsWithoutOwner: number;
  systemsOwnerLeft: number;
  /** Implemented cells that change by themselves up to the horizon. `once`: of the organisation. */
  lapsing: { requirementId: string; once: boolean; count: number }[];
}

/** What stands beside the figures, in one statement: AI systems by stage, open marks, freshness, and what needs a look. */
export async function readOverview(
  projectId: string | null,
  today: Day,
  horizon: Day,
): Promise<SystemCounts & Attention> {
  const mine = (column: string) => (projectId === null ? '' : `AND ${column} = ?`);
  const project: SqlValue[] = projectId === null ? [] : [projectId];
  const { rows, fresh } = await queryFreshRows<WideRow>(
    `${facetsSelect('ai-risk', mine('project_id'))}
     UNION ALL ${facetsSelect('nonconformity', mine('project_id'))}
     UNION ALL ${widened(`SELECT 'stage' AS what, standing AS word, COUNT(*) AS n FROM item WHERE kind = 'ai-system' AND lost_on IS NULL ${mine('project_id')} GROUP BY standing
     UNION ALL ${FRESHNESS_SELECT}
     UNION ALL SELECT 'prohibited', '', COUNT(DISTINCT i.item_id) FROM item_reference r JOIN item i ON i.item_id = r.item_id
       WHERE r.target_id = '${chosenTarget('ai-act-class', 'Prohibited')}' AND r.role = '${CHOSEN}' AND r.gone = 0 AND i.lost_on IS NULL
         AND i.standing ${IN_SCOPE} ${mine('i.project_id')}
     UNION ALL SELECT 'unassessed', '', COUNT(*) FROM item i JOIN coverage_cell c ON c.scope = i.item_id
       WHERE ${UNASSESSED_IN_OPERATION} ${mine('i.project_id')}
     UNION ALL SELECT 'unowned', '', COUNT(*) FROM item i WHERE ${WITHOUT_OWNER} ${mine('i.project_id')}
     UNION ALL ${ownersLeftSelect(mine('i.project_id'))}
     UNION ALL SELECT 'lapsing-once', requirement_id, COUNT(*) FROM coverage_cell
       WHERE scope = 'organisation' AND ${LAPSING} GROUP BY requirement_id
     UNION ALL SELECT 'lapsing', requirement_id, COUNT(*) FROM coverage_cell
       WHERE ${projectId === null ? "project_id <> ''" : 'project_id = ?'} AND ${LAPSING} GROUP BY requirement_id`)}`,
    [
      ...project,
      ...project,
      ...project,
      ...project,
      ...project,
      ...project,
      ...project,
      today,
      horizon,
      ...project,
      today,
      horizon,
    ],
    WIDE_NUMBERS,
  );
  const of = (what: string) => rows.filter((row) => row.what === what);
  const count = (what: string) => of(what)[0]?.n ?? 0;
  const words = (what: string) => of(what).map(({ word, n }) => ({ word, count: n ?? 0 }));
  return {
    systemsByStage: Object.fromEntries(of('stage').map((row) => [row.word, row.n ?? 0])),
    ...fresh,
    risks: countedRisks(rows),
    nonconformities: countedNonconformities(rows),
    prohibited: count('prohibited'),
    inOperationWithoutImpactAssessment: count('unassessed'),
    systemsWithoutOwner: count('unowned'),
    systemsOwnerLeft: count(OWNER_LEFT),
    lapsing: ['lapsing-once', 'lapsing'].flatMap((what) =>
      words(what).map((row) => ({ requirementId: row.word, once: what === 'lapsing-once', count: row.count })),
    ),
  };
}

/** An AI system in operation (`i`) and its cell of 8.4 (`c`), where the cell is due and not implemented. */
export const UNASSESSED_IN_OPERATION = `i.kind = 'ai-system' AND i.lost_on IS NULL
  AND i.standing IN ('operation-and-monitoring', 're-evaluation') AND c.requirement_id = '${IMPACT_ASSESSMENT}'
  AND c.state NOT IN ('implemented', 'verified', 'excluded', 'not-due', 'out-of-scope')`;

/** An AI system (`i`) in scope that is held by nobody, as owner or assignee. */
export const WITHOUT_OWNER = `${SYSTEM_IN_SCOPE}
  AND NOT EXISTS (SELECT 1 FROM item_reference o WHERE o.item_id = i.item_id AND o.role = '${HELD_BY}' AND o.gone = 0)`;

/** An AI system (`i`) in scope whose owner's account is closed. */
export const WITH_OWNER_WHO_LEFT = `${SYSTEM_IN_SCOPE}
  AND i.item_id IN (SELECT o.item_id FROM item_reference o WHERE o.target_id = '${OWNER_LEFT}' AND o.role = '${OWNER_LEFT}' AND o.gone = 0)`;

/** Counts them as `what`, no word, `n`, for a UNION ALL. @param mine narrows it to the items of a project */
export const ownersLeftSelect = (mine: string): string =>
  `SELECT '${OWNER_LEFT}' AS what, '' AS word, COUNT(*) AS n FROM item i WHERE ${WITH_OWNER_WHO_LEFT} ${mine}`;

const LAPSING = "changes_on > ? AND changes_on <= ? AND state IN ('implemented', 'verified')";

type WideRow = CountRow & FacetRow;
const WIDE_NUMBERS = { n: 'number', ...FACET_NUMBERS } as const;
const countsOf = (kind: 'ai-risk' | 'nonconformity', rows: readonly WideRow[]) =>
  rows.filter(({ what }) => what === kind).map((row) => ({ ...row, n: row.n ?? 0 }));
const countedRisks = (rows: readonly WideRow[]) => countsOf('ai-risk', rows).map(countedRisk);
const countedNonconformities = (rows: readonly WideRow[]) => countsOf('nonconformity', rows).map(countedNonconformity);

/** The facets of one kind in a scope, and how fresh the facts are: one statement. */
async function readFacets(
  kind: 'ai-risk' | 'nonconformity',
  projectId: string | null,
  systemId: ItemId | null,
): Promise<{ rows: WideRow[]; asOf: number | null }> {
  const [where, parameters] =
    systemId !== null
      ? [`AND ${CONCERNS_SYSTEM}`, [systemId]]
      : projectId !== null
        ? ['AND project_id = ?', [projectId]]
        : ['', []];
  const { rows, fresh } = await queryFreshRows<WideRow>(
    `${facetsSelect(kind, where)} UNION ALL ${widened(FRESHNESS_SELECT)}`,
    parameters,
    WIDE_NUMBERS,
  );
  return { rows, asOf: fresh.asOf };
}

/** Living AI risks of a project, of what concerns one AI system, or of all, counted by their facets. */
export async function readRiskCounts(projectId: string | null, systemId: ItemId | null) {
  const { rows, asOf } = await readFacets('ai-risk', projectId, systemId);
  return { risks: countedRisks(rows), asOf };
}

/** As `readRiskCounts`, of nonconformities. */
export async function readNonconformityCounts(projectId: string | null, systemId: ItemId | null) {
  const { rows, asOf } = await readFacets('nonconformity', projectId, systemId);
  return { nonconformities: countedNonconformities(rows), asOf };
}
