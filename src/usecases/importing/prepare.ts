import type { InventoryMapping } from '../../../controls';
import type { InterpretedRow } from '../../domain/import/interpret';
import type { Configuration } from '../../store/configuration';
import { goneIssues, type Import, type ImportedIssue, importedIssues, stagedRows } from '../../store/import';
import { type ImportPlan, matchPlan, planImport } from './plan';
import { findRenames, type Renames, rekeyed } from './renames';

export interface Prepared {
  rows: InterpretedRow[];
  /** What earlier imports made, with the origins that a person's answers give it. */
  imported: Map<string, ImportedIssue>;
  renames: Renames;
  plan: ImportPlan;
}

/**
 * Reads what is staged and what earlier imports made, and says what is to be done: for the dry run, and for applying, which
 * looks again at what Jira has by then.
 */
export async function prepare(
  importId: string,
  { projectId, asOf, answers }: Import,
  mapping: InventoryMapping,
  configuration: Configuration,
): Promise<Prepared> {
  const rows = await stagedRows(importId);
  const before = await importedIssues(projectId);
  const gone = await goneIssues([...before.values()].map(({ issueId }) => issueId));
  const matched = matchPlan(rows, mapping, asOf, before);
  const renames = await findRenames(matched, before, gone, answers, configuration);
  const imported = rekeyed(before, renames.same);
  return { rows, imported, renames, plan: planImport(rows, mapping, asOf, imported, gone, renames.open) };
}
