import type { Hands } from '../support/site';

/**
 * The kinds of users that a procedure meets. `guest` reads what a page names them for, and has no Jira; `nobody` has an
 * account that was closed; null is not logged in.
 */
export const KINDS = [
  'administrator',
  'decider',
  'auditor',
  'member',
  'jiraOnly',
  'outsider',
  'confluenceOnly',
  'guest',
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

type Permission = 'decide-aims' | 'audit-aims' | 'view-figures';

/** Gives one of the app's global permissions to these people alone, beside the groups that have it. */
async function grant(hands: Hands, permission: Permission, accountIds: readonly (string | null)[]): Promise<void> {
  const { groupId } = await must<{ groupId: string }>(hands, 'POST', '/rest/api/3/group', { name: permission });
  for (const accountId of accountIds)
    await must(hands, 'POST', `/rest/api/3/group/user?groupId=${groupId}`, { accountId });
  const grants = await must<{ key: string; groups: string[] }[]>(hands, 'GET', '/local/jira/global-permissions');
  const found = grants.find(({ key }) => key.endsWith(`/${permission}`));
  if (!found) throw new Error(`The app has no permission ${permission}.`);
  await must(hands, 'PUT', `/local/jira/global-permissions?permission=${encodeURIComponent(found.key)}`, {
    groups: [...found.groups, groupId],
    everyone: false,
  });
}

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
  const people = {
    administrator: 'admin',
    decider: await create('decider'),
    auditor: await create('auditor'),
    member: await create('member'),
    jiraOnly: await create('jira-only'),
    outsider: await create('outsider'),
    confluenceOnly: await create('confluence-only', []),
    guest: await create('guest', []),
    nobody: await create('nobody'),
    anonymous: null,
  };
  const { accountId: customer } = await must<{ accountId: string }>(hands, 'POST', '/local/jira/customers', {
    emailAddress: 'customer@example.com',
    displayName: 'customer',
  });
  const { decider, auditor, member, outsider, confluenceOnly, guest, nobody } = people;
  await must(hands, 'POST', '/rest/api/3/group', { name: 'confluence-guests' });
  await must(hands, 'POST', '/rest/api/3/group/user?groupname=confluence-guests', { accountId: guest });
  for (const accountId of [decider, auditor, member, outsider, confluenceOnly, guest])
    await must(hands, 'POST', '/rest/api/3/group/user?groupname=confluence-users', { accountId });
  await must(hands, 'DELETE', `/rest/api/3/user?accountId=${nobody}`);
  await grant(hands, 'decide-aims', [decider]);
  await grant(hands, 'audit-aims', [auditor]);
  return { ...people, customer };
}

/** From now on only these kinds of people, and Jira administrators, hold *View AIMS figures*; before, everybody with Jira does. */
export const showFiguresTo = (hands: Hands, people: People, kinds: readonly Kind[]): Promise<void> =>
  grant(hands, 'view-figures', ['admin', ...kinds.map((kind) => people[kind])]);

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
