import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openDatabase, type Row, type SqlValue } from '../../local/sqlite';

/**
 * A site's files as text: one `.jsonl` a database, a line for each statement that makes a table or an index and for each
 * row. Text, so that it can be read and searched beside the code that must still understand it.
 */
type Line = { make: string } | { table: string; row: Row };

/** Writes the databases of the folder `data` (of a site that is not running) as text into `target`. */
export function dumpSite(data: string, target: string): void {
  mkdirSync(target, { recursive: true });
  for (const file of readdirSync(data).filter((name) => name.endsWith('.sqlite')))
    writeFileSync(join(target, `${basename(file, '.sqlite')}.jsonl`), linesOf(join(data, file)));
}

/** Makes the databases anew in the folder `data` from the text in `source`. */
export function restoreSite(source: string, data: string): void {
  for (const file of readdirSync(source).filter((name) => name.endsWith('.jsonl'))) {
    const database = openDatabase(join(data, `${basename(file, '.jsonl')}.sqlite`));
    database.transaction(() => {
      for (const text of readFileSync(join(source, file), 'utf8').trimEnd().split('\n')) {
        const line = JSON.parse(text) as Line;
        if ('make' in line) database.exec(line.make);
        else insert(line.table, line.row, (sql, values) => database.run(sql, values));
      }
    });
    database.close();
  }
}

function linesOf(path: string): string {
  const database = openDatabase(path);
  // SQLite's own tables and indexes have no statement, or come with the first AUTOINCREMENT.
  const made = database.all(
    "SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'",
  );
  const tables = made.filter(({ type }) => type === 'table').map(({ name }) => String(name));
  const counters = database.all("SELECT name FROM sqlite_master WHERE name = 'sqlite_sequence'").length > 0;
  const lines: Line[] = [
    ...made.map(({ sql }) => ({ make: String(sql) })),
    ...[...tables, ...(counters ? ['sqlite_sequence'] : [])].flatMap((table) =>
      database.all(`SELECT * FROM "${table}"`).map((row) => ({ table, row })),
    ),
  ];
  database.close();
  return `${lines.map((line) => JSON.stringify(line, exactly)).join('\n')}\n`;
}

/** A whole number that JSON cannot hold, or bytes, would come back as something else: neither is in these tables. */
function exactly(key: string, value: unknown): unknown {
  if (typeof value === 'bigint' && Number.isSafeInteger(Number(value))) return Number(value);
  if (typeof value === 'bigint' || value instanceof Uint8Array) throw new Error(`${key} cannot be kept as text.`);
  return value;
}

function insert(table: string, row: Row, run: (sql: string, values: readonly SqlValue[]) => unknown): void {
  // Filling a table with AUTOINCREMENT has made a row of its own here.
  if (table === 'sqlite_sequence') run('DELETE FROM sqlite_sequence WHERE name = ?', [row.name ?? null]);
  const columns = Object.keys(row);
  const names = columns.map((column) => `"${column}"`).join(', ');
  run(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`, Object.values(row));
}
