import schema from '@atlaskit/adf-schema/json-schema/v1/full.json';
import Ajv from 'ajv';
import type { AdfNode } from '../../../src/domain/document/adf';
import { type Column, type ColumnType, ROWS_A_TABLE, TABLE_WIDTH, tablesOf } from '../../../src/entries/export/table';
import fc from '../../support/by-chance';

/** `documents.md` 31: how declared columns become tables that fit a sheet, for whatever columns and rows. */

const TYPES: readonly ColumnType[] = ['id', 'number', 'date', 'state', 'name', 'text'];
const FIXED: Readonly<Record<string, number>> = { id: 76, number: 64, date: 92, state: 120, name: 150 };
const BREAK = '\u200B';

type Row = readonly string[];

/** Letters, signs to break after, figures, spaces; long words often. */
const words = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.stringMatching(/^[a-zäß0-9/._ -]{0,90}$/),
  fc.constantFrom('2026-11-27', '1.000.000.000.000.000.000.000', 'https://example.com/a/very/long/address.html?b=1'),
);

/** Cells begin with their place, so that each can be found again. */
const tables = fc
  .record({
    types: fc.array(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 14 }),
    count: fc.integer({ min: 0, max: 3 * ROWS_A_TABLE }),
  })
  .chain(({ types, count }) =>
    fc
      .array(fc.array(words, { minLength: types.length, maxLength: types.length }), {
        minLength: count,
        maxLength: count,
      })
      .map((rows) => ({
        columns: types.map(
          (type, column): Column<Row> => ({ title: `T${column}`, type, cell: (row) => row[column] ?? '' }),
        ),
        rows: rows.map((row, place) => row.map((cell, column) => `r${place}c${column} ${cell}`)),
      })),
  );

const textOf = (node: AdfNode): string => node.text ?? (node.content ?? []).map(textOf).join('');
const cellsOf = (row: AdfNode): string[] => (row.content ?? []).map(textOf);
const rowsIn = (table: AdfNode): AdfNode[] => [...(table.content ?? [])];
const widthsIn = (row: AdfNode): number[] =>
  (row.content ?? []).flatMap(({ attrs }) => (attrs?.colwidth ?? []) as number[]);
const onlyTables = (nodes: readonly AdfNode[]): AdfNode[] => nodes.filter(({ type }) => type === 'table');
const plain = (text: string): string => text.replaceAll(BREAK, '');
/** A block names a row in its head, where other tables name columns. */
const isBlock = (table: AdfNode, columns: readonly Column<Row>[]): boolean =>
  cellsOf(rowsIn(table)[0] ?? table)[1] !== columns[1]?.title &&
  !columns.some(({ title }) => cellsOf(rowsIn(table)[0] ?? table)[1] === title);

const check = (law: (asked: { columns: Column<Row>[]; rows: Row[] }, nodes: AdfNode[]) => void): void =>
  fc.assert(
    fc.property(tables, (asked) => law(asked, tablesOf(asked.columns, asked.rows))),
    { numRuns: 60 },
  );

test('the widths of a table make at most 680, each column as its type says, and texts at least 160', () => {
  check(({ columns }, nodes) => {
    for (const table of onlyTables(nodes))
      for (const row of rowsIn(table)) {
        const widths = widthsIn(row);
        expect(widths.reduce((all, width) => all + width, 0)).toBeLessThanOrEqual(TABLE_WIDTH);
        expect(table.attrs?.width).toBe(widths.reduce((all, width) => all + width, 0));
        if (isBlock(table, columns)) continue;
        const titles = cellsOf(rowsIn(table)[0] ?? table);
        titles.forEach((title, place) => {
          const type = columns.find((column) => column.title === title)?.type ?? '';
          if (type === 'text') expect(widths[place]).toBeGreaterThanOrEqual(160);
          else expect(widths[place]).toBe(FIXED[type]);
        });
      }
  });
});

/** The cells of data in a table, without titles: of a block, its own first column and the values beside the titles. */
function dataOf(table: AdfNode, columns: readonly Column<Row>[]): string[] {
  const [head = [], ...body] = rowsIn(table).map((row) => cellsOf(row).map(plain));
  return isBlock(table, columns) ? [head[1] ?? '', ...body.map(([, value]) => value ?? '')] : body.flat();
}

test('each row of data stands once in each of its tables, with its first column, and each other cell once in all', () => {
  check(({ columns, rows }, nodes) => {
    const data = onlyTables(nodes).map((table) => dataOf(table, columns));
    const times = new Map<string, number>();
    for (const cell of data.flat()) times.set(cell, (times.get(cell) ?? 0) + 1);
    rows.forEach(([first = '', ...others], place) => {
      const own = data.filter((cells) => cells.some((cell) => cell.startsWith(`r${place}c`)));
      expect(own.map((cells) => cells.filter((cell) => cell === first).length)).toEqual(own.map(() => 1));
      expect(others.map((cell) => times.get(cell))).toEqual(others.map(() => 1));
    });
    expect(times.size).toBe(rows.flat().length);
  });
});

