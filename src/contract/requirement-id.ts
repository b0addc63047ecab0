/** What screens need of a requirement's id. */
export { numberOf, requirementIdFrom } from '../domain/requirement/requirement-id';
