import type { Context } from '../context';
import type { Freshness } from '../store/freshness';
import type { RegisterPage, RegisterView } from '../store/registers/register';
import { type OwnedRow, rowsAsViewer, visibleProjects } from './visible';

export interface RowsAsViewer extends Freshness {
  rows: OwnedRow[];
  total: number;
  hidden: number;
}

/**
 * One page of a register as the viewer may see it: one statement, and one call for titles and owners; for the whole
 * organisation one more for the projects that they may browse. What the viewer may not open is counted as hidden.
 */
export async function pageAsViewer<Column extends string>(
  { projectId, sort, page, limit }: Omit<RegisterView<Column>, 'visible'>,
  read: (view: RegisterView<Column>) => Promise<RegisterPage>,
  context: Pick<Context, 'configuration'>,
  { ownerFields = [], visible }: { ownerFields?: readonly string[]; visible?: readonly string[] } = {},
): Promise<RowsAsViewer> {
  const projects = visible ?? (await visibleProjects(projectId, context));
  const { facts, total, hidden, asOf, updating } = await read({ projectId, sort, page, limit, visible: projects });
  const { rows, dropped } = await rowsAsViewer(facts, ownerFields);
  return { rows, total: total - dropped, hidden: hidden + dropped, asOf, updating };
}
