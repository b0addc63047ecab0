import type { AdfNode } from '../../domain/document/adf';
import { FURTHER_COLUMNS, partWords } from '../../words/export';
import { note, paragraph } from './adf';
import { breakable } from './breakable';

/** What a column holds decides how wide it is, and whether its words may be broken. */
export type ColumnType = 'id' | 'number' | 'date' | 'state' | 'name' | 'text';

export interface Column<Row> {
  readonly title: string;
  readonly type: ColumnType;
  readonly cell: (row: Row) => string;
}

/** Pixels of a sheet of A4 between its margins: neither PDF nor Word shows what is wider. */
export const TABLE_WIDTH = 680;
export const ROWS_A_TABLE = 25;

const WIDTHS = { id: 76, number: 64, date: 92, state: 120, name: 150 } as const;
const TEXT_AT_LEAST = 160;

const atLeast = (type: ColumnType): number => (type === 'text' ? TEXT_AT_LEAST : WIDTHS[type]);
const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);

/**
 * Rows as tables that fit a sheet: one; or, for more columns than it holds, two, each with the first column; or, for more
 * than these hold, a small table a row. A table of many rows goes on in another under the same head, so that each can be
 * read by itself. No rows, no table: what there is to say then is up to who asks.
 */
export function tablesOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): AdfNode[] {
  const sheets = sheetsOf(columns);
  if (sheets === null) return rows.flatMap((row) => blockOf(columns, row));
  const parts = partsOf(rows);
  return parts.flatMap((part, index) => [
    ...(parts.length > 1 ? [note(partWords(index + 1, parts.length))] : []),
    ...sheets.flatMap((sheet, place) => [...(place > 0 ? [note(FURTHER_COLUMNS)] : []), tableOf(sheet, part)]),
  ]);
}

/** The columns of one table, or of two; null where they do not fit two. */
function sheetsOf<Row>(columns: readonly Column<Row>[]): (readonly Column<Row>[])[] | null {
  const fitting = countFitting(columns);
  if (fitting === columns.length) return [columns];
  const [first] = columns;
  const second = [...(first ? [first] : []), ...columns.slice(fitting)];
  return countFitting(second) === second.length ? [columns.slice(0, fitting), second] : null;
}

/** How many of the columns, from the first on, fit one table. */
function countFitting(columns: readonly Column<never>[]): number {
  const over = columns.findIndex(
    (_, place) => sum(columns.slice(0, place + 1).map(({ type }) => atLeast(type))) > TABLE_WIDTH,
  );
  return over === -1 ? columns.length : over;
}

function partsOf<Row>(rows: readonly Row[]): (readonly Row[])[] {
  const count = Math.ceil(rows.length / ROWS_A_TABLE);
  return Array.from({ length: count }, (_, part) => rows.slice(part * ROWS_A_TABLE, (part + 1) * ROWS_A_TABLE));
}

/** Texts share what the others leave. */
function widthsOf(types: readonly ColumnType[]): number[] {
  const texts = types.filter((type) => type === 'text').length;
  const rest = TABLE_WIDTH - sum(types.filter((type) => type !== 'text').map(atLeast));
  return types.map((type) => (type === 'text' ? Math.floor(rest / texts) : atLeast(type)));
}

function tableOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): AdfNode {
  return drawn(
    widthsOf(columns.map(({ type }) => type)),
    columns.map(({ title }) => title),
    rows.map((row) => columns.map((column) => cellOf(column, row))),
  );
}

/** A row as a table of its own: its columns one below the other, under its first. */
function blockOf<Row>([first, ...others]: readonly Column<Row>[], row: Row): AdfNode[] {
  if (!first) return [];
  const parts = partsOf(others);
  return parts.map((part) =>
    drawn(
      widthsOf(['name', 'text']),
      [first.title, cellOf(first, row)],
      part.map((column) => [column.title, cellOf(column, row)]),
    ),
  );
}

const cellOf = <Row>({ type, cell }: Column<Row>, row: Row): string =>
  type === 'text' || type === 'name' ? breakable(cell(row)) : cell(row);

/** The first row names the columns, the first column the rows; a table of one column has no names of rows. */
function drawn(widths: readonly number[], head: readonly string[], rows: readonly (readonly string[])[]): AdfNode {
  return {
    type: 'table',
    attrs: { isNumberColumnEnabled: false, layout: 'default', width: sum(widths) },
    content: [head, ...rows].map((cells, row) => ({
      type: 'tableRow',
      content: cells.map((text, column) => ({
        type: row === 0 || (column === 0 && cells.length > 1) ? 'tableHeader' : 'tableCell',
        attrs: { colwidth: [widths[column] ?? TEXT_AT_LEAST] },
        content: [paragraph(text)],
      })),
    })),
  };
}
