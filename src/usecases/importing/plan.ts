import type { InventoryMapping } from '../../../controls';
import type { InterpretedRow, RowProblem } from '../../domain/import/interpret';
import { type MatchedRow, matchRows } from '../../domain/import/match-rows';
import { type PlannedIssue, plannedIssues } from '../../domain/import/planned-issue';
import type { ImportedIssue } from '../../store/import';
import { ISSUE_WORDS } from '../../words/importing';
import { fingerprint, hashOf, saidIn, stateIn } from './fingerprint';

/** What an import would do with each issue: the dry run shows it, applying does it. */
export interface ImportPlan {
  create: Work[];
  /** Rows that say something else than at the last import. What becomes of them hangs on what Jira has now. */
  changed: Changed[];
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

export interface Changed extends Work {
  issueId: string;
  /** The state that the file named last time, where it names another one now. */
  was: string | undefined;
}

export interface Left {
  issueId: string;
  /** The row is not in the file any more, or the row is there and says it no more; or the issue is gone from Jira. */
  why: 'row-not-in-file' | 'no-longer-said' | 'issue-gone';
  line: number;
}

/** A row without a name makes no issue: nobody could tell which AI system it is. It is listed as a problem. */
export const hasName = ({ name }: InterpretedRow): boolean => name !== '';

/** Gives each row that has a name its origin: the one that an earlier import gave it, or a new one. */
export const matchPlan = (
  rows: readonly InterpretedRow[],
  mapping: InventoryMapping,
  asOf: string,
  imported: ReadonlyMap<string, ImportedIssue>,
): MatchedRow[] =>
  matchRows(
    rows.filter(hasName),
    imported,
    (text) => fingerprint(text, 24),
    (row, origin) => {
      const [system] = plannedIssues(row, origin, mapping, asOf, ISSUE_WORDS);
      return saidIn(imported.get(origin)?.hash ?? '') === saidIn(system ? hashOf(system) : ' ');
    },
  );

/**
 * Compares the rows of a file with what earlier imports made of the same rows. Pure.
 * @param gone ids of imported issues that are not in Jira any more: nothing is done about them
 * @param open lines of rows that may be rows of earlier imports under a new name, with the origins of those: nothing is done
 *   about either
 */
export function planImport(
  rows: readonly InterpretedRow[],
  mapping: InventoryMapping,
  asOf: string,
  imported: ReadonlyMap<string, ImportedIssue>,
  gone: ReadonlySet<string>,
  open: ReadonlyMap<number, readonly string[]> = new Map(),
): ImportPlan {
  const plan: ImportPlan = { create: [], changed: [], unchanged: 0, problems: [], left: [] };
  plan.problems.push(...rows.filter((row) => !hasName(row)).flatMap(({ problems }) => problems));
  const spoken = new Set<string>();
  // What may be of rows that nobody could tell apart is not missing from the file.
  const unsure = new Set<string>();
  for (const { origin, row, problems, candidates } of matchPlan(rows, mapping, asOf, imported)) {
    plan.problems.push(...problems);
    const maybe = open.get(row.line);
    for (const candidate of maybe ?? candidates) unsure.add(candidate);
    if (maybe) plan.problems.push({ line: row.line, code: 'maybe-renamed', column: '', value: row.name });
    if (origin === null || maybe) continue;
    spoken.add(origin);
    for (const planned of plannedIssues(row, origin, mapping, asOf, ISSUE_WORDS)) {
      spoken.add(planned.origin);
      compare({ planned, hash: hashOf(planned) }, imported.get(planned.origin), gone, plan);
    }
  }
  for (const { origin, issueId } of imported.values()) {
    const [row = ''] = origin.split('/');
    if (spoken.has(origin) || unsure.has(row)) continue;
    plan.left.push({ issueId, why: spoken.has(row) ? 'no-longer-said' : 'row-not-in-file', line: 0 });
  }
  return plan;
}

function compare(work: Work, before: ImportedIssue | undefined, gone: ReadonlySet<string>, plan: ImportPlan): void {
  if (!before) {
    plan.create.push(work);
    return;
  }
  if (gone.has(before.issueId)) {
    plan.left.push({ issueId: before.issueId, why: 'issue-gone', line: work.planned.line });
    return;
  }
  const [was, now] = [stateIn(before.hash), stateIn(work.hash)];
  const isMoved = was !== undefined && was !== now;
  if (saidIn(before.hash) === saidIn(work.hash) && !isMoved) plan.unchanged += 1;
  else plan.changed.push({ ...work, issueId: before.issueId, was: isMoved ? was : undefined });
}