test('the cells of a row stand in one row', () => {
  check(({ columns }, nodes) => {
    for (const table of onlyTables(nodes).filter((one) => !isBlock(one, columns)))
      for (const row of rowsIn(table).slice(1))
        expect(new Set(cellsOf(row).map((cell) => /^r\d+c/.exec(cell)?.[0])).size).toBe(1);
  });
});

test('every table begins with a head of header cells, and has at most 25 rows under it', () => {
  check((_, nodes) => {
    for (const table of onlyTables(nodes)) {
      const [head, ...body] = rowsIn(table);
      expect((head?.content ?? []).map(({ type }) => type)).toEqual((head?.content ?? []).map(() => 'tableHeader'));
      expect(cellsOf(head ?? table)[0]).toBe('T0');
      expect(body.length).toBeLessThanOrEqual(ROWS_A_TABLE);
      // A row of data that is all header would go on every sheet of Word as a head.
      for (const row of body) expect((row.content ?? []).at(-1)?.type).toBe('tableCell');
    }
  });
});

test('only words of more than 24 letters break, only after / . - _, and never in ids, numbers, dates and states', () => {
  check(({ columns, rows }, nodes) => {
    const cells = onlyTables(nodes).flatMap((table) => rowsIn(table).flatMap(cellsOf));
    for (const cell of cells.filter((text) => text.includes(BREAK))) {
      const [, row, column] = /^r(\d+)c(\d+)/.exec(cell) ?? [];
      expect(['name', 'text']).toContain(columns[Number(column)]?.type);
      expect(plain(cell)).toBe(rows[Number(row)]?.[Number(column)]);
      for (const word of cell.split(/\s+/).filter((one) => one.includes(BREAK))) {
        expect([...plain(word)].length).toBeGreaterThan(24);
        expect(word.replace(/[/._-]\u200B/g, '')).not.toContain(BREAK);
        expect(word).toMatch(/\p{L}/u);
      }
    }
  });
});

test('each table is one that Confluence takes', () => {
  const { $schema, ...rules } = schema;
  expect($schema).toContain('draft-04');
  const valid = new Ajv({ strict: false, validateFormats: false }).compile(rules);
  fc.assert(
    fc.property(tables, ({ columns, rows }) => {
      const content = tablesOf(columns, rows);
      expect(valid({ type: 'doc', version: 1, content }) ? null : valid.errors).toBeNull();
    }),
    { numRuns: 10 },
  );
});

const columnsOf = (...types: ColumnType[]): Column<Row>[] =>
  types.map((type, column) => ({ title: `T${column}`, type, cell: (row) => row[column] ?? '' }));
const lines = (nodes: readonly AdfNode[]): string[] =>
  nodes.map((node) => (node.type === 'table' ? 'table' : textOf(node)));
const rowsOf = (count: number, width: number): Row[] =>
  Array.from({ length: count }, (_, row) => Array.from({ length: width }, (_, column) => `r${row}c${column}`));

test('one table; two, the second with the first column again; over two a block a row', () => {
  expect(lines(tablesOf(columnsOf('id', 'text', 'state'), rowsOf(3, 3)))).toEqual(['table']);
  const two = tablesOf(columnsOf('id', 'text', 'name', 'name', 'state', 'text'), rowsOf(3, 6));
  expect(lines(two)).toEqual(['table', 'further columns of the same rows', 'table']);
  expect(onlyTables(two).map((table) => cellsOf(rowsIn(table)[0] ?? table))).toEqual([
    ['T0', 'T1', 'T2', 'T3', 'T4'],
    ['T0', 'T5'],
  ]);
  const blocks = tablesOf(columnsOf('id', ...Array.from({ length: 9 }, () => 'text' as const)), rowsOf(3, 10));
  expect(lines(blocks)).toEqual(['table', 'table', 'table']);
  expect(rowsIn(blocks[1] ?? { type: 'none' }).map(cellsOf)).toEqual([
    ['T0', 'r1c0'],
    ...Array.from({ length: 9 }, (_, place) => [`T${place + 1}`, `r1c${place + 1}`]),
  ]);
});

test('after 25 rows a new table with the head, and its part is named', () => {
  const parts = tablesOf(columnsOf('id', 'text'), rowsOf(51, 2));
  expect(lines(parts)).toEqual(['part 1 of 3', 'table', 'part 2 of 3', 'table', 'part 3 of 3', 'table']);
  expect(onlyTables(parts).map((table) => rowsIn(table).length - 1)).toEqual([25, 25, 1]);
  expect(lines(tablesOf(columnsOf('id', 'text'), rowsOf(25, 2)))).toEqual(['table']);
  expect(tablesOf(columnsOf('id', 'text'), [])).toEqual([]);
});

test('a long address may go on in the next line; the same as an id may not', () => {
  const address = 'https://example.com/policies/use-of-ai_2026.html';
  const cells = (type: ColumnType) =>
    cellsOf(
      rowsIn(tablesOf(columnsOf('number', type), [['1', address]])[0] ?? { type: 'none' })[1] ?? { type: 'none' },
    )[1];
  expect(cells('text')).toBe(
    'https://\u200Bexample.\u200Bcom/\u200Bpolicies/\u200Buse-\u200Bof-\u200Bai_\u200B2026.\u200Bhtml',
  );
  for (const type of ['id', 'number', 'date', 'state'] as const) expect(cells(type)).toBe(address);
});
