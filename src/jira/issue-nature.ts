import { route } from '@forge/api';
import { z } from 'zod';
import { readJira } from './request';

const id = z.object({ id: z.string() });
const issue = z.object({
  fields: z.object({ project: id, issuetype: id, status: z.object({ statusCategory: z.object({ key: z.string() }) }) }),
});

/** Where an issue is, of what type, and whether it is done, as the user. @throws AppError jira-not-found for an unknown or hidden one */
export async function whatIssueIs(issueId: string): Promise<{ projectId: string; typeId: string; isDone: boolean }> {
  const { fields } = await readJira(
    { as: 'user', method: 'GET', route: route`/rest/api/3/issue/${issueId}?fields=project,issuetype,status` },
    issue,
  );
  return {
    projectId: fields.project.id,
    typeId: fields.issuetype.id,
    isDone: fields.status.statusCategory.key === 'done',
  };
}
