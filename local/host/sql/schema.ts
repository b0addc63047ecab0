import type { Database } from '../../sqlite';
import { raised } from './refusal';
import type { Column, Key, Statement } from './statement';

/** TEXT holds 65,535 bytes: dev.mysql.com/doc/refman/8.0/en/storage-requirements.html */
const TEXT_BYTES = 65_535;
const INT_LIMIT = 2 ** 31;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const list = (names: readonly string[]) => names.map(quoted).join(', ');

function checkOf(column: Column): string {
  const name = quoted(column.name);
  if (column.type === 'INT' || column.type === 'BIGINT') {
    const range =
      column.type === 'INT'
        ? ` CONSTRAINT ${quoted(`range:${column.name}`)} CHECK (${name} BETWEEN ${-INT_LIMIT} AND ${INT_LIMIT - 1})`
        : '';
    return `CONSTRAINT ${quoted(`integer:${column.name}`)} CHECK (typeof(${name}) IN ('integer', 'null'))${range}`;
  }
  const fits =
    column.length === null ? `length(CAST(${name} AS BLOB)) <= ${TEXT_BYTES}` : `length(${name}) <= ${column.length}`;
  return `CONSTRAINT ${quoted(`length:${column.name}`)} CHECK (${fits})`;
}

function columnSql(column: Column): string {
  const type = column.length === null ? column.type : `${column.type}(${column.length})`;
  const fallback = column.default === null ? '' : ` DEFAULT ${column.default}`;
  return `${quoted(column.name)} ${type}${column.nullable ? '' : ' NOT NULL'}${fallback} ${checkOf(column)}`;
}

const indexName = (table: string, key: Key) => quoted(`${table}.${key.name}`);

/** Creates a table with its indexes; nothing happens when it exists. */
export function createTable(database: Database, statement: Extract<Statement, { kind: 'create-table' }>): void {
  const { table, columns, keys } = statement;
  if (database.all("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", [table]).length > 0) return;
  const primary = keys.find((key) => key.kind === 'primary');
  database.transaction(() => {
    const parts = [...columns.map(columnSql), `PRIMARY KEY (${list(primary?.columns ?? [])})`];
    database.exec(`CREATE TABLE ${quoted(table)} (${parts.join(', ')})`);
    for (const key of keys) {
      if (key.kind === 'primary') continue;
      database.exec(
        `CREATE ${key.kind === 'unique' ? 'UNIQUE ' : ''}INDEX ${indexName(table, key)} ON ${quoted(table)} (${list(key.columns)})`,
      );
    }
  });
}

/** Adds an index. @throws SqlRefused 1061 when the name is taken, as MySQL does */
export function addIndex(database: Database, statement: Extract<Statement, { kind: 'add-index' }>): void {
  const { table, key } = statement;
  if (
    database.all("SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ?", [`${table}.${key.name}`]).length > 0
  ) {
    throw raised(1061, 'ER_DUP_KEYNAME', '42000', `Duplicate key name '${key.name}'`);
  }
  database.exec(`CREATE INDEX ${indexName(table, key)} ON ${quoted(table)} (${list(key.columns)})`);
}

/** Answers SHOW TABLES, COLUMNS and INDEXES in MySQL's columns. */
export function show(database: Database, statement: Extract<Statement, { kind: 'show' }>): Record<string, unknown>[] {
  if (statement.what === 'tables') {
    return database
      .all("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
      .map((row) => ({ Tables_in_app: row.name }));
  }
  const table = statement.table ?? '';
  const columns = database.all(`PRAGMA table_info(${quoted(table)})`);
  if (columns.length === 0) throw raised(1146, 'ER_NO_SUCH_TABLE', '42S02', `Table 'app.${table}' doesn't exist`);
  const primary = columns.filter((column) => Number(column.pk) > 0).sort((a, b) => Number(a.pk) - Number(b.pk));
  if (statement.what === 'columns') {
    return columns.map((column) => ({
      Field: column.name,
      Type: String(column.type).toLowerCase(),
      Null: Number(column.notnull) > 0 ? 'NO' : 'YES',
      Key: Number(column.pk) > 0 ? 'PRI' : '',
      Default: column.dflt_value,
      Extra: '',
    }));
  }
  const indexes = database.all(
    "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY name",
    [table],
  );
  return [
    ...primary.map((column, at) => ({
      Table: table,
      Non_unique: 0,
      Key_name: 'PRIMARY',
      Seq_in_index: at + 1,
      Column_name: column.name,
    })),
    ...indexes.flatMap((index) =>
      database.all(`PRAGMA index_info(${quoted(String(index.name))})`).map((column) => ({
        Table: table,
        Non_unique: 1,
        Key_name: String(index.name).slice(table.length + 1),
        Seq_in_index: Number(column.seqno) + 1,
        Column_name: column.name,
      })),
    ),
  ];
}

/** Adds the columns that the table does not have yet. @throws SqlRefused 1146 when there is no such table */
export function addColumns(database: Database, statement: Extract<Statement, { kind: 'add-columns' }>): void {
  const { table, columns } = statement;
  const known = database.all(`PRAGMA table_info(${quoted(table)})`).map(({ name }) => String(name).toLowerCase());
  if (known.length === 0) throw raised(1146, 'ER_NO_SUCH_TABLE', '42S02', `Table 'app.${table}' doesn't exist`);
  database.transaction(() => {
    for (const column of columns)
      if (!known.includes(column.name.toLowerCase()))
        database.exec(`ALTER TABLE ${quoted(table)} ADD COLUMN ${columnSql(column)}`);
  });
}
