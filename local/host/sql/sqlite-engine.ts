import type { Clock } from '../../seam';
import type { Database } from '../../sqlite';
import type { Checks } from '../checks';
import { changed, type Parameter, type Rows, type SqlEngine } from './engine';
import { Known } from './known';
import { raised, SqlRefused } from './refusal';
import { asAnswered, ResultTypes } from './result-types';
import { addColumns, addIndex, createTable, show } from './schema';
import type { Statement } from './statement';
import { type Translated, translate } from './translate';

/** SQLite's own limit is 32,766 parameters; MySQL's is 65,535. Larger inserts are cut into pieces within one transaction. */
const PARAMETERS = 32_000;

/** Runs the subset on SQLite. */
export class SqliteEngine implements SqlEngine {
  private readonly translated = new Known<Translated>();
  private readonly types: ResultTypes;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly checks: Checks,
  ) {
    this.types = new ResultTypes(database);
    database.exec('PRAGMA case_sensitive_like = ON'); // utf8mb4_bin compares with case.
  }

  async run(statement: Statement, parameters: readonly Parameter[]): Promise<Rows> {
    try {
      return this.execute(statement, parameters);
    } catch (error) {
      throw error instanceof SqlRefused ? error : mysqlError(error);
    }
  }

  async close(): Promise<void> {
    this.database.close();
  }

  private execute(statement: Statement, parameters: readonly Parameter[]): Rows {
    switch (statement.kind) {
      case 'create-table':
        createTable(this.database, statement);
        this.types.forget();
        return changed(0);
      case 'add-index':
        addIndex(this.database, statement);
        return changed(0);
      case 'add-columns':
        addColumns(this.database, statement);
        this.types.forget();
        return changed(0);
      case 'show':
        return show(this.database, statement);
      case 'platform':
        return this.platform(statement.what, parameters);
      case 'select':
        return this.select(statement, parameters);
      case 'insert':
        return changed(this.insert(statement, parameters));
      default:
        return changed(this.database.run(this.translate(statement).sql, parameters).changes);
    }
  }

  private select(statement: Extract<Statement, { kind: 'select' }>, parameters: readonly Parameter[]): Rows {
    const ints = this.types.intColumns(statement);
    const rows = this.database.all(this.translate(statement).sql, parameters);
    if (!this.checks.holds('wide-integers-as-text')) return rows as Record<string, unknown>[];
    return rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asAnswered(value, ints.has(name))])),
    );
  }

  private insert(statement: Extract<Statement, { kind: 'insert' }>, parameters: readonly Parameter[]): number {
    const { sql } = this.translate(statement);
    if (parameters.length > PARAMETERS) return this.insertInPieces(statement, parameters);
    if (!statement.update) return this.database.run(sql, parameters).changes;
    const last = Number(this.database.all(`SELECT MAX(rowid) AS r FROM "${statement.table}"`)[0]?.r ?? 0);
    const seen = new Set<number>();
    let affected = 0;
    // MySQL counts 1 for a new row, 2 for a changed one, 0 for one that stays (mysql_affected_rows).
    for (const { r } of this.database.all(sql, parameters)) {
      const row = Number(r);
      affected += row > last && !seen.has(row) ? 1 : 2;
      seen.add(row);
    }
    return affected;
  }

  private insertInPieces(statement: Extract<Statement, { kind: 'insert' }>, parameters: readonly Parameter[]): number {
    const perRow = statement.rows === null ? 0 : parameters.length / statement.rows;
    if (!Number.isInteger(perRow) || perRow === 0)
      throw raised(1390, 'ER_PS_MANY_PARAM', 'HY000', 'Prepared statement contains too many placeholders');
    const rows = Math.floor(PARAMETERS / perRow);
    const one = statement.source.slice(1, statement.source.findIndex((token) => token.text === ')') + 1);
    return this.database.transaction(() => {
      let affected = 0;
      for (let at = 0; at < (statement.rows ?? 0); at += rows) {
        const count = Math.min(rows, (statement.rows ?? 0) - at);
        const comma = { kind: 'sign', text: ',', upper: ',' } as const;
        const values = Array.from({ length: count }, (_, index) => (index === 0 ? one : [comma, ...one])).flat();
        const head = statement.source.slice(0, 1);
        const piece = {
          ...statement,
          text: `${statement.text.slice(0, 200)}#${count}`,
          source: [...head, ...values],
          rows: count,
        };
        affected += this.insert(piece, parameters.slice(at * perRow, (at + count) * perRow));
      }
      return affected;
    });
  }

  private translate(statement: Extract<Statement, { kind: 'select' | 'insert' | 'update' | 'delete' }>): Translated {
    return this.translated.of(statement.text, () => translate(statement));
  }

  /** The statements of the SDK's migration runner. */
  private platform(what: Extract<Statement, { kind: 'platform' }>['what'], parameters: readonly Parameter[]): Rows {
    if (what === 'create-migrations') {
      this.database.exec(
        'CREATE TABLE IF NOT EXISTS __migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(255) NOT NULL, migratedAt TIMESTAMP NOT NULL)',
      );
      return changed(0);
    }
    if (what === 'list-migrations')
      return this.database.all('SELECT id, name, migratedAt FROM __migrations') as Record<string, unknown>[];
    const at = new Date(this.clock.now()).toISOString().slice(0, 19).replace('T', ' ');
    return changed(
      this.database.run('INSERT INTO __migrations (name, migratedAt) VALUES (?, ?)', [...parameters, at]).changes,
    );
  }
}

/** Says in MySQL's words what SQLite complains about. */
function mysqlError(error: unknown): SqlRefused {
  const message = error instanceof Error ? error.message : String(error);
  const check = /CHECK constraint failed: (\w+):(\w+)/.exec(message);
  if (check?.[1] === 'length')
    return raised(1406, 'ER_DATA_TOO_LONG', '22001', `Data too long for column '${check[2]}' at row 1`);
  if (check?.[1] === 'integer')
    return raised(
      1366,
      'ER_TRUNCATED_WRONG_VALUE_FOR_FIELD',
      'HY000',
      `Incorrect integer value for column '${check[2]}' at row 1`,
    );
  if (check?.[1] === 'range')
    return raised(1264, 'ER_WARN_DATA_OUT_OF_RANGE', '22003', `Out of range value for column '${check[2]}' at row 1`);
  const notNull = /NOT NULL constraint failed: \w+\.(\w+)/.exec(message);
  if (notNull) return raised(1048, 'ER_BAD_NULL_ERROR', '23000', `Column '${notNull[1]}' cannot be null`);
  const unique = /UNIQUE constraint failed: (.+)/.exec(message);
  if (unique) return raised(1062, 'ER_DUP_ENTRY', '23000', `Duplicate entry for key '${unique[1]}'`);
  const table = /no such table: (\S+)/.exec(message);
  if (table) return raised(1146, 'ER_NO_SUCH_TABLE', '42S02', `Table 'app.${table[1]}' doesn't exist`);
  const column = /(?:no such column: |has no column named )(\S+)/.exec(message);
  if (column) return raised(1054, 'ER_BAD_FIELD_ERROR', '42S22', `Unknown column '${column[1]}' in 'field list'`);
  return raised(1064, 'ER_PARSE_ERROR', '42000', message);
}
