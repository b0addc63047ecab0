import type { Hands } from '../support/site';

/** The kinds of users that a procedure meets. `nobody` has an account that was closed; null is not logged in. */
export const KINDS = [
  'administrator',
  'member',
  'outsider',
  'auditor',
  'jiraOnly',
  'confluenceOnly',
  'customer',
  'nobody',
  'anonymous',
] as const;
export type Kind = (typeof KINDS)[number];

export type People = Readonly<Record<Kind, string | null>>;

const must = async <Answer>(hands: Hands, method: string, path: string, body?: unknown): Promise<Answer> => {
  const answer = await hands.rest<Answer>(method, path, body);
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};

/** Creates one user of each kind. Who lacks access to what is up to `closeProject`; those without Jira see none of its issues. */
export async function createPeople(hands: Hands): Promise<People> {
  const create = async (name: string, products: readonly string[] = ['jira-software']) =>
    (
      await must<{ accountId: string }>(hands, 'POST', '/rest/api/3/user', {
        emailAddress: `${name}@example.com`,
        displayName: name,
        products,
      })
    ).accountId;
  const [member, outsider, auditor, nobody, jiraOnly, confluenceOnly] = [
    await create('member'),
    await create('outsider'),
    await create('auditor'),
    await create('nobody'),
    await create('jira-only'),
    await create('confluence-only', []),
  ];
  const { accountId: customer } = await must<{ accountId: string }>(hands, 'POST', '/local/jira/customers', {
    emailAddress: 'customer@example.com',
    displayName: 'customer',
  });
  for (const accountId of [member, outsider, auditor, confluenceOnly])
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
  return {
    administrator: 'admin',
    member,
    outsider,
    auditor,
    jiraOnly,
    confluenceOnly,
    customer,
    nobody,
    anonymous: null,
  };
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
