import { sql, type UpdateQueryResponse } from '@forge/sql';

/** Values that the app's dialect knows: VARCHAR, TEXT and CHAR(10) days are strings, BIGINT and INT numbers. */
export type SqlValue = string | number | null;

/**
 * What one invocation changes in a second at most. The platform allows an installation 150
 * (developer.atlassian.com/platform/forge/limits-sql), and people's decisions must find some beside the writer.
 */
const CHANGES_A_SECOND = 100;
const SECOND = 1_000;
const changedAt: number[] = [];

/** Waits until this invocation has a change left in this second. */
async function pace(): Promise<void> {
  for (;;) {
    const now = Date.now();
    while (changedAt[0] !== undefined && changedAt[0] <= now - SECOND) changedAt.shift();
    if (changedAt.length < CHANGES_A_SECOND) break;
    await wait((changedAt[0] ?? now) + SECOND - now);
  }
  changedAt.push(Date.now());
}

/** A refused statement waits so long before it is tried again, a random part of it added, and gives up after `PATIENCE`. */
const REFUSED_WAIT = 250;
const PATIENCE = 15 * SECOND;

/** A statement that was refused for the rate was not run, so it waits and goes on. */
async function untilTaken<Result>(run: () => Promise<Result>): Promise<Result> {
  const since = Date.now();
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (!isRefusedForRate(error) || Date.now() - since > PATIENCE) throw error;
      await wait(REFUSED_WAIT * (1 + Math.random()));
    }
  }
}

/** Whether Forge SQL refused a statement because there were too many; with which code, no page says, so its status counts too. */
export function isRefusedForRate(error: unknown): boolean {
  const { code, responseDetails } = (error ?? {}) as { code?: unknown; responseDetails?: { status?: unknown } };
  return code === 'RATE_LIMIT_EXCEEDED' || responseDetails?.status === 429;
}

/** Whether a row was refused because its key is taken (MySQL's ER_DUP_ENTRY, 1062). */
export function isDuplicate(error: unknown): boolean {
  const { context } = (error ?? {}) as { context?: { debug?: { errno?: unknown }; errno?: unknown } };
  return (context?.debug?.errno ?? context?.errno) === 1062;
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Columns of a row that are numbers. */
export type NumberColumns<Row> = { [Column in keyof Row]-?: number extends Row[Column] ? Column : never }[keyof Row];

/**
 * Runs one SELECT.
 * @param numbers the row's number columns, every one of them: what the database counts, sums or keeps as BIGINT comes
 *   back as text (developer.atlassian.com/platform/forge/storage-reference/sql-data-types), INT as a number, and here
 *   both become numbers
 * @throws Error when a value of such a column is no number that JavaScript can hold
 */
export async function query<Row>(
  statement: string,
  parameters: readonly SqlValue[] = [],
  ...[numbers]: [NumberColumns<Row>] extends [never] ? [] : [Record<NumberColumns<Row>, 'number'>]
): Promise<Row[]> {
  const result = await untilTaken(() =>
    sql
      .prepare<Row>(statement)
      .bindParams(...parameters)
      .execute(),
  );
  const rows = result.rows as Record<string, unknown>[];
  for (const column of Object.keys(numbers ?? {}))
    for (const row of rows) row[column] = numberFrom(row[column], column);
  return rows as Row[];
}

function numberFrom(value: unknown, column: string): number | null {
  if (value === null) return null;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || Math.abs(number) > Number.MAX_SAFE_INTEGER)
    throw new Error(
      `The column ${column} holds ${JSON.stringify(value)}, which is no number that can be counted with.`,
    );
  return number;
}

/** Runs one INSERT, UPDATE or DELETE and answers the affected rows as MySQL counts them. */
export async function change(statement: string, parameters: readonly SqlValue[] = []): Promise<number> {
  await pace();
  const result = await untilTaken(() =>
    sql
      .prepare<UpdateQueryResponse>(statement)
      .bindParams(...parameters)
      .execute(),
  );
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

/** What one statement may carry: half of the platform's request limit of 1 MiB, and far fewer values than MySQL binds at once. */
const CARRIED = { characters: 524_288, values: 16_000 } as const;

/** Cuts rows to be written into as few statements as carry them. @param rows the values of each */
export const statementsOf = (rows: readonly SqlValue[][]): SqlValue[][][] =>
  cut(
    rows,
    CARRIED.characters,
    (row) => JSON.stringify(row).length,
    Math.floor(CARRIED.values / (rows[0]?.length ?? 1)),
  );

/** Cuts a list into pieces that weigh at most `limit` together; what weighs more alone is a piece of its own. */
export function cut<T>(list: readonly T[], limit: number, weigh: (one: T) => number, most: number): T[][] {
  const pieces: T[][] = [];
  let weight = 0;
  for (const one of list) {
    const own = weigh(one);
    const last = pieces.at(-1);
    if (last && last.length < most && weight + own <= limit) {
      last.push(one);
      weight += own;
    } else {
      pieces.push([one]);
      weight = own;
    }
  }
  return pieces;
}

/** Cuts a list into pieces of at most `size`. */
export function* chunks<T>(list: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}
