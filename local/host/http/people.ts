import type { Site } from '../../site';
import { FIRST_ADMINISTRATOR } from '../../site/jira';

/** One person that the shell can log in as. */
export interface SitePerson {
  accountId: string;
  name: string;
  kind: 'administrator' | 'member' | 'customer' | 'app';
}

const MOST = 1_000;

/** Everybody with an account on the site, administrators first. The login of this site knows no passwords. */
export async function peopleOf(site: Site): Promise<SitePerson[]> {
  const ask = async <T>(path: string): Promise<T> => {
    const answer = await site.jira.handle({
      method: 'GET',
      path: `/rest/api/3${path}`,
      headers: {},
      body: null,
      caller: { kind: 'user', accountId: FIRST_ADMINISTRATOR, throughApp: false, scopes: [] },
    });
    return JSON.parse(answer.body ?? 'null') as T;
  };
  const users = await ask<{ accountId: string; displayName: string; accountType: string; active: boolean }[]>(
    `/users/search?maxResults=${MOST}`,
  );
  const { values } = await ask<{ values: { accountId: string }[] }>(
    `/group/member?groupname=jira-administrators&maxResults=${MOST}`,
  );
  const administrators = new Set(values.map(({ accountId }) => accountId));
  const kindOf = (accountId: string, type: string): SitePerson['kind'] => {
    if (type === 'customer' || type === 'app') return type;
    return administrators.has(accountId) ? 'administrator' : 'member';
  };
  return users
    .filter(({ active }) => active)
    .map(({ accountId, displayName, accountType }) => ({
      accountId,
      name: displayName,
      kind: kindOf(accountId, accountType),
    }))
    .filter(({ kind }) => kind !== 'app')
    .sort((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name));
}
