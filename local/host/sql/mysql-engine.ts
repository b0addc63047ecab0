import { type Connection, createConnection, type ResultSetHeader } from 'mysql2/promise';
import { changed, type Parameter, type Rows, type SqlEngine } from './engine';
import { raised } from './refusal';
import type { Statement } from './statement';

/** Beyond this a prepared statement is refused by the server; the client then puts the values in by itself. */
const PLACEHOLDERS = 65_535;

/**
 * Runs the subset on MariaDB or MySQL, with TiDB's defaults as far as they go: binary collation, strict mode. The
 * database named in the address is emptied first when `fresh`.
 * @param address `mysql://user:password@host/database`
 */
export async function openMysql(address: string, fresh: boolean): Promise<SqlEngine> {
  const url = new URL(address);
  const database = decodeURIComponent(url.pathname.slice(1)) || 'plumbline';
  if (!/^\w+$/.test(database))
    throw new Error(`The database name ${database} holds a character outside a-z, 0-9 and _.`);
  const connection = await createConnection({
    host: url.hostname,
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    charset: 'utf8mb4_bin',
    flags: ['-FOUND_ROWS'], // affectedRows counts rows that changed, as Forge SQL answers.
    dateStrings: true,
    // BIGINT and what counts or sums arrives as text (storage-reference/sql-data-types).
    supportBigNumbers: true,
    bigNumberStrings: true,
  });
  if (fresh) await connection.query(`DROP DATABASE IF EXISTS \`${database}\``);
  await connection.query(`CREATE DATABASE IF NOT EXISTS \`${database}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  await connection.query(`USE \`${database}\``);
  await connection.query(
    "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO'",
  );
  return new MysqlEngine(connection, fresh ? database : null);
}

class MysqlEngine implements SqlEngine {
  constructor(
    private readonly connection: Connection,
    private readonly dropped: string | null,
  ) {}

  async run(statement: Statement, parameters: readonly Parameter[]): Promise<Rows> {
    try {
      const text = statement.text;
      // DDL and SHOW cannot be prepared everywhere.
      const [result] =
        parameters.length === 0 || parameters.length > PLACEHOLDERS
          ? await this.connection.query(text, [...parameters])
          : await this.connection.execute(text, [...parameters]);
      if (Array.isArray(result)) return result.map((row) => ({ ...(row as Record<string, unknown>) }));
      return changed((result as ResultSetHeader).affectedRows);
    } catch (error) {
      const {
        errno = 0,
        code = 'UNKNOWN',
        sqlState = 'HY000',
        sqlMessage = String(error),
      } = error as Partial<Record<'code' | 'sqlState' | 'sqlMessage', string>> & { errno?: number };
      throw raised(errno, code, sqlState, sqlMessage);
    }
  }

  async close(): Promise<void> {
    if (this.dropped) await this.connection.query(`DROP DATABASE IF EXISTS \`${this.dropped}\``);
    await this.connection.end();
  }
}
