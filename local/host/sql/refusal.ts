/** The closed list of engineering decisions; every refusal names it. */
const SUBSET =
  'CREATE TABLE IF NOT EXISTS (VARCHAR(n), CHAR(n), TEXT, BIGINT, INT; PRIMARY KEY, KEY, UNIQUE KEY) · ALTER TABLE … ADD INDEX, ADD COLUMN IF NOT EXISTS (…) · ' +
  'SELECT (JOIN, LEFT JOIN, UNION, GROUP BY, HAVING, CASE, IF, COALESCE, aggregates, window functions, EXISTS, IN, ORDER BY, LIMIT literal; WITH [RECURSIVE] before it) · ' +
  'INSERT … VALUES | SELECT … ON DUPLICATE KEY UPDATE c = VALUES(c) · UPDATE and DELETE of one table · SHOW TABLES, COLUMNS, INDEXES';

/** An error as Forge SQL answers it: developer.atlassian.com/platform/forge/storage-reference/sql-api (error codes). */
export class SqlRefused extends Error {
  constructor(
    readonly code:
      | 'INVALID_SQL_QUERY'
      | 'SQL_EXECUTION_ERROR'
      | 'QUERY_TIMED_OUT'
      | 'SQL_POLICY_VIOLATION'
      | 'RATE_LIMIT_EXCEEDED',
    message: string,
    /** MySQL's own names and numbers for the error. */
    readonly debug: { errno: number; code: string; sqlState: string; sqlMessage: string },
    readonly status = 400,
  ) {
    super(message);
  }
}

/** A statement outside the subset. */
export function outside(what: string): SqlRefused {
  return new SqlRefused('INVALID_SQL_QUERY', `${what} The local host runs only: ${SUBSET}.`, {
    errno: 1064,
    code: 'ER_PARSE_ERROR',
    sqlState: '42000',
    sqlMessage: what,
  });
}

/** An error that MySQL raises while it runs a statement. */
export function raised(errno: number, code: string, sqlState: string, sqlMessage: string): SqlRefused {
  return new SqlRefused('SQL_EXECUTION_ERROR', sqlMessage, { errno, code, sqlState, sqlMessage });
}
