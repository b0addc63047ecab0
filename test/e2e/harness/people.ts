import type { Page } from 'playwright-core';
import { enrol } from './enrol';
import type { RunningSite } from './running-site';

/** A project that takes part, led by the administrator; answers its id. */
export async function enrolledClaims(page: Page, site: RunningSite): Promise<string> {
  await page.goto(site.origin);
  const project = { key: 'CLAIM', name: 'Claims', projectTypeKey: 'business', leadAccountId: 'admin' };
  const { id } = await site.rest<{ id: number }>('POST', '/project', project);
  await enrol(page, String(id));
  return String(id);
}

/** Somebody with a licence for Jira, who has been granted nothing else. Answers their account id. */
export async function createReader(site: RunningSite, displayName: string): Promise<string> {
  const emailAddress = `${displayName.split(' ')[0]?.toLowerCase()}@example.com`;
  const user = { emailAddress, displayName, products: ['jira-software'] };
  return (await site.rest<{ accountId: string }>('POST', '/user', user)).accountId;
}

/** A second Jira administrator, who has all of the app's permissions and has done none of the work. Answers their account id. */
export async function createAdministrator(site: RunningSite, displayName: string): Promise<string> {
  const accountId = await createReader(site, displayName);
  await site.rest('POST', '/group/user?groupname=jira-administrators', { accountId });
  return accountId;
}
