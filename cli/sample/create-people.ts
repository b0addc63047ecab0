import { ADMINISTRATOR, type Operator } from '../operator';
import { CUSTOMER, EVERYBODY, GROUPS, PEOPLE } from './people';
import type { PersonRef } from './sample-issue';

export type AccountIds = ReadonlyMap<PersonRef, string>;

/** Creates the people and their groups, and grants the app's global permissions. @returns account ids by short name */
export async function createPeople({ rest }: Operator): Promise<AccountIds> {
  const groupIds = new Map<string, string>();
  for (const { name } of GROUPS) {
    groupIds.set(name, (await rest<{ groupId: string }>('POST', '/rest/api/3/group', { name })).groupId);
  }
  const licensed = await rest<{ values: { groupId: string }[] }>(
    'GET',
    '/rest/api/3/group/bulk?groupName=confluence-users',
  );
  groupIds.set('confluence-users', licensed.values[0]?.groupId ?? '');
  const accounts = new Map<PersonRef, string>([['admin', ADMINISTRATOR]]);
  const join = (group: string, accountId: string) =>
    rest('POST', `/rest/api/3/group/user?groupId=${groupIds.get(group) ?? ''}`, { accountId });
  for (const person of PEOPLE) {
    const products = person.products.includes('jira') ? ['jira-software'] : [];
    const user = { emailAddress: person.email, displayName: person.name, products };
    const { accountId } = await rest<{ accountId: string }>('POST', '/rest/api/3/user', user);
    accounts.set(person.ref, accountId);
    for (const group of [...person.groups, EVERYBODY]) await join(group, accountId);
    if (person.products.includes('confluence')) await join('confluence-users', accountId);
  }
  const customer = { emailAddress: CUSTOMER.email, displayName: CUSTOMER.name };
  accounts.set(CUSTOMER.ref, (await rest<{ accountId: string }>('POST', '/local/jira/customers', customer)).accountId);
  await grant(rest, groupIds);
  return accounts;
}

/** Adds the groups to whoever holds the app's permissions already. Jira has no public REST for this: `docs/faithfulness.md`. */
async function grant(rest: Operator['rest'], groupIds: ReadonlyMap<string, string>): Promise<void> {
  const path = '/local/jira/global-permissions';
  const permissions = await rest<{ key: string; groups: string[]; everyone: boolean }[]>('GET', path);
  for (const { name, grants } of GROUPS) {
    for (const permission of grants) {
      const found = permissions.find(({ key }) => key.endsWith(`/${permission}`));
      if (!found) throw new Error(`The app has no global permission ${permission}: it is missing in manifest.yml.`);
      const groups = [...found.groups, groupIds.get(name) ?? ''];
      await rest('PUT', `${path}?permission=${encodeURIComponent(found.key)}`, { groups, everyone: found.everyone });
    }
  }
}
