import type { Ingest } from '../ingest/collaborators';
import { type RegisterFilter, readRegister } from '../store/register';
import { type OwnedRow, rowsAsViewer, visibleProjects } from './visible';

type Filter = Omit<RegisterFilter, 'visible'>;

export interface RowsAsViewer {
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
  const { facts, total, hidden } = await readRegister({ ...filter, visible: projects });
  const { rows, dropped } = await rowsAsViewer(facts, ownerFields);
  return { rows, total: total - dropped, hidden: hidden + dropped };
}
