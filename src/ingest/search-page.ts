import type { Context } from '../context';
import { AppError } from '../errors';
import { type JiraIssue, searchIssues } from '../jira/issue';
import { pointsOfRead, spendPoints } from '../store/points';
import { fieldsToRead } from './fields';

export interface Page {
  issues: JiraIssue[];
  nextPageToken: string | null;
}

/**
 * One page of a search with all that facts need, charged to bulk work. A page token lives for seven days ("Search for
 * issues using JQL enhanced search", Jira REST v3); when Jira no longer knows it, the search begins again.
 */
export async function searchPage(
  jql: string,
  nextPageToken: string | null,
  context: Pick<Context, 'configuration' | 'now'>,
): Promise<Page> {
  const fields = fieldsToRead(context.configuration);
  const page = await searchIssues(jql, fields, nextPageToken).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== 'jira-rejected' || nextPageToken === null) throw error;
    return searchIssues(jql, fields, null);
  });
  await spendPoints(pointsOfRead(page.issues.length), context.now());
  return page;
}
