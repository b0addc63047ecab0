import type { Hands } from '../support/site';

/** The kinds of users that a procedure meets. `nobody` has an account that was closed; null is not logged in. */
export type Kind = 'administrator' | 'member' | 'outsider' | 'auditor' | 'nobody' | 'anonymous';

export type People = Readonly<Record<Kind, string | null>>;

const must = async <Answer>(hands: Hands, method: string, path: string, body?: unknown): Promise<Answer> => {
  const answer = await hands.rest<Answer>(method, path, body);
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};

/** Creates one user of each kind; the outsider and nobody else lacks access to the closed projects. */
export async function createPeople(hands: Hands): Promise<People> {
  const create = async (name: string) =>
    (
      await must<{ accountId: string }>(hands, 'POST', '/rest/api/3/user', {
        emailAddress: `${name}@example.com`,
        displayName: name,
        products: ['jira-software'],
      })
    ).accountId;
  const [member, outsider, auditor, nobody] = [
    await create('member'),
    await create('outsider'),
    await create('auditor'),
    await create('nobody'),
  ];
  for (const accountId of [member, outsider, auditor])
    await must(hands, 'POST', '/rest/api/3/group/user?groupname=confluence-users', { accountId });
  await must(hands, 'DELETE', `/rest/api/3/user?accountId=${nobody}`);
  const { groupId } = await must<{ groupId: string }>(hands, 'POST', '/rest/api/3/group', { name: 'auditors' });
  await must(hands, 'POST', `/rest/api/3/group/user?groupId=${groupId}`, { accountId: auditor });
  const grants = await must<{ key: string; groups: string[]; everyone: boolean }[]>(
    hands,
    'GET',
    '/local/jira/global-permissions',
  );
  const audit = grants.find(({ key }) => key.endsWith('/audit-aims'));
  if (!audit) throw new Error('The app has no permission audit-aims.');
  await must(hands, 'PUT', `/local/jira/global-permissions?permission=${encodeURIComponent(audit.key)}`, {
    groups: [...audit.groups, groupId],
    everyone: false,
  });
  return { administrator: 'admin', member, outsider, auditor, nobody, anonymous: null };
}

/** Closes a project to all but its administrators and these people. */
export async function closeProject(hands: Hands, projectId: string, members: readonly string[]): Promise<void> {
  const administrators = { type: 'projectRole', parameter: '10002' };
  const permissions = ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES', 'LINK_ISSUES', 'TRANSITION_ISSUES'].flatMap(
    (permission) =>
      [administrators, ...members.map((parameter) => ({ type: 'user', parameter }))].map((holder) => ({
        permission,
        holder,
      })),
  );
  const scheme = { name: `Closed ${projectId}`, permissions };
  const { id } = await must<{ id: number }>(hands, 'POST', '/rest/api/3/permissionscheme', scheme);
  await must(hands, 'PUT', `/rest/api/3/project/${projectId}/permissionscheme`, { id });
}
