import type { Directory, Person } from '../seam';

export type ProductName = 'jira' | 'confluence';

/** The platform's kinds of callers (developer.atlassian.com/platform/forge/access-to-forge-apps-for-unlicensed-users). */
export type AccountType = 'licensed' | 'unlicensed' | 'customer' | 'anonymous';

/** Members of these groups have a licence. */
const LICENSED: Readonly<Record<ProductName, string>> = { jira: 'jira-users', confluence: 'confluence-users' };

/** What stands for the account id of who is not logged in. */
export const UNIDENTIFIED = 'unidentified';

export function isLicensed(directory: Directory, person: Person, product: ProductName): boolean {
  if (!person.active || person.accountType !== 'atlassian') return false;
  return directory.groupsOf(person.accountId).some(({ name }) => name === LICENSED[product]);
}

/** The product in which a module is shown: macros and modules of Confluence, or Jira. */
const productOf = (moduleType: string): ProductName =>
  /^(macro$|confluence:)/.test(moduleType) ? 'confluence' : 'jira';

/** "unlicensedAccess": who has no licence reaches only the modules that name their kind. */
export function isOpenTo(
  module: { type: string; unlicensedAccess?: readonly string[] | undefined },
  directory: Directory,
  accountId: string | null,
): boolean {
  const type = accountTypeOf(directory, accountId, module.type);
  return type === 'licensed' || (module.unlicensedAccess?.includes(type) ?? false);
}

export function accountTypeOf(directory: Directory, accountId: string | null, moduleType: string): AccountType {
  if (accountId === null) return 'anonymous';
  const person = directory.person(accountId);
  if (person?.accountType === 'customer') return 'customer';
  return person && isLicensed(directory, person, productOf(moduleType)) ? 'licensed' : 'unlicensed';
}
