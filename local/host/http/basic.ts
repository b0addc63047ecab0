import type { Directory, Person } from '../../seam';
import { HttpRefused } from './exchange';

/** The API token of everybody: on this site one chooses who to be, so it keeps nobody out. */
export const API_TOKEN = 'local';

/**
 * The account of `Authorization: Basic base64(email:token)`, as clients log in to the cloud
 * (developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis). An account id does in place of the address.
 * @throws HttpRefused 401 for a wrong token, and for somebody who has no account or may no longer log in
 */
export function accountOfBasic(credentials: string, directory: Directory): string {
  // Account ids hold colons; the token does not.
  const [, name = '', token] =
    Buffer.from(credentials, 'base64')
      .toString()
      .match(/^(.*):([^:]*)$/s) ?? [];
  const person = token === API_TOKEN ? named(directory, name) : undefined;
  if (!person?.active || person.accountType === 'app')
    throw new HttpRefused(401, 'Use basic auth with your e-mail address and the API token that the site names.');
  return person.accountId;
}

const named = (directory: Directory, name: string): Person | undefined =>
  directory.people().find(({ emailAddress }) => name !== '' && emailAddress?.toLowerCase() === name.toLowerCase()) ??
  directory.person(name);
