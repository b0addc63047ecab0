/** What both sides must agree on about the text of the AI policy. A file of its own: screens need no schemas for it. */
export { fingerprintOf, policyTextOf } from '../domain/policy/policy-text';
