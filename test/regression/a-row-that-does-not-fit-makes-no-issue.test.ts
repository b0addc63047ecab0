import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readInventoryFile } from '../../cli/inventory-file';
import { inventoryMappings } from '../../controls';
import { Interpreter } from '../../src/domain/import/interpret';
import { readInventoryFile as readInBrowser } from '../../static/features/setup/inventory-file';

/** A4. A record whose cells do not fit the header, or whose quote is not closed, makes no issue and is told by its line. */
const ROOT = resolve(__dirname, '../..');
const mapping = inventoryMappings.get('generic');
const HEADER = mapping ? new Interpreter(mapping).columns().filter((one, at, all) => all.indexOf(one) === at) : [];
const record = (cells: Record<string, string>, more = '') =>
  HEADER.map((column) => cells[column] ?? '').join(',') + more;

async function both(lines: readonly string[]) {
  const text = `${[HEADER.join(','), ...lines].join('\n')}\n`;
  const path = join(mkdtempSync(join(tmpdir(), 'rows-')), 'inventory.csv');
  writeFileSync(path, text);
  const here = readInventoryFile(path, ROOT, 'generic').rows;
  const there = (await readInBrowser(new Blob([text]), { encoding: 'utf-8', delimiter: ',' } as never)).rows;
  expect(there).toEqual(here);
  if (!mapping) throw new Error('There is no plain mapping.');
  const interpreter = new Interpreter(mapping);
  return here.map((row) => interpreter.interpret(row));
}
const told = (rows: Awaited<ReturnType<typeof both>>) =>
  rows.map(({ name, claims, risk, problems }) => [name, claims.length > 0 || risk !== null, problems[0]?.code ?? null]);

test('an unquoted comma shifts nothing into other columns', async () => {
  const fits = record({ Name: 'Letters', Owner: 'Mail', Stage: 'Operation' });
  const rows = await both([record({ Name: 'Fraud, score', Owner: 'Claims', Stage: 'Operation' }), fits]);
  expect(told(rows)[0]).toEqual(['', false, 'cells-do-not-fit']);
  expect(rows[0]?.problems).toEqual([{ line: 2, code: 'cells-do-not-fit', column: '', value: '' }]);
  expect(rows[1]?.name).toBe('Letters');
});

test('too few cells, or blank ones too many, are no row either', async () => {
  const rows = await both(['Fraud score', record({ Name: 'Letters' }, ',,')]);
  expect(rows.map(({ name }) => name)).toEqual(['', '']);
  for (const { problems } of rows) expect(problems[0]?.code).toBe('cells-do-not-fit');
});

test('a quote that is not closed swallows no row in silence', async () => {
  const rows = await both([record({ Name: 'Letters' }), record({ Name: '"Fraud score' }), record({ Name: 'Chat' })]);
  expect(rows.map(({ name, problems }) => [name, problems.some(({ code }) => code === 'quote-not-closed')])).toEqual([
    ['Letters', false],
    ['', true],
  ]);
});
