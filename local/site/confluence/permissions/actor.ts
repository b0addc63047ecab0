import type { Caller } from '../../../seam';
import { LICENSED_GROUP, type Site } from '../site';

/** Who acts, as Confluence sees it. */
export interface Actor {
  /** Null for somebody who is not logged in. */
  readonly accountId: string | null;
  /** True for the app's own user (`asApp`). */
  readonly isApp: boolean;
  /** True when the request comes through the app, as itself or as a user. */
  readonly throughApp: boolean;
  readonly scopes: ReadonlySet<string>;
  /** Whether the account may use Confluence at all; the app may. */
  readonly licensed: boolean;
  /** Ids of the account's groups. */
  readonly groupIds: ReadonlySet<string>;
}

const NOBODY = {
  isApp: false,
  throughApp: false,
  scopes: new Set<string>(),
  licensed: false,
  groupIds: new Set<string>(),
};

export function actorOf(site: Site, caller: Caller): Actor {
  switch (caller.kind) {
    case 'anonymous':
      return { ...NOBODY, accountId: null };
    case 'app':
      return {
        ...NOBODY,
        accountId: site.appAccountId,
        isApp: true,
        throughApp: true,
        scopes: new Set(caller.scopes),
        licensed: true,
      };
    case 'user':
      return {
        ...personActor(site, caller.accountId),
        throughApp: caller.throughApp,
        scopes: new Set(caller.throughApp ? caller.scopes : []),
      };
  }
}

/** Somebody with his rights, whoever asks. */
export function personActor(site: Site, accountId: string): Actor {
  const groups = site.directory.groupsOf(accountId);
  const person = site.directory.person(accountId);
  return {
    ...NOBODY,
    accountId,
    licensed:
      person?.active === true &&
      person.accountType === 'atlassian' &&
      groups.some((group) => group.name === LICENSED_GROUP),
    groupIds: new Set(groups.map((group) => group.id)),
  };
}
