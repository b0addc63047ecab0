import { inventoryMappings } from '../../../controls';
import { AppError } from '../../errors';
import { searchIssues } from '../../jira/issue';
import { BULK_CREATE_LIMIT } from '../../jira/write-issue';
import { readConfiguration } from '../../store/configuration';
import {
  forgetRows,
  type Import,
  type ImportedIssue,
  importedIssues,
  readImport,
  recordImported,
  rekeyImported,
  writeImport,
} from '../../store/import';
import { chunks } from '../../store/sql';
import { readIssueForm } from './issue-form';
import { prepare } from './prepare';
import { Run } from './run';

/**
 * Applies a staged import batch by batch: AI systems first, then what concerns them. What is created is recorded before the
 * next batch, and a batch that a crash cut off is looked up in Jira by its origins first, so nothing is created twice.
 * @param pause asked before each batch: seconds to come back after, or null to go on
 * @returns seconds after which it wants to be called again, or null when it is finished
 */
export async function applyImport(
  importId: string,
  now: () => number,
  pause: () => Promise<number | null>,
): Promise<number | null> {
  const stored = await readImport(importId);
  if (stored?.state !== 'running') return null;
  const mapping = inventoryMappings.get(stored.mapping);
  if (!mapping) throw new AppError('import-unknown');
  const configuration = await readConfiguration();
  const before = await importedIssues(stored.projectId);
  await adoptInFlight(stored, before);
  const { imported, renames, plan } = await prepare(importId, stored, mapping, configuration);
  for (const { from, to } of renames.same) await rekeyImported(stored.projectId, before, from, to);

  const written = [...plan.create, ...plan.changed].map(({ planned }) => planned);
  const form = await readIssueForm(stored.projectId, configuration, written);
  const run = new Run(
    importId,
    { ...stored, planned: plan.create.length + plan.changed.length + plan.unchanged, done: plan.unchanged },
    imported,
    form,
    now,
  );
  const systems = plan.create.filter(({ planned }) => planned.kind === 'ai-system');
  const others = plan.create.filter(({ planned }) => planned.kind !== 'ai-system');
  for (const group of [systems, others]) {
    for (const batch of chunks(group, BULK_CREATE_LIMIT)) {
      const seconds = await pause();
      if (seconds !== null) return seconds;
      await run.create(batch);
    }
  }
  for (const batch of chunks(plan.changed, BULK_CREATE_LIMIT)) {
    const seconds = await pause();
    if (seconds !== null) return seconds;
    await run.update(batch);
  }
  run.tell(plan);
  await run.finish();
  await forgetRows(importId);
  return null;
}

/** Ends an import that cannot go on, with what went wrong and what to do about it. What it created stays. */
export async function endImport(importId: string, error: AppError, now: number): Promise<void> {
  const stored = await readImport(importId);
  if (stored?.state !== 'running') return;
  const { code, message, remedy } = error;
  await writeImport(importId, { ...stored, state: 'failed', error: { code, message, remedy } }, now);
}

/** Issues of a batch whose outcome nobody recorded: found by the origin that each carries as a property. */
async function adoptInFlight(stored: Import, imported: Map<string, ImportedIssue>): Promise<void> {
  const unknown = stored.inFlight.filter((origin) => !imported.has(origin));
  if (unknown.length === 0) return;
  const list = unknown.map((origin) => `"${origin.replace(/["\\]/g, '')}"`).join(', ');
  const found = await searchIssues(
    `project = ${Number(stored.projectId)} AND aimsOrigin IN (${list})`,
    ['summary'],
    null,
  );
  // An issue whose row was renamed since carries the origin that it was made with.
  const known = new Set([...imported.values()].map(({ issueId }) => issueId));
  const adopted = found.issues.flatMap((issue): ImportedIssue[] => {
    const origin = (issue.properties?.aims as { origin?: unknown } | undefined)?.origin;
    if (typeof origin !== 'string' || known.has(issue.id)) return [];
    // Without a fingerprint the next comparison updates it, whatever the file says now.
    return [{ origin, hash: '', issueId: issue.id }];
  });
  await recordImported(stored.projectId, adopted);
  for (const issue of adopted) imported.set(issue.origin, issue);
}
