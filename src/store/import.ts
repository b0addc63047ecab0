import { z } from 'zod';
import type { InterpretedRow } from '../domain/import/interpret';
import { issueIdOf, itemIdOf } from '../domain/item/item-id';
import { dropCursor, readCursor, writeCursor } from './cursor';
import { change, chunks, inList, placeholders, query } from './sql';

const importSchema = z.object({
  projectId: z.string(),
  mapping: z.string(),
  asOf: z.string(),
  state: z.enum(['staging', 'running', 'done', 'failed']),
  /** Issues that the run has dealt with, of all planned. */
  planned: z.number(),
  done: z.number(),
  created: z.number(),
  updated: z.number(),
  failed: z.array(z.object({ line: z.number(), message: z.string() })),
  /** What a person decided about this file: rows by line that are known ones under a new name, or are not; emptied cells. */
  answers: z
    .object({ renamed: z.array(z.object({ line: z.number(), is: z.string() })), clearEmptied: z.boolean() })
    .default({ renamed: [], clearEmptied: false }),
  /** Why it ended before its end. */
  error: z.object({ code: z.string(), message: z.string(), remedy: z.string() }).nullable().default(null),
  /** What was left alone, and why: kept as people changed it, not sure, not in the file any more. */
  told: z.array(z.object({ line: z.number(), message: z.string(), issueId: z.string().optional() })).default([]),
  /** Failures and notes beyond those that are listed. */
  more: z.number().default(0),
  /** Origins of the batch that was being created: looked up before anything is created again. */
  inFlight: z.array(z.string()),
});

export type Import = z.infer<typeof importSchema>;

/** Rows of one page: each at most some 40 KB, well under the answer limit of 4 MiB. */
const PAGE = 100;

const cursorOf = (importId: string): string => `import:${importId}`;

export function readImport(importId: string): Promise<Import | null> {
  return readCursor(cursorOf(importId), importSchema);
}

export async function writeImport(importId: string, body: Import, now: number): Promise<void> {
  await writeCursor(cursorOf(importId), body, now);
}

/** Stages interpreted rows; staging a line again replaces it. */
export async function stageRows(importId: string, rows: readonly InterpretedRow[]): Promise<void> {
  for (const chunk of chunks(rows, PAGE)) {
    await change(
      `INSERT INTO import_row (import_id, line, body) VALUES ${placeholders(chunk.length, 3)} ON DUPLICATE KEY UPDATE body = VALUES(body)`,
      chunk.flatMap((row) => [importId, row.line, JSON.stringify(row)]),
    );
  }
}

/** All staged rows in order of lines. */
export async function stagedRows(importId: string): Promise<InterpretedRow[]> {
  const rows: InterpretedRow[] = [];
  let after = -1;
  for (;;) {
    const page = await query<{ line: number; body: string }>(
      `SELECT line, body FROM import_row WHERE import_id = ? AND line > ? ORDER BY line LIMIT ${PAGE}`,
      [importId, after],
      { line: 'number' },
    );
    rows.push(...page.map((row) => JSON.parse(row.body) as InterpretedRow));
    const last = page[page.length - 1];
    if (!last || page.length < PAGE) return rows;
    after = last.line;
  }
}

export interface ImportedIssue {
  origin: string;
  hash: string;
  issueId: string;
}

/** What earlier imports made of a project's rows, by origin. */
export async function importedIssues(projectId: string): Promise<Map<string, ImportedIssue>> {
  const found = new Map<string, ImportedIssue>();
  let after = '';
  for (;;) {
    const page = await query<{ origin: string; hash: string; issue_id: string }>(
      'SELECT origin, hash, issue_id FROM imported_issue WHERE project_id = ? AND origin > ? ORDER BY origin LIMIT 5000',
      [projectId, after],
    );
    for (const row of page) found.set(row.origin, { origin: row.origin, hash: row.hash, issueId: row.issue_id });
    const last = page[page.length - 1];
    if (!last || page.length < 5_000) return found;
    after = last.origin;
  }
}

/** Which of these issues the facts know to be gone from Jira, or from the enrolled projects. */
export async function goneIssues(issueIds: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const chunk of chunks(issueIds, 500)) {
    const rows = await query<{ item_id: string }>(
      `SELECT item_id FROM item WHERE item_id IN (${inList(chunk)}) AND lost_on IS NOT NULL`,
      chunk.map(itemIdOf),
    );
    for (const row of rows) found.add(issueIdOf(row.item_id) ?? '');
  }
  return found;
}

export async function recordImported(projectId: string, issues: readonly ImportedIssue[]): Promise<void> {
  for (const chunk of chunks(issues, 500)) {
    await change(
      `INSERT INTO imported_issue (project_id, origin, hash, issue_id) VALUES ${placeholders(chunk.length, 4)}
       ON DUPLICATE KEY UPDATE hash = VALUES(hash), issue_id = VALUES(issue_id)`,
      chunk.flatMap((issue) => [projectId, issue.origin, issue.hash, issue.issueId]),
    );
  }
}

/**
 * What an earlier import made of one row has another origin from now on. The row's own issue goes last: as long as it has the
 * old one, whoever was cut off begins again.
 * @param imported what earlier imports made of the project's rows
 */
export async function rekeyImported(
  projectId: string,
  imported: ReadonlyMap<string, ImportedIssue>,
  from: string,
  to: string,
): Promise<void> {
  const parts = [...imported.keys()].filter((origin) => origin.startsWith(`${from}/`));
  for (const origin of [...parts, from]) {
    const next = `${to}${origin.slice(from.length)}`;
    if (!imported.has(next))
      await change('UPDATE imported_issue SET origin = ? WHERE project_id = ? AND origin = ?', [
        next,
        projectId,
        origin,
      ]);
  }
}

/** Forgets the staged rows of an import that is done: what they became stands in Jira. */
export async function forgetRows(importId: string): Promise<void> {
  await change(`DELETE FROM import_row WHERE import_id IN (${inList([importId])})`, [importId]);
}

/** Forgets an import that was never applied. The rows go first: an import without rows can be discarded again. */
export async function forgetImport(importId: string): Promise<void> {
  await forgetRows(importId);
  await dropCursor(cursorOf(importId));
}
