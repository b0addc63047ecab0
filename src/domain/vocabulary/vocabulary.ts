import { AI_RISK_FIELDS } from './ai-risk';
import { AI_SYSTEM_FIELDS } from './ai-system';
import type { Field } from './field';
import { LINKED_FIELDS } from './linked';
import { NONCONFORMITY_FIELDS } from './nonconformity';

/** Every field of the app, in the order in which set-up makes them. */
export const FIELDS: readonly Field[] = [
  ...LINKED_FIELDS,
  ...AI_SYSTEM_FIELDS,
  ...AI_RISK_FIELDS,
  ...NONCONFORMITY_FIELDS,
].map(inFact);

/** What a register shows stands in the fact: where no rule gives it a place of its own, among the fact's words. */
function inFact(field: Field): Field {
  return field.register && !field.fact ? { ...field, fact: [`words.${field.key}`] } : field;
}

const BY_KEY = new Map(FIELDS.map((field) => [field.key, field]));

/** The fields that facts are made of; the others are for people. */
export const FACT_FIELDS: readonly Field[] = FIELDS.filter(({ fact }) => fact !== undefined);

/** Whether issues of a work type (or, for `work`, of any other type) carry the field. */
export const isOn = ({ on }: Field, kind: string): boolean => on === 'linked' || on.some((type) => type === kind);

/** The field of a key. @throws Error for a key that is none of the vocabulary's */
export function fieldOf(key: string): Field {
  const field = BY_KEY.get(key);
  if (!field) throw new Error(`The vocabulary has no field "${key}".`);
  return field;
}

/** The text under which an option was released, or null when the field has no such option. */
export const optionText = (fieldKey: string, key: string): string | null =>
  BY_KEY.get(fieldKey)?.options?.find((option) => option.key === key)?.text ?? null;

const firstWord = (text: string): string => text.trim().toLowerCase().split(/[\s(]/)[0] ?? '';

/**
 * The option that a text means when its id is not known yet: the one of that text, else the only one that begins with the
 * same word ("4 - probable", "Adapt"). Only for texts that are met for the first time: from then on the id tells.
 */
export function optionKeyOf(fieldKey: string, text: string): string | null {
  const known = BY_KEY.get(fieldKey)?.options ?? [];
  const same = known.find((option) => option.text.toLowerCase() === text.trim().toLowerCase());
  const alike = known.filter((option) => firstWord(option.text) === firstWord(text));
  return (same ?? (alike.length === 1 ? alike[0] : undefined))?.key ?? null;
}
