import { jiraRest } from './jira-rest';
import { jqlWords } from './jql-words';

export interface FoundIssue {
  id: string;
  key: string;
  fields: { summary: string; status: { name: string } };
}

const SHOWN = 8;

/**
 * Issues by key or words as Jira finds them for the viewer; of one project the newest while nothing is typed, of all projects
 * none.
 */
export async function findIssues(projectId: string | null, text: string): Promise<FoundIssue[]> {
  const words = jqlWords(text);
  const key = /^[A-Za-z][A-Za-z0-9_]*-\d+$/.test(text) ? `key = "${text.toUpperCase()}"` : null;
  const what = key ?? (words === null ? null : `summary ~ ${words}`);
  const where = projectId === null ? null : `project = ${Number(projectId)}`;
  const wanted = [where, what].filter((part) => part !== null);
  if (wanted.length === 0) return [];
  const jql = `${wanted.join(' AND ')} ORDER BY updated DESC`;
  const query = new URLSearchParams({ jql, fields: 'summary,status', maxResults: String(SHOWN) });
  return (await jiraRest<{ issues: FoundIssue[] }>('GET', `/rest/api/3/search/jql?${query}`)).issues;
}
