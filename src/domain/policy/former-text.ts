import type { AdfNode } from '../document/adf';

/**
 * How version 0.1.0 spelled a text for its fingerprint. Approvals that were given then hold until their review, so this stays as
 * it is until the last of them has ended.
 */
export const formerText = (blocks: readonly AdfNode[]): string =>
  blocks.map((block) => JSON.stringify(spelled(block))).join('\n');

/** Identifiers that the editor gives to nodes: they change although no word does. */
const UNSPOKEN = new Set(['localId']);

function spelled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spelled);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key, entry]) => !UNSPOKEN.has(key) && entry !== undefined && !isEmpty(entry))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, entry]) => [key, spelled(entry)]));
}

/** Attributes of which only editor identifiers are left say nothing either. */
const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).every((key) => UNSPOKEN.has(key));
