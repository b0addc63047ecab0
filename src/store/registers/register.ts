import type { ItemFact } from '../../domain/item/item-fact';
import { registerFields } from '../../domain/vocabulary/register-field';
import { FACET_COLUMNS } from '../facets';
import { factFrom } from '../fact';
import { FRESHNESS_SELECT, type Freshness, queryFresh } from '../freshness';
import { inList } from '../sql';
import type { Condition } from './condition';
import { placeOf } from './field';

/** What a register shows and how it may be sorted. */
export interface Register<Column extends string> {
  kind: 'ai-system' | 'ai-risk' | 'nonconformity';
  /** An expression on the item `i` for each column that it can be sorted by. */
  columns: Readonly<Record<Column, string>>;
  /** Its own order, over columns of `facets.ts` and the id. */
  order: string;
}

/** Which part of a register is asked for. */
export interface RegisterView<Column extends string> {
  /** The scope: one project, or null for all. */
  projectId: string | null;
  /** Projects that the viewer may browse. */
  visible: readonly string[];
  /** Null leaves the register's own order. */
  sort: { by: Column | `field:${string}`; descending: boolean } | null;
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
export async function readRegister<Column extends string>(
  { kind, columns, order: own }: Register<Column>,
  where: readonly Condition[],
  { projectId, visible, sort, page, limit }: RegisterView<Column>,
): Promise<RegisterPage> {
  const conditions = [
    `i.kind = '${kind}' AND i.lost_on IS NULL`,
    ...(projectId === null ? [] : ['i.project_id = ?']),
    ...where.map(({ sql }) => sql),
  ].join(' AND ');
  const parameters = [...(projectId === null ? [] : [projectId]), ...where.flatMap((one) => one.parameters)];
  const sortKey = sort === null ? '0' : (fieldOrder(kind, sort.by) ?? columns[sort.by as Column]);
  const order = sort === null ? own : `i.sort_key ${sort.descending ? 'DESC' : 'ASC'}, ${own}`;
  const offset = Math.trunc(page) * Math.trunc(limit);
  const { rows, fresh } = await queryFresh(
    `SELECT 'row' AS what, r.fact AS word, r.place AS n FROM (
       SELECT i.fact, ROW_NUMBER() OVER (ORDER BY ${order}) AS place FROM (
         SELECT i.item_id, ${FACET_COLUMNS.map((column) => `i.${column}`).join(', ')}, i.fact, ${sortKey} AS sort_key
         FROM item i WHERE ${conditions} AND i.project_id IN (${inList(visible)})
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

/** What a register of `kind` can be sorted by beside its own columns. */
const fieldOrder = (kind: string, by: string): string | null => {
  const field = registerFields(kind).find(({ key, register }) => register.sorted && by === `field:${key}`);
  return field ? placeOf(field) : null;
};
