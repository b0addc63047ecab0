import type { Hands } from './site';

/** Ways in which an issue leaves what the app counts, and comes back, by REST as an administrator. */

interface Named {
  id: string;
  name: string;
}

export interface Elsewhere {
  /** A level that shows an issue to the administrator and not to the app. */
  levelId: string;
  /** A project that takes no part in the AIMS. */
  projectKey: string;
}

async function must<T>({ rest }: Hands, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await rest<T>(method, `/rest/api/3${path}`, body);
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Makes another project, and a level of security for the issues of one that takes part. */
export async function prepareElsewhere(hands: Hands, projectId: string): Promise<Elsewhere> {
  const project = { key: 'AWAY', name: 'Elsewhere', projectTypeKey: 'business', leadAccountId: 'admin' };
  await must(hands, 'POST', '/project', project);
  const members = [{ type: 'user', parameter: 'admin' }];
  const levels = [{ name: 'Hidden', description: 'For the administrator', members }];
  const { id } = await must<{ id: string }>(hands, 'POST', '/issuesecurityschemes', { name: 'Levels', levels });
  await must(hands, 'PUT', '/issuesecurityschemes/project', { projectId, schemeId: id });
  const found = await must<{ values: Named[] }>(hands, 'GET', `/issuesecurityschemes/level?schemeId=${id}`);
  return { levelId: found.values[0]?.id ?? '', projectKey: project.key };
}

/** Gives an issue a level, or takes it away with null. @returns whether Jira did */
export async function restrict(hands: Hands, issueId: string, levelId: string | null): Promise<boolean> {
  const security = levelId === null ? null : { id: levelId };
  return (await hands.rest('PUT', `/rest/api/3/issue/${issueId}`, { fields: { security } })).status < 400;
}

/** Moves an issue to another project, where it is a task. @returns whether Jira did */
export async function moveTo(hands: Hands, issueId: string, projectKey: string): Promise<boolean> {
  const { issueTypes } = await must<{ issueTypes: Named[] }>(
    hands,
    'GET',
    `/issue/createmeta/${projectKey}/issuetypes`,
  );
  const task = issueTypes.find(({ name }) => name === 'Task');
  const moved = {
    inferClassificationDefaults: true,
    inferFieldDefaults: true,
    inferStatusDefaults: true,
    inferSubtaskTypeDefault: true,
    issueIdsOrKeys: [issueId],
  };
  const body = { targetToSourcesMapping: { [`${projectKey},${task?.id}`]: moved } };
  return (await hands.rest('POST', '/rest/api/3/bulk/issues/move', body)).status < 400;
}
