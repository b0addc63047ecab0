import { z } from 'zod';
import type { WorkTypeKey } from '../domain/vocabulary/field';
import { registerFields } from '../domain/vocabulary/register-field';

/** What registers have in common. */

/** Words by the key of a field: rows that have one of them in each; no words filter nothing. */
export const fieldFilterSchema = (kind: WorkTypeKey) => {
  const filtered = new Set(keysOf(kind, 'filtered'));
  return z
    .record(z.string(), z.array(z.string().min(1).max(64)).max(20))
    .refine((fields) => Object.keys(fields).every((key) => filtered.has(key)), 'field-not-filtered');
};

/**
 * A register is sorted by one of its columns, or by a field that the vocabulary sorts; null leaves its own order. Titles and
 * people are Jira's: no sorting by them.
 */
export const sortSchema = <Column extends string>(kind: WorkTypeKey, columns: readonly [Column, ...Column[]]) => {
  const sorted = new Set(keysOf(kind, 'sorted').map((key) => `field:${key}`));
  const byField = z.templateLiteral(['field:', z.string()]).refine((by) => sorted.has(by), 'field-not-sorted');
  return z.strictObject({ by: z.union([z.enum(columns), byField]), descending: z.boolean() }).nullable();
};

/** What a row says in the fields that the vocabulary shows, in its words, by the field's key. */
export const fieldsShape = { fields: z.record(z.string(), z.array(z.string())) };

const keysOf = (kind: WorkTypeKey, use: 'filtered' | 'sorted'): string[] =>
  registerFields(kind).flatMap(({ key, register }) => (register[use] ? [key] : []));
