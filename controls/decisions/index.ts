/** What people decide on, as it stands before they do; apart from the catalogue, for rules read it and screens load little. */
export { default as proposedCriteria } from './criteria.json';
