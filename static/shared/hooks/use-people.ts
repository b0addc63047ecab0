import { jiraRest } from '../bridge/jira-rest';
import { useReading } from './use-reading';

interface User {
  accountId: string;
  displayName: string;
  active?: boolean;
}

/** Most accounts of one call ("Bulk get users", Jira REST v3). */
const AT_ONCE = 200;

/** Names of people as Jira gives them to the viewer, by account id; whom Jira does not name is not in it. */
export function usePeople(accountIds: readonly (string | null)[]): ReadonlyMap<string, string> {
  const wanted = [...new Set(accountIds.flatMap((id) => id ?? []))].sort().slice(0, AT_ONCE);
  const { reading } = useReading(['people', ...wanted], () => namesOf(wanted));
  return reading.state === 'loaded' ? reading.data : NOBODY;
}

const NOBODY: ReadonlyMap<string, string> = new Map();

/** As `usePeople`, of however many, for what is no screen. */
export async function namesOf(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(accountIds)];
  const names = new Map<string, string>();
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    const some = wanted.slice(start, start + AT_ONCE);
    const query = some.map((id) => `accountId=${encodeURIComponent(id)}`).join('&');
    const path = `/rest/api/3/user/bulk?maxResults=${AT_ONCE}&${query}`;
    const { values } = await jiraRest<{ values: User[] }>('GET', path);
    for (const { accountId, displayName } of values) names.set(accountId, displayName);
  }
  return names;
}

/** People whose name fits, for a choice; as the viewer, who may be allowed to find nobody. */
export async function findPeople(text: string): Promise<{ value: string; label: string }[]> {
  if (text.trim() === '') return [];
  const users = await jiraRest<User[]>(
    'GET',
    `/rest/api/3/user/search?maxResults=20&query=${encodeURIComponent(text)}`,
  );
  return users
    .filter(({ active }) => active !== false)
    .map(({ accountId, displayName }) => ({ value: accountId, label: displayName }));
}
