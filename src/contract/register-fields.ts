/** What the vocabulary gives registers, for screens; no schemas here: screens load this file. */
export type { WorkTypeKey } from '../domain/vocabulary/field';
export { type RegisterField, registerFields } from '../domain/vocabulary/register-field';
