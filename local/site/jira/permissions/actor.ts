import type { Caller } from '../../../seam';
import type { Site } from '../site';

/** Who acts, as Jira sees it. */
export interface Actor {
  /** Null for somebody who is not logged in. */
  readonly accountId: string | null;
  /** True for the app's own user (`asApp`). */
  readonly isApp: boolean;
  /** True when the request comes through the app, as itself or as a user. */
  readonly throughApp: boolean;
  /** The scopes that the app declares; empty for a person's own request. */
  readonly scopes: ReadonlySet<string>;
}

/** A person by himself, whose rights somebody else asks about. */
export const personActor = (accountId: string): Actor => ({
  accountId,
  isApp: false,
  throughApp: false,
  scopes: new Set(),
});

export function actorOf(site: Site, caller: Caller): Actor {
  switch (caller.kind) {
    case 'app':
      return { accountId: site.app.accountId, isApp: true, throughApp: true, scopes: new Set(caller.scopes) };
    case 'user':
      return {
        accountId: caller.accountId,
        isApp: false,
        throughApp: caller.throughApp,
        scopes: new Set(caller.throughApp ? caller.scopes : []),
      };
    case 'anonymous':
      return { accountId: null, isApp: false, throughApp: false, scopes: new Set() };
  }
}
