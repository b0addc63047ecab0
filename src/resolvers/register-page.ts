import type { Ingest } from '../ingest/collaborators';
import type { Freshness } from '../store/freshness';
import { type RegisterFilter, readRegister } from '../store/register';
import { type OwnedRow, rowsAsViewer, visibleProjects } from './visible';

type Filter = Omit<RegisterFilter, 'visible'>;

/**
 * How a register is sorted: by the expression of the column that was asked for, and what is alike as the register orders it.
 * @param columns an expression on the item `i` for each column
 */
export function sortedBy<Column extends string>(
  columns: Readonly<Record<Column, string>>,
  sort: { by: Column; descending: boolean } | null,
  own: string,
): Pick<Filter, 'sortKey' | 'order'> {
  if (sort === null) return { sortKey: '0', order: own };
  return { sortKey: columns[sort.by], order: `i.sort_key ${sort.descending ? 'DESC' : 'ASC'}, ${own}` };
}

export interface RowsAsViewer extends Freshness {
  rows: OwnedRow[];
  total: number;
  hidden: number;
}

/**
 * One page of a register as the viewer may see it: one statement, and one call for titles and owners; for the whole
 * organisation one more for the projects that they may browse. What the viewer may not open is counted as hidden.
 */
export async function pageAsViewer(
  filter: Filter,
  ingest: Ingest,
  { ownerFields = [], visible }: { ownerFields?: readonly string[]; visible?: readonly string[] } = {},
): Promise<RowsAsViewer> {
  const projects = visible ?? (await visibleProjects(filter.projectId, ingest));
  const { facts, total, hidden, asOf, updating } = await readRegister({ ...filter, visible: projects });
  const { rows, dropped } = await rowsAsViewer(facts, ownerFields);
  return { rows, total: total - dropped, hidden: hidden + dropped, asOf, updating };
}
