import type { Directory } from '../../seam';

/** Somebody whom the shell can log in as. */
export interface PersonFacts {
  readonly accountId: string;
  readonly displayName: string;
  readonly accountType: 'atlassian' | 'customer';
  readonly active: boolean;
  /** Names of groups; a licence goes by `jira-users` and `confluence-users`. */
  readonly groups: readonly string[];
  readonly products: { readonly jira: boolean; readonly confluence: boolean };
}

/** `GET /local/people`: everybody but apps, by name. It asks no permission: it is how one chooses who to be. */
export function peopleOf(directory: Directory): PersonFacts[] {
  return directory
    .people()
    .flatMap(({ accountType, ...person }) => {
      if (accountType === 'app') return [];
      const groups = directory.groupsOf(person.accountId).map(({ name }) => name);
      const may = (group: string) => accountType === 'atlassian' && person.active && groups.includes(group);
      const products = { jira: may('jira-users'), confluence: may('confluence-users') };
      return [{ ...person, accountType, groups, products }];
    })
    .sort((a, b) => a.displayName.localeCompare(b.displayName));
}
