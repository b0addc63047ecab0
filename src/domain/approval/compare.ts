import { type Content, isSame } from './entry';

/** What differs between two contents, by row and field; null where a row does not have the field, or is not there. */
export interface Change {
  key: string;
  field: string;
  before: unknown;
  after: unknown;
}

/** Pure; rows in the order of their keys, fields in the order of their names. */
export function changesBetween(before: Content, after: Content): Change[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key) => {
    const [was, is] = [before.get(key) ?? {}, after.get(key) ?? {}];
    const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
    return fields
      .filter((field) => !isSame(was[field], is[field]))
      .map((field) => ({ key, field, before: was[field] ?? null, after: is[field] ?? null }));
  });
}

/** Keys of rows that are not alike, in either. */
export const changedKeys = (before: Content, after: Content): string[] => [
  ...new Set(changesBetween(before, after).map(({ key }) => key)),
];
