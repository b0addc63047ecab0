import { requirementIdFrom } from '../../domain/requirement/requirement-id';
import { tokensOf } from '../person';
import { change, placeholders, query, type SqlValue } from '../sql';

const ROWS = 500;
type Row = Record<string, SqlValue>;

interface Tables {
  from: string;
  into: string;
  /** Columns of the primary key, in order. */
  key: readonly string[];
  /** The other columns that are read, and those that are written where they are called otherwise. */
  columns: readonly string[];
  written?: readonly string[];
}

/**
 * Copies a table of 0.1.0 into the one that knows requirements by framework and number, in pieces in the order of the key. A
 * row that is there already stays: it was copied before, or written since.
 */
const copyOf =
  (
    { from, into, key, columns, written = columns }: Tables,
    convert: (rows: readonly Row[]) => readonly Row[] | Promise<readonly Row[]>,
  ) =>
  async (after: string | null): Promise<string | null> => {
    const start = after === null ? null : (JSON.parse(after) as SqlValue[]);
    const rows = await query<Row>(
      `SELECT ${[...key, ...columns].join(', ')} FROM ${from} ${start === null ? '' : `WHERE ${beyond(key)}`} ORDER BY ${key.join(', ')} LIMIT ${ROWS}`,
      start === null ? [] : key.flatMap((_, place) => start.slice(0, place + 1)),
      {} as never,
    );
    const last = rows.at(-1);
    if (last === undefined) return null;
    const all = [...key, ...written];
    await change(
      `INSERT INTO ${into} (${all.join(', ')}) VALUES ${placeholders(rows.length, all.length)}
       ON DUPLICATE KEY UPDATE ${key[0]} = ${key[0]}`,
      (await convert(rows)).flatMap((row) => all.map((column) => row[column] ?? null)),
    );
    return JSON.stringify(key.map((column) => last[column]));
  };

/** `a > ? OR (a = ? AND b > ?) …`: the rows after one, in the order of the key. */
const beyond = (key: readonly string[]): string =>
  key
    .map(
      (column, place) =>
        `(${[...key.slice(0, place).map((before) => `${before} = ?`), `${column} > ?`].join(' AND ')})`,
    )
    .join(' OR ');

const withId = (row: Row): Row => ({ ...row, requirement_id: requirementIdFrom(String(row.requirement_id)) });
const withIds = (rows: readonly Row[]): Row[] => rows.map(withId);

export const copyCells = copyOf(
  {
    from: 'cell',
    into: 'coverage_cell',
    key: ['scope', 'requirement_id'],
    columns: ['project_id', 'state', 'reasons', 'changes_on', 'fence'],
  },
  withIds,
);

export const copyHistory = copyOf(
  {
    from: 'coverage_snapshot',
    into: 'coverage_history',
    key: ['scope', 'requirement_id', 'at'],
    columns: ['project_id', 'state'],
  },
  withIds,
);

export const copyDecisions = copyOf(
  {
    from: 'decision',
    into: 'aims_decision',
    key: ['decision_id'],
    columns: ['kind', 'subject', 'requirement_id', 'at', 'account_id', 'body'],
    written: ['kind', 'subject', 'requirement_id', 'at', 'person', 'body'],
  },
  async (rows) => {
    const tokens = await tokensOf(rows.map(({ account_id }) => String(account_id)));
    return withIds(rows).map((row) => ({
      ...row,
      person: tokens.get(String(row.account_id)) ?? null,
      body: JSON.stringify(idsWithin(JSON.parse(String(row.body)))),
    }));
  },
);

/** The body of a decision, wherever it names a requirement. */
function idsWithin(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(idsWithin);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'requirementId' && typeof inner === 'string' ? requirementIdFrom(inner) : idsWithin(inner),
    ]),
  );
}
