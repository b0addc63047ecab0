/** What both sides must agree on about the AI policy. A file of its own: screens need no schemas for it. */
export { isAudienceTooSmall } from '../domain/policy/awareness';
export { fingerprintOf, policyTextOf } from '../domain/policy/policy-text';
