import type { Directory } from '../../seam';
import { isLicensed } from '../licence';

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
    .flatMap((person) => {
      const { accountId, displayName, active, accountType } = person;
      if (accountType === 'app') return [];
      const groups = directory.groupsOf(accountId).map(({ name }) => name);
      const may = (product: 'jira' | 'confluence') => isLicensed(directory, person, product);
      const products = { jira: may('jira'), confluence: may('confluence') };
      return [{ accountId, displayName, active, accountType, groups, products }];
    })
    .sort((a, b) => a.displayName.localeCompare(b.displayName));
}
