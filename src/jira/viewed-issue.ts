import { route } from '@forge/api';
import { z } from 'zod';
import { readJira } from './request';

const person = z.object({ accountId: z.string(), displayName: z.string(), active: z.boolean().optional() });

/** A display row of an issue, as the viewer may see it. */
const row = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({ summary: z.string(), status: z.object({ name: z.string() }) }),
});
const viewed = z.object({ issues: z.array(row) });

export interface ViewedIssue {
  key: string;
  summary: string;
  status: string;
}

export interface Person {
  accountId: string;
  name: string;
  /** The account is closed. */
  left: boolean;
}

/** Most issues of one bulk fetch ("Bulk fetch issues", Jira REST v3): what one view lists. */
export const VIEWED_ISSUES = 100;

/** Titles of issues, fetched as the viewer: what they may not open is absent. At most 100 ids. */
export async function issuesAsViewer(issueIds: readonly string[]): Promise<Map<string, ViewedIssue>> {
  const rows = await fetchAsViewer(issueIds, []);
  return new Map(rows.map((entry) => [entry.id, viewOf(entry)]));
}

/**
 * As `issuesAsViewer`, with who owns each: the first of `ownerFields` (ids of user fields) that is filled, else the
 * assignee. Names come with the issues, so a row costs no call of its own.
 */
export async function ownedIssuesAsViewer(
  issueIds: readonly string[],
  ownerFields: readonly string[],
): Promise<Map<string, ViewedIssue & { owner: Person | null }>> {
  const fields = [...ownerFields, 'assignee'];
  const rows = await fetchAsViewer(issueIds, fields);
  return new Map(rows.map((entry) => [entry.id, { ...viewOf(entry), owner: ownerOf(entry, fields) }]));
}

async function fetchAsViewer(issueIds: readonly string[], fields: readonly string[]): Promise<z.infer<typeof row>[]> {
  if (issueIds.length === 0) return [];
  const answer = await readJira(
    {
      as: 'user',
      method: 'POST',
      route: route`/rest/api/3/issue/bulkfetch`,
      body: { issueIdsOrKeys: issueIds, fields: ['summary', 'status', ...fields] },
    },
    viewed,
  );
  return answer.issues;
}

const viewOf = ({ key, fields }: z.infer<typeof row>): ViewedIssue => ({
  key,
  summary: fields.summary,
  status: fields.status.name,
});

function ownerOf(entry: z.infer<typeof row>, fields: readonly string[]): Person | null {
  for (const field of fields) {
    const parsed = person.safeParse(entry.fields[field]);
    if (!parsed.success) continue;
    const { accountId, displayName, active } = parsed.data;
    return { accountId, name: displayName, left: active === false };
  }
  return null;
}

const found = z.object({ issues: z.array(row) });

/** Issues that a query finds for the viewer, in the query's order. @param limit at most 100 */
export async function searchAsViewer(jql: string, limit: number): Promise<(ViewedIssue & { issueId: string })[]> {
  const answer = await readJira(
    {
      as: 'user',
      method: 'POST',
      route: route`/rest/api/3/search/jql`,
      body: { jql, fields: ['summary', 'status'], maxResults: limit },
    },
    found,
  );
  return answer.issues.map((entry) => ({ issueId: entry.id, ...viewOf(entry) }));
}

/** A text as a JQL string: whatever it holds, it stays one operand. */
export function jqlText(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/\p{Cc}/gu, ' ')}"`;
}

/**
 * Words of a title as the operand of `~`. Jira's text search has an operator syntax of its own
 * (support.atlassian.com/jira-software-cloud/docs/search-for-issues-using-the-text-field); its signs become spaces here,
 * and the last word may still be being typed.
 */
export function jqlWords(text: string): string | null {
  const words = text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return words === '' ? null : jqlText(`${words}*`);
}
