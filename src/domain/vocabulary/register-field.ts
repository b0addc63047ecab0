import type { ItemFact } from '../item/item-fact';
import type { Field, RegisterUse } from './field';
import { FIELDS, isOn } from './vocabulary';

/** A field that is a column of a register. */
export type RegisterField = Field & { register: RegisterUse };

const SHOWN = FIELDS.filter((field): field is RegisterField => field.register !== undefined);

/** The columns that the vocabulary gives the register of a work type, in its order. */
export const registerFields = (kind: string): RegisterField[] => SHOWN.filter((field) => isOn(field, kind));

/** What an item says in a field of a register, in the vocabulary's words; empty where nothing is said or known. */
export function wordsIn(fact: ItemFact, { fact: [path = ''] = [] }: RegisterField): string[] {
  const value = path.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], fact);
  return Array.isArray(value) ? value.map(String) : [];
}

/** The words of all register fields of an item, by the field's key. */
export const registerWords = (fact: ItemFact): Record<string, string[]> =>
  Object.fromEntries(registerFields(fact.kind).map((field) => [field.key, wordsIn(fact, field)]));
