import { route } from '@forge/api';
import { z } from 'zod';
import { readJira } from './request';

/** A display row of an issue, as the viewer may see it. */
const viewed = z.object({
  issues: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      fields: z.looseObject({ summary: z.string(), status: z.object({ name: z.string() }) }),
    }),
  ),
});

export interface ViewedIssue {
  key: string;
  summary: string;
  status: string;
}

/** Titles of issues, fetched as the viewer: what they may not open is absent. At most 100 ids. */
export async function issuesAsViewer(issueIds: readonly string[]): Promise<Map<string, ViewedIssue>> {
  if (issueIds.length === 0) return new Map();
  const answer = await readJira(
    {
      as: 'user',
      method: 'POST',
      route: route`/rest/api/3/issue/bulkfetch`,
      body: { issueIdsOrKeys: issueIds, fields: ['summary', 'status'] },
    },
    viewed,
  );
  return new Map(
    answer.issues.map(({ id, key, fields }) => [id, { key, summary: fields.summary, status: fields.status.name }]),
  );
}
