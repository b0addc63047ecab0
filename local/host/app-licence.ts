/**
 * The licence of the app on this site. `unset` is how a free app and a development environment have it: no function is told
 * of a licence, and no trigger asks for one. The others are those of a paid app in production
 * (developer.atlassian.com/platform/forge/manifest-reference/modules/trigger, "Context object properties").
 */
export const APP_LICENCES = ['unset', 'active', 'trial', 'inactive', 'none'] as const;
export type AppLicence = (typeof APP_LICENCES)[number];

const DAY = 24 * 60 * 60 * 1_000;
const TRIAL_DAYS = 30;
const PERIOD_DAYS = 365;

/** `license` as functions, resolvers and frames are given it; absent where there is none. */
export function licenseFacts(licence: AppLicence, now: number): Record<string, unknown> | undefined {
  if (licence === 'unset' || licence === 'none') return undefined;
  const isTrial = licence === 'trial';
  const isActive = licence !== 'inactive';
  const date = (days: number) => new Date(now + days * DAY).toISOString();
  return {
    active: isActive,
    isActive,
    billingPeriod: 'ANNUAL',
    capabilitySet: 'capabilityStandard',
    ccpEntitlementId: 'local-entitlement',
    ccpEntitlementSlug: 'E-LOCAL',
    isEvaluation: isTrial,
    subscriptionEndDate: isTrial ? null : date(isActive ? PERIOD_DAYS : -1),
    supportEntitlementNumber: null,
    trialEndDate: isTrial ? date(TRIAL_DAYS) : null,
    type: 'COMMERCIAL',
    modes: null,
  };
}

/** Whether a trigger that asks for a licence (`filter.appIsLicensed`) is run. */
export function runsLicensed(
  filter: { appIsLicensed?: boolean | undefined } | undefined,
  licence: AppLicence = 'unset',
): boolean {
  return filter?.appIsLicensed !== true || (licence !== 'inactive' && licence !== 'none');
}
