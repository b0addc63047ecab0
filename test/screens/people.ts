import type { RunningSite } from '../e2e/harness/running-site';

/** The kinds of people that a screen may look different to, each by somebody of the sample organisation. */
export const PEOPLE = {
  administrator: 'Site Administrator',
  manager: 'Ines Falk',
  approver: 'Sofia Marin',
  member: 'Amara Diallo',
  auditor: 'Ruth Adler',
  'without-figures': 'Kofi Mensah',
  'confluence-alone': 'Mira Osei',
  anonymous: 'Anonymous',
} as const;

export type PersonKind = keyof typeof PEOPLE;
export const KINDS = Object.keys(PEOPLE) as PersonKind[];

/**
 * Takes the permission *View AIMS figures* from one of them: in the sample organisation everybody with a login holds it, and
 * the screens of somebody without it would be on no picture.
 */
export async function takeFiguresFrom(name: string, { origin, rest }: RunningSite): Promise<void> {
  const users = await rest<{ accountId: string; displayName: string; accountType: string }[]>(
    'GET',
    '/users/search?maxResults=100',
  );
  const { groupId } = await rest<{ groupId: string }>('POST', '/group', { name: 'sees-figures' });
  for (const { accountId, displayName, accountType } of users)
    if (accountType === 'atlassian' && displayName !== name)
      await rest('POST', `/group/user?groupId=${groupId}`, { accountId });
  const permissions = await local<{ key: string }[]>(origin, 'GET', '');
  const key = permissions.find((one) => one.key.endsWith('/view-figures'))?.key ?? '';
  await local(origin, 'PUT', `?permission=${encodeURIComponent(key)}`, { groups: [groupId], everyone: false });
}

/** Jira has no public REST for grants of an app's permissions. */
async function local<T>(origin: string, method: string, query: string, body?: unknown): Promise<T> {
  const response = await fetch(`${origin}/local/jira/global-permissions${query}`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from('admin:local').toString('base64')}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${query}: ${response.status} ${await response.text()}`);
  return (await response.json().catch(() => null)) as T;
}
