import type { Directory, PeopleGroup, Person } from '../../seam';
import type { Group, User } from './model/entities';
import type { Store } from './model/store';

const personOf = ({ id, displayName, emailAddress, active, accountType }: User): Person => ({
  accountId: id,
  displayName,
  ...(emailAddress === '' ? {} : { emailAddress }),
  active,
  accountType,
});
const groupOf = ({ id, name, members }: Group): PeopleGroup => ({ id, name, members });

/** Jira's people and groups, for the other products of the site. */
export function directoryOf(store: Store): Directory {
  const known = <T, R>(value: T | undefined, show: (value: T) => R): R | undefined =>
    value === undefined ? undefined : show(value);
  return {
    person: (accountId) => known(store.users.get(accountId), personOf),
    people: () => store.users.all().map(personOf),
    group: (id) => known(store.groups.get(id), groupOf),
    groups: () => store.groups.all().map(groupOf),
    groupsOf: (accountId) => store.groups.by('member', accountId).map(groupOf),
  };
}
