import { getAppContext } from '@forge/api';

/**
 * Whether the app may be worked with on this site. The platform says nothing of it on development and staging environments, and for
 * apps that are not sold: then it may (developer.atlassian.com/platform/forge/apis-reference/license-api; `isActive` is the older name).
 */
export function isLicensed(): boolean {
  const { license } = getAppContext();
  return license === undefined || license === null || (license.active ?? license.isActive ?? false);
}
