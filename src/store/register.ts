import type { CoverageState } from '../domain/coverage/state';
import type { ItemFact } from '../domain/item/item-fact';
import { riskStanding } from '../domain/item/standing';
import { OUT_OF_SCOPE } from './cell';
import { factFrom } from './fact';
import { inList, query, type SqlValue } from './sql';

/** Rows of a register: which items, in which order, and in which projects the viewer may see them. */
export interface RegisterFilter {
  kind: 'ai-system' | 'ai-risk' | 'nonconformity';
  /** Conditions on the item `i`, with their parameters. */
  where: readonly { sql: string; parameters: readonly SqlValue[] }[];
  /** Columns of `i`. */
  order: string;
  /** The scope: one project, or null for all. */
  projectId: string | null;
  /** Projects that the viewer may browse. */
  visible: readonly string[];
  page: number;
  limit: number;
}

export interface RegisterPage {
  facts: ItemFact[];
  /** Items of the filter in visible projects, and in others. */
  total: number;
  hidden: number;
}

/** One page of facts and how many there are by project, in one statement. */
export async function readRegister(filter: RegisterFilter): Promise<RegisterPage> {
  const { kind, where, order, projectId, visible, page, limit } = filter;
  const conditions = [
    `i.kind = '${kind}' AND i.lost_on IS NULL`,
    ...(projectId === null ? [] : ['i.project_id = ?']),
    ...where.map(({ sql }) => sql),
  ].join(' AND ');
  const parameters = [...(projectId === null ? [] : [projectId]), ...where.flatMap((one) => one.parameters)];
  const offset = Math.trunc(page) * Math.trunc(limit);
  const rows = await query<{ what: string; place: number; body: string; n: number }>(
    `SELECT 'row' AS what, r.place, r.fact AS body, 0 AS n FROM (
       SELECT i.fact, ROW_NUMBER() OVER (ORDER BY ${order}) AS place FROM item i
       WHERE ${conditions} AND i.project_id IN (${inList(visible)})
       ORDER BY ${order} LIMIT ${Math.trunc(limit)} OFFSET ${offset}
     ) r
     UNION ALL SELECT 'count', 0, i.project_id, COUNT(*) FROM item i WHERE ${conditions} GROUP BY i.project_id`,
    [...parameters, ...visible, ...parameters],
  );
  const seen = new Set(visible);
  const counts = rows.filter(({ what }) => what === 'count');
  const sum = (wanted: boolean) =>
    counts.filter((row) => seen.has(row.body) === wanted).reduce((all, row) => all + Number(row.n), 0);
  return {
    facts: rows
      .filter(({ what }) => what === 'row')
      .sort((a, b) => Number(a.place) - Number(b.place))
      .map((row) => factFrom(row.body)),
    total: sum(true),
    hidden: sum(false),
  };
}

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
     UNION ALL SELECT 'risk', r.target_id, MAX(i.standing), COUNT(*), SUM(CASE WHEN i.standing < '0' THEN 1 ELSE 0 END)
       FROM item_reference r JOIN item i ON i.item_id = r.item_id
       WHERE r.target_id IN (${these}) AND r.role = 'concerns' AND r.gone = 0
         AND i.kind = 'ai-risk' AND i.lost_on IS NULL AND i.standing <> 'gone' GROUP BY r.target_id`,
    [...systemIds, ...systemIds],
  );
  for (const row of rows) {
    const sum = sums.get(row.scope);
    if (!sum) continue;
    if (row.what === 'cell') sum.counts[row.word as CoverageState] = Number(row.n);
    else sum.risks = { count: Number(row.n), unrated: Number(row.unrated), highest: riskStanding(row.word).level };
  }
  return sums;
}
