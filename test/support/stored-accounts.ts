import { operate } from '../../cli/operator';
import type { Site } from '../../local/site';

/** Account ids of everybody on the site. */
export async function accountsOf(site: Site): Promise<string[]> {
  const users = await operate(site).rest<{ accountId: string }[]>('GET', '/rest/api/3/users/search?maxResults=1000');
  return users.map(({ accountId }) => accountId);
}

/** Whether a stored value is an account id, or is JSON or text with one in it. Short ones are words, too, so these count as a whole only. */
export const namesOneOf = (accounts: readonly string[], value: unknown): boolean =>
  accounts.some((id) => value === id || String(value).includes(id.length > 8 ? id : JSON.stringify(id)));

/** Columns of all of the app's tables in which an account id stands: `table.column`. */
export async function columnsWithAccounts(site: Site): Promise<string[]> {
  const accounts = await accountsOf(site);
  const found = new Set<string>();
  for (const row of await site.sql('SHOW TABLES')) {
    const table = String(Object.values(row)[0]);
    for (const stored of await site.sql(`SELECT * FROM ${table}`))
      for (const [column, value] of Object.entries(stored))
        if (namesOneOf(accounts, value)) found.add(`${table}.${column}`);
  }
  return [...found].sort();
}

/** The one place of the app's own, and those that say of items what Jira says. */
export const PLACES_OF_ACCOUNTS = ['item.fact', 'item_reference.target_id', 'person.account_id'];
