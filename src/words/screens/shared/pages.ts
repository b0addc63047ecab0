/** Titles of pages that have an address, and headers of their sections; the manifest has the same. */
export const AI_MANAGEMENT = 'AI management';
export const AUDITS_AND_REVIEW = 'Audits and review';
export const AT_A_GLANCE = 'At a glance';
export const NEEDS_YOU = 'Needs you';
export const FIRST_STEPS_PAGE = 'First steps';
