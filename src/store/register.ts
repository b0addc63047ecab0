import type { CoverageState } from '../domain/coverage/state';
import type { ItemFact } from '../domain/item/item-fact';
import { GONE, riskStanding } from '../domain/item/standing';
import { OUT_OF_SCOPE } from './cell';
import { factFrom } from './fact';
import { FRESHNESS_SELECT, type Freshness, queryFresh } from './freshness';
import { inList, query, type SqlValue } from './sql';

/** Rows of a register: which items, in which order, and in which projects the viewer may see them. */
export interface RegisterFilter {
  kind: 'ai-system' | 'ai-risk' | 'nonconformity';
  /** Conditions on the item `i`, with their parameters. */
  where: readonly { sql: string; parameters: readonly SqlValue[] }[];
  /** An expression on the item `i` that `order` knows as `i.sort_key`. */
  sortKey: string;
  /** Over `i.sort_key`, `i.standing` and `i.item_id`. */
  order: string;
  /** The scope: one project, or null for all. */
  projectId: string | null;
  /** Projects that the viewer may browse. */
  visible: readonly string[];
  page: number;
  limit: number;
}

export interface RegisterPage extends Freshness {
  facts: ItemFact[];
  /** Items of the filter in visible projects, and in others. */
  total: number;
  hidden: number;
}

/** One page of facts, how many there are by project, and how fresh they are, in one statement. */
export async function readRegister(filter: RegisterFilter): Promise<RegisterPage> {
  const { kind, where, sortKey, order, projectId, visible, page, limit } = filter;
  const conditions = [
    `i.kind = '${kind}' AND i.lost_on IS NULL`,
    ...(projectId === null ? [] : ['i.project_id = ?']),
    ...where.map(({ sql }) => sql),
  ].join(' AND ');
  const parameters = [...(projectId === null ? [] : [projectId]), ...where.flatMap((one) => one.parameters)];
  const offset = Math.trunc(page) * Math.trunc(limit);
  const { rows, fresh } = await queryFresh(
    `SELECT 'row' AS what, r.fact AS word, r.place AS n FROM (
       SELECT i.fact, ROW_NUMBER() OVER (ORDER BY ${order}) AS place FROM (
         SELECT i.item_id, i.standing, i.fact, ${sortKey} AS sort_key FROM item i
         WHERE ${conditions} AND i.project_id IN (${inList(visible)})
       ) i ORDER BY ${order} LIMIT ${Math.trunc(limit)} OFFSET ${offset}
     ) r
     UNION ALL SELECT 'count', i.project_id, COUNT(*) FROM item i WHERE ${conditions} GROUP BY i.project_id
     UNION ALL ${FRESHNESS_SELECT}`,
    [...parameters, ...visible, ...parameters],
  );
  const seen = new Set(visible);
  const counts = rows.filter(({ what }) => what === 'count');
  const sum = (wanted: boolean) =>
    counts.filter((row) => seen.has(row.word) === wanted).reduce((all, row) => all + (row.n ?? 0), 0);
  return {
    facts: rows
      .filter(({ what }) => what === 'row')
      .sort((a, b) => (a.n ?? 0) - (b.n ?? 0))
      .map((row) => factFrom(row.word)),
    total: sum(true),
    hidden: sum(false),
    ...fresh,
  };
}

/** Of an AI system `i`: the share of its due cells that is implemented, or NULL when none is due. */
export const IMPLEMENTED_SHARE = `(SELECT AVG(CASE WHEN c.state IN ('implemented', 'verified') THEN 1 ELSE 0 END)
  FROM cell c WHERE c.scope = i.item_id AND c.state NOT IN ('excluded', 'not-due', '${OUT_OF_SCOPE}'))`;

/** A living risk `k` that concerns somebody by the reference `r`. */
const LIVING_RISK = `r.role = 'concerns' AND r.gone = 0 AND k.kind = 'ai-risk' AND k.lost_on IS NULL AND k.standing <> '${GONE}'`;

/** Of an AI system `i`: the two digits of the highest level among its living risks, or NULL without any. */
export const HIGHEST_RISK = `(SELECT MAX(SUBSTRING(k.standing, 1, 2))
  FROM item_reference r JOIN item k ON k.item_id = r.item_id WHERE r.target_id = i.item_id AND ${LIVING_RISK})`;

export interface SystemSums {
  counts: Partial<Record<CoverageState, number>>;
  risks: { count: number; unrated: number; highest: number | null };
}

/** How the cells of AI systems stand and which living risks concern them, in one statement. */
export async function readSystemSums(systemIds: readonly string[]): Promise<Map<string, SystemSums>> {
  const sums = new Map<string, SystemSums>(
    systemIds.map((id) => [id, { counts: {}, risks: { count: 0, unrated: 0, highest: null } }]),
  );
  if (systemIds.length === 0) return sums;
  const these = inList(systemIds);
  const rows = await query<{ what: string; scope: string; word: string; n: number; unrated: number }>(
    `SELECT 'cell' AS what, scope, state AS word, COUNT(*) AS n, 0 AS unrated FROM cell
       WHERE scope IN (${these}) AND state <> '${OUT_OF_SCOPE}' GROUP BY scope, state
     UNION ALL SELECT 'risk', r.target_id, MAX(k.standing), COUNT(*), SUM(CASE WHEN k.standing < '0' THEN 1 ELSE 0 END)
       FROM item_reference r JOIN item k ON k.item_id = r.item_id
       WHERE r.target_id IN (${these}) AND ${LIVING_RISK} GROUP BY r.target_id`,
    [...systemIds, ...systemIds],
    { n: 'number', unrated: 'number' },
  );
  for (const row of rows) {
    const sum = sums.get(row.scope);
    if (!sum) continue;
    if (row.what === 'cell') sum.counts[row.word as CoverageState] = row.n;
    else sum.risks = { count: row.n, unrated: row.unrated, highest: riskStanding(row.word).level };
  }
  return sums;
}
