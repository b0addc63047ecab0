import { route } from '@forge/api';
import { z } from 'zod';
import { changesOf } from './changelog';
import { readJira } from './request';

/** An issue link as it stands on an issue: exactly one of the two ends is there, and it is the other issue. */
const link = z.object({
  type: z.object({ id: z.string() }),
  outwardIssue: z.object({ id: z.string() }).optional(),
  inwardIssue: z.object({ id: z.string() }).optional(),
});

const issue = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({
    status: z
      .object({ id: z.string(), name: z.string().optional(), statusCategory: z.object({ key: z.string() }) })
      .optional(),
    issuetype: z.object({ id: z.string() }).optional(),
    project: z.object({ id: z.string() }).optional(),
    resolution: z.object({ id: z.string(), name: z.string() }).nullish(),
    resolutiondate: z.string().nullish(),
    statuscategorychangedate: z.string().nullish(),
    assignee: z.unknown().optional(),
    issuelinks: z.array(link).optional(),
    labels: z.array(z.string()).optional(),
  }),
  properties: z.record(z.string(), z.unknown()).optional(),
});

export type JiraIssue = z.infer<typeof issue>;

/** Most issues that one bulk fetch answers (Jira REST v3, "Bulk fetch issues"). */
const BULK_FETCH_LIMIT = 100;

/** The property that names requirements where the field cannot be: `{requirements: ["A.6.2.4"]}`. */
export const ISSUE_PROPERTY = 'aims';

/** Issues by id; those that do not exist (any more) are absent. Costs one point and one for each issue. */
export async function bulkFetchIssues(issueIds: readonly string[], fields: readonly string[]): Promise<JiraIssue[]> {
  if (issueIds.length === 0) return [];
  const answer = await readJira(
    {
      as: 'app',
      method: 'POST',
      route: route`/rest/api/3/issue/bulkfetch`,
      body: { issueIdsOrKeys: issueIds, fields, properties: [ISSUE_PROPERTY] },
    },
    z.object({ issues: z.array(issue) }),
  );
  return answer.issues;
}

const searchPage = z.object({
  issues: z.array(issue),
  nextPageToken: z.string().nullish(),
  isLast: z.boolean().optional(),
});

/** One page of a search with everything that facts need, so that no issue is read twice. */
export async function searchIssues(
  jql: string,
  fields: readonly string[],
  nextPageToken: string | null,
): Promise<{ issues: JiraIssue[]; nextPageToken: string | null }> {
  const page = await readJira(
    {
      as: 'app',
      method: 'POST',
      route: route`/rest/api/3/search/jql`,
      body: {
        jql,
        fields,
        properties: [ISSUE_PROPERTY],
        maxResults: BULK_FETCH_LIMIT,
        ...(nextPageToken ? { nextPageToken } : {}),
      },
    },
    searchPage,
  );
  return { issues: page.issues, nextPageToken: page.isLast ? null : (page.nextPageToken ?? null) };
}

/** How many issues a query finds, by Jira's own count; it may lag behind the newest changes. */
export async function approximateCount(jql: string): Promise<number> {
  const answer = await readJira(
    { as: 'app', method: 'POST', route: route`/rest/api/3/search/approximate-count`, body: { jql } },
    z.object({ count: z.number() }),
  );
  return answer.count;
}

/** What an issue's changelog says that its fields do not. */
export interface History {
  /** Status ids that it has ever left. */
  formerStatusIds: readonly string[];
  /** When one of the fields that were asked about last changed, epoch milliseconds; null where none ever did. */
  changedAt: number | null;
}

/** By issue id; what never changed is absent. @param fieldIds fields of which only the last change matters */
export async function historiesOf(
  issueIds: readonly string[],
  fieldIds: readonly string[],
): Promise<Map<string, History>> {
  const found = new Map<string, History>();
  for await (const { issueId, fieldId, from, created } of changesOf(issueIds, ['status', ...fieldIds])) {
    const { formerStatusIds, changedAt } = found.get(issueId) ?? { formerStatusIds: [], changedAt: null };
    if (fieldId !== 'status')
      found.set(issueId, { formerStatusIds, changedAt: Math.max(changedAt ?? 0, new Date(created).getTime()) });
    else if (from) found.set(issueId, { formerStatusIds: [...formerStatusIds, from], changedAt });
  }
  return found;
}
