import { createHash } from 'node:crypto';
import type { InventoryMapping } from '../../controls';
import type { InterpretedRow, RowProblem } from '../domain/import/interpret';
import { type PlannedIssue, plannedIssues, rowOrigins } from '../domain/import/planned-issue';
import type { ImportedIssue } from '../store/import';

/** What an import would do with each issue: the dry run shows it, applying does it. */
export interface ImportPlan {
  create: Work[];
  update: (Work & { issueId: string })[];
  unchanged: number;
  problems: RowProblem[];
}

export interface Work {
  planned: PlannedIssue;
  /** Fingerprint of everything that the file says about the issue. */
  hash: string;
}

const fingerprint = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

/** A row without a name makes no issue: nobody could tell which AI system it is. It is listed as a problem. */
export const hasName = ({ name }: InterpretedRow): boolean => name !== '';

/** Compares the rows of a file with what earlier imports made of the same rows. Pure. */
export function planImport(
  rows: readonly InterpretedRow[],
  mapping: InventoryMapping,
  asOf: string,
  imported: ReadonlyMap<string, ImportedIssue>,
): ImportPlan {
  const plan: ImportPlan = { create: [], update: [], unchanged: 0, problems: [] };
  for (const { origin, row, problems } of rowOrigins(rows, (text) => fingerprint(text, 24))) {
    if (!hasName(row)) {
      plan.problems.push(...row.problems);
      continue;
    }
    plan.problems.push(...problems);
    for (const planned of plannedIssues(row, origin, mapping, asOf)) {
      const { line: _line, ...said } = planned;
      const work = { planned, hash: fingerprint(JSON.stringify(said), 32) };
      const before = imported.get(planned.origin);
      if (!before) plan.create.push(work);
      else if (before.hash === work.hash) plan.unchanged += 1;
      else plan.update.push({ ...work, issueId: before.issueId });
    }
  }
  return plan;
}
