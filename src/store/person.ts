import { randomUUID } from 'node:crypto';
import { change, inList, placeholders, query } from './sql';

/**
 * Whom the app's own rows mean. In them stands a token that says nothing; whose it is stands here alone, so that emptying
 * one row here is all that an erased account asks for: what was decided stays, and so does how many people it was.
 */

/** The token of an account, for use in other statements; the account id is its parameter. NULL for whoever has none. */
export const TOKEN_OF = '(SELECT token FROM person WHERE account_id = ?)';

/**
 * Sees to it that an account has a token, in one statement: of two at once one gives it and the other finds it. Whoever
 * had one keeps it.
 */
export async function makeKnown(accountIds: readonly string[]): Promise<void> {
  if (accountIds.length === 0) return;
  await change(
    `INSERT INTO person (token, account_id) VALUES ${placeholders(accountIds.length, 2)} ON DUPLICATE KEY UPDATE token = token`,
    accountIds.flatMap((accountId) => [randomUUID(), accountId]),
  );
}

/** The token of an account, given where there was none. */
export async function tokenOf(accountId: string): Promise<string> {
  const token = (await tokensOf([accountId])).get(accountId);
  if (token === undefined) throw new Error('An account has no token: it was erased meanwhile.');
  return token;
}

/**
 * The token of each account, given where there was none. A token stands for itself, so what was converted once can be
 * converted again.
 */
export async function tokensOf(accountIds: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(accountIds)];
  const known = await knownOf(wanted);
  const unknown = wanted.filter((accountId) => !known.has(accountId));
  if (unknown.length === 0) return known;
  await makeKnown(unknown);
  return new Map([...known, ...(await knownOf(unknown))]);
}

/** Account ids behind tokens; whoever erased their account is not in it. */
export async function accountsOf(tokens: readonly string[]): Promise<Map<string, string>> {
  if (tokens.length === 0) return new Map();
  const wanted = [...new Set(tokens)];
  const rows = await query<{ token: string; account_id: string }>(
    `SELECT token, account_id FROM person WHERE account_id IS NOT NULL AND token IN (${inList(wanted)})`,
    wanted,
  );
  return new Map(rows.map(({ token, account_id }) => [token, account_id]));
}

async function knownOf(values: readonly string[]): Promise<Map<string, string>> {
  const list = inList(values);
  const rows = await query<{ token: string; account_id: string | null }>(
    `SELECT token, account_id FROM person WHERE account_id IN (${list}) OR token IN (${list})`,
    [...values, ...values],
  );
  const pairs = rows.flatMap(({ token, account_id }) =>
    [token, account_id ?? token].map((from) => [from, token] as const),
  );
  return new Map(pairs);
}

/** As `accountsOf`, of one person; null of nobody, and of whoever erased their account. */
export async function accountOf(token: string | null): Promise<string | null> {
  return token === null ? null : ((await accountsOf([token])).get(token) ?? null);
}

/** Accounts that have a token, in their order. @param after the last one before, or '' */
export async function knownAccounts(after: string, limit: number): Promise<string[]> {
  const rows = await query<{ account_id: string }>(
    `SELECT account_id FROM person WHERE account_id > ? ORDER BY account_id LIMIT ${Math.trunc(limit)}`,
    [after],
  );
  return rows.map(({ account_id }) => account_id);
}

/** Forgets whose tokens these are. What stands under them stays, and so does how many people it was. */
export async function eraseAccounts(accountIds: readonly string[]): Promise<void> {
  if (accountIds.length === 0) return;
  await change(`UPDATE person SET account_id = NULL WHERE account_id IN (${inList(accountIds)})`, accountIds);
}
