import type { CoverageState } from '../../domain/coverage/state';
import { GONE } from '../../domain/item/standing';
import { STAGES } from '../../domain/lifecycle/stage';
import { MAIN_FRAMEWORK } from '../../domain/requirement/requirement-id';
import { BY_TRIAGE, inFramework, OF_FRAMEWORK, OUT_OF_SCOPE } from '../cell';
import { IN_SCOPE } from '../facets';
import { UNASSESSED_IN_OPERATION, WITH_OWNER_WHO_LEFT, WITHOUT_OWNER } from '../overview';
import { inList, placeAmong, query } from '../sql';
import { type Condition, condition } from './condition';
import { choosing, type FieldFilter } from './field';
import { type Register, type RegisterPage, type RegisterView, readRegister } from './register';

/** Which AI systems; empty lists filter nothing. */
export interface SystemFilter {
  only: 'all' | 'in-scope' | 'out-of-scope' | 'in-operation-without-impact-assessment' | 'without-owner' | 'owner-left';
  stages: readonly string[];
  fields: FieldFilter;
  /** Ids that a search found, or null for no search. */
  found: readonly string[] | null;
}

/** A living risk `k` that concerns somebody by the reference `r`. */
const LIVING_RISK = `r.role = 'concerns' AND r.gone = 0 AND k.kind = 'ai-risk' AND k.lost_on IS NULL AND k.standing <> '${GONE}'`;

const SYSTEMS: Register<'stage' | 'risk' | 'coverage'> = {
  kind: 'ai-system',
  columns: {
    stage: placeAmong('i.standing', STAGES),
    /** The highest level among its living risks, or NULL when none is rated. */
    risk: `(SELECT MAX(k.likelihood * k.consequence)
      FROM item_reference r JOIN item k ON k.item_id = r.item_id WHERE r.target_id = i.item_id AND ${LIVING_RISK})`,
    /** The share of its due cells that is implemented, or NULL when none is due. */
    coverage: `(SELECT AVG(CASE WHEN c.state IN ('implemented', 'verified') THEN 1 ELSE 0 END)
      FROM coverage_cell c WHERE c.scope = i.item_id AND c.requirement_id LIKE '${inFramework(MAIN_FRAMEWORK)}'
        AND c.state NOT IN ('excluded', 'not-due', '${OUT_OF_SCOPE}'))`,
  },
  order: 'i.item_id',
};

/** A page of AI systems: one statement. */
export const readSystems = (
  filter: SystemFilter,
  view: RegisterView<keyof (typeof SYSTEMS)['columns']>,
): Promise<RegisterPage> => readRegister(SYSTEMS, conditionsOf(filter), view);

function conditionsOf({ only, stages, fields, found }: SystemFilter): Condition[] {
  const conditions: Condition[] = choosing(fields);
  if (stages.length > 0) conditions.push(condition(`i.standing IN (${inList(stages)})`, ...stages));
  if (only === 'in-scope') conditions.push(condition(`i.standing ${IN_SCOPE}`));
  if (only === 'without-owner') conditions.push(condition(WITHOUT_OWNER));
  if (only === 'owner-left') conditions.push(condition(WITH_OWNER_WHO_LEFT));
  if (only === 'out-of-scope') conditions.push(condition("i.standing = 'out-of-scope'"));
  if (found !== null) conditions.push(condition(`i.item_id IN (${inList(found)})`, ...found));
  if (only === 'in-operation-without-impact-assessment')
    conditions.push(
      condition(`EXISTS (SELECT 1 FROM coverage_cell c WHERE c.scope = i.item_id AND ${UNASSESSED_IN_OPERATION})`),
    );
  return conditions;
}

export interface SystemSums {
  counts: Partial<Record<CoverageState, number>>;
  /** How many of its cells are implemented by a triage. */
  byTriage: number;
  /** Living risks; the highest level is null when none is rated. */
  risks: { count: number; unrated: number; highest: number | null };
}

/** How the cells of AI systems stand and which living risks concern them, in one statement. */
export async function readSystemSums(systemIds: readonly string[]): Promise<Map<string, SystemSums>> {
  const sums = new Map<string, SystemSums>(
    systemIds.map((id) => [id, { counts: {}, byTriage: 0, risks: { count: 0, unrated: 0, highest: null } }]),
  );
  if (systemIds.length === 0) return sums;
  const these = inList(systemIds);
  const rows = await query<{
    what: string;
    scope: string;
    state: string;
    n: number;
    unrated: number;
    highest: number | null;
  }>(
    `SELECT 'cell' AS what, scope, state, COUNT(*) AS n, 0 AS unrated, NULL AS highest FROM coverage_cell
       WHERE scope IN (${these}) AND state <> '${OUT_OF_SCOPE}' AND ${OF_FRAMEWORK} GROUP BY scope, state
     UNION ALL SELECT 'by-triage', scope, '', COUNT(*), 0, NULL FROM coverage_cell
       WHERE scope IN (${these}) AND ${BY_TRIAGE} GROUP BY scope
     UNION ALL SELECT 'risk', r.target_id, '', COUNT(*), SUM(CASE WHEN k.likelihood IS NULL THEN 1 ELSE 0 END),
         MAX(k.likelihood * k.consequence)
       FROM item_reference r JOIN item k ON k.item_id = r.item_id
       WHERE r.target_id IN (${these}) AND ${LIVING_RISK} GROUP BY r.target_id`,
    [...systemIds, inFramework(MAIN_FRAMEWORK), ...systemIds, ...systemIds],
    { n: 'number', unrated: 'number', highest: 'number' },
  );
  for (const row of rows) {
    const sum = sums.get(row.scope);
    if (!sum) continue;
    if (row.what === 'cell') sum.counts[row.state as CoverageState] = row.n;
    else if (row.what === 'by-triage') sum.byTriage = row.n;
    else sum.risks = { count: row.n, unrated: row.unrated, highest: row.highest };
  }
  return sums;
}
