import { type InventoryMapping, inventoryMappings } from '../../../controls';
import { AppError, DETAILS } from '../../errors';
import { issuesAsViewer, VIEWED_ISSUES } from '../../jira/viewed-issue';
import { type Import, readImport } from '../../store/import';
import { chunks } from '../../store/sql';

/** @throws AppError import-mapping-invalid */
export function mappingOf(id: string): InventoryMapping {
  const mapping = inventoryMappings.get(id);
  if (!mapping) throw new AppError('import-mapping-invalid', { detail: DETAILS.noMapping(id) });
  return mapping;
}

/** @throws AppError import-unknown */
export async function knownImport(importId: string): Promise<Import> {
  const stored = await readImport(importId);
  if (!stored) throw new AppError('import-unknown');
  return stored;
}

/** Key and title of issues by id, of those that the viewer may see. */
export async function issuesAsSeen(
  issueIds: readonly string[],
): Promise<Map<string, { key: string; summary: string }>> {
  const found = new Map<string, { key: string; summary: string }>();
  for (const chunk of chunks([...new Set(issueIds)], VIEWED_ISSUES))
    for (const [id, { key, summary }] of await issuesAsViewer(chunk)) found.set(id, { key, summary });
  return found;
}
