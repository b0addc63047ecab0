import { sql, type UpdateQueryResponse } from '@forge/sql';

/** Values that the app's dialect knows: VARCHAR, TEXT and CHAR(10) days are strings, BIGINT and INT numbers. */
export type SqlValue = string | number | null;

/** Runs one SELECT. Rows come back untyped from the platform; each table file parses its own. */
export async function query<Row>(statement: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
  const result = await sql
    .prepare<Row>(statement)
    .bindParams(...parameters)
    .execute();
  return result.rows as Row[];
}

/** Runs one INSERT, UPDATE or DELETE and answers the affected rows as MySQL counts them. */
export async function change(statement: string, parameters: readonly SqlValue[] = []): Promise<number> {
  const result = await sql
    .prepare<UpdateQueryResponse>(statement)
    .bindParams(...parameters)
    .execute();
  return (result.rows as UpdateQueryResponse).affectedRows;
}

/** `(?,?,?),(?,?,?)` for `rows` rows of `columns` columns. */
export function placeholders(rows: number, columns: number): string {
  const row = `(${new Array(columns).fill('?').join(',')})`;
  return new Array(rows).fill(row).join(',');
}

/** `?,?,?` for an IN list; an empty list becomes NULL, which matches nothing. */
export function inList(values: readonly unknown[]): string {
  return values.length === 0 ? 'NULL' : new Array(values.length).fill('?').join(',');
}

/** The place of an expression's value among the app's own words, for sorting; anything else comes last. */
export function placeAmong(expression: string, words: readonly string[]): string {
  return `CASE ${expression} ${words.map((word, place) => `WHEN '${word}' THEN ${place}`).join(' ')} ELSE ${words.length} END`;
}

/** Cuts a list into pieces of at most `size`. */
export function* chunks<T>(list: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}
