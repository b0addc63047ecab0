/** What screens need of a requirement's id. */
export { frameworkOf, numberOf, requirementIdFrom } from '../domain/requirement/requirement-id';
