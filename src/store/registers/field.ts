import type { ItemFact } from '../../domain/item/item-fact';
import { type RegisterField, registerFields, wordsIn } from '../../domain/vocabulary/register-field';
import { inList, placeAmong } from '../sql';
import { targetOf } from '../target';
import { type Condition, condition } from './condition';

/** The role of references that say what an item has chosen in a field of its register. */
export const CHOSEN = 'chosen';

/** What such a reference leads to. */
export const chosenTarget = (field: string, word: string): string => targetOf(`${field}=${word}`);

/** What an item has chosen; an empty field has chosen what it means, if it means anything. */
export const chosenBy = (fact: ItemFact): string[] =>
  registerFields(fact.kind).flatMap((field) => {
    const words = wordsIn(fact, field);
    const { empty } = field.register;
    const chosen = words.length > 0 || empty === undefined ? words : [empty];
    return [...new Set(chosen.map((word) => chosenTarget(field.key, word)))];
  });

/** Words by field: an item `i` matches that has chosen one of them in each; no words filter nothing. */
export type FieldFilter = Readonly<Record<string, readonly string[]>>;

export const choosing = (fields: FieldFilter): Condition[] =>
  Object.entries(fields)
    .filter(([, words]) => words.length > 0)
    .map(([field, words]) =>
      condition(
        `EXISTS (SELECT 1 FROM item_reference v WHERE v.item_id = i.item_id AND v.role = '${CHOSEN}' AND v.gone = 0
      AND v.target_id IN (${inList(words)}))`,
        ...words.map((word) => chosenTarget(field, word)),
      ),
    );

/**
 * The place of what the item `i` has chosen among the options of a field, the first of several; options of people's own come
 * after those, and NULL stands for nothing chosen. The field is the vocabulary's own, never input.
 */
export function placeOf({ key, options = [] }: RegisterField): string {
  const place = placeAmong(
    'v.target_id',
    options.map(({ text }) => chosenTarget(key, text)),
  );
  return `(SELECT MIN(${place}) FROM item_reference v
    WHERE v.item_id = i.item_id AND v.role = '${CHOSEN}' AND v.gone = 0 AND v.target_id LIKE '${key}=%')`;
}
