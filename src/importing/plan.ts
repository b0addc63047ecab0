import { createHash } from 'node:crypto';
import type { InventoryMapping } from '../../controls';
import type { InterpretedRow, RowProblem } from '../domain/import/interpret';
import { matchRows } from '../domain/import/match-rows';
import { type PlannedIssue, plannedIssues } from '../domain/import/planned-issue';
import type { ImportedIssue } from '../store/import';

/** What an import would do with each issue: the dry run shows it, applying does it. */
export interface ImportPlan {
  create: Work[];
  update: (Work & { issueId: string })[];
  unchanged: number;
  problems: RowProblem[];
  /** Issues of earlier imports that this file does not speak of: they stay as they are, and are told. */
  left: Left[];
}

export interface Work {
  planned: PlannedIssue;
  /** Fingerprint of what the file says about the issue's fields, and the state that it names. */
  hash: string;
}

export interface Left {
  issueId: string;
  /** The row is not in the file any more, or the row is there and says it no more; or the issue is gone from Jira. */
  why: 'row-not-in-file' | 'no-longer-said' | 'issue-gone';
  line: number;
}

const fingerprint = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

/** A row without a name makes no issue: nobody could tell which AI system it is. It is listed as a problem. */
export const hasName = ({ name }: InterpretedRow): boolean => name !== '';

/** Days are those of the first import, so they say nothing new; the state is told apart. */
function hashOf({ line: _line, origin: _origin, concerns: _concerns, target, fields, ...said }: PlannedIssue): string {
  const { day: _day, ...values } = fields;
  const state = target === null ? '' : 'stage' in target ? target.stage : target.progress;
  return `${fingerprint(JSON.stringify({ ...said, values }), 32)}.${state}`;
}

const saidIn = (hash: string): string => hash.split('.')[0] ?? '';
const stateIn = (hash: string): string | undefined => hash.split('.')[1];

/**
 * Compares the rows of a file with what earlier imports made of the same rows. Pure.
 * @param gone ids of imported issues that are not in Jira any more: nothing is done about them
 */
export function planImport(
  rows: readonly InterpretedRow[],
  mapping: InventoryMapping,
  asOf: string,
  imported: ReadonlyMap<string, ImportedIssue>,
  gone: ReadonlySet<string>,
): ImportPlan {
  const plan: ImportPlan = { create: [], update: [], unchanged: 0, problems: [], left: [] };
  plan.problems.push(...rows.filter((row) => !hasName(row)).flatMap(({ problems }) => problems));
  const matched = matchRows(
    rows.filter(hasName),
    imported,
    (text) => fingerprint(text, 24),
    (row, origin) => {
      const [system] = plannedIssues(row, origin, mapping, asOf);
      return saidIn(imported.get(origin)?.hash ?? '') === saidIn(system ? hashOf(system) : ' ');
    },
  );
  const spoken = new Set<string>();
  for (const { origin, row, problems } of matched) {
    plan.problems.push(...problems);
    if (origin === null) continue;
    spoken.add(origin);
    for (const planned of plannedIssues(row, origin, mapping, asOf)) {
      spoken.add(planned.origin);
      compare({ planned, hash: hashOf(planned) }, imported.get(planned.origin), gone, plan);
    }
  }
  // Rows that nobody could tell apart are in the file: what they became is not missing from it.
  const unsure = new Set(matched.flatMap(({ origin, candidates }) => (origin === null ? candidates : [])));
  for (const { origin, issueId } of imported.values()) {
    const [row = ''] = origin.split('/');
    if (spoken.has(origin) || unsure.has(row)) continue;
    plan.left.push({ issueId, why: spoken.has(row) ? 'no-longer-said' : 'row-not-in-file', line: 0 });
  }
  return plan;
}

function compare(work: Work, before: ImportedIssue | undefined, gone: ReadonlySet<string>, plan: ImportPlan): void {
  const { line } = work.planned;
  if (!before) {
    plan.create.push(work);
    return;
  }
  if (gone.has(before.issueId)) {
    plan.left.push({ issueId: before.issueId, why: 'issue-gone', line });
    return;
  }
  const [was, now] = [stateIn(before.hash), stateIn(work.hash)];
  if (was !== undefined && was !== now)
    plan.problems.push({ line, code: 'state-stays', column: work.planned.summary, value: `${was} -> ${now}` });
  if (saidIn(before.hash) === saidIn(work.hash)) plan.unchanged += 1;
  else plan.update.push({ ...work, issueId: before.issueId });
}
