import { outside } from './refusal';
import { closing, type Token } from './tokens';

const words = (list: string) => new Set(list.split(' '));

/** Words of the subset. */
const ALLOWED = words(
  'SELECT DISTINCT FROM WHERE AND OR NOT IN IS NULL LIKE BETWEEN EXISTS JOIN LEFT INNER OUTER CROSS ON AS GROUP BY HAVING ORDER ASC DESC LIMIT OFFSET UNION ALL ' +
    'CASE WHEN THEN ELSE END OVER PARTITION TRUE FALSE INSERT INTO VALUES DUPLICATE KEY UPDATE SET DELETE ROWS PRECEDING FOLLOWING UNBOUNDED CURRENT ROW WITH RECURSIVE',
);

/** Functions of the subset that mean the same on both sides, with their names in SQLite. */
const FUNCTIONS: Record<string, string> = {
  COUNT: 'COUNT',
  SUM: 'SUM',
  // Of whole numbers: TiDB answers four decimals, SQLite all of them.
  AVG: 'AVG',
  MIN: 'MIN',
  MAX: 'MAX',
  COALESCE: 'COALESCE',
  IFNULL: 'IFNULL',
  NULLIF: 'NULLIF',
  IF: 'iif',
  GREATEST: 'max',
  LEAST: 'min',
  ABS: 'ABS',
  CHAR_LENGTH: 'LENGTH',
  SUBSTRING: 'SUBSTR',
  SUBSTR: 'SUBSTR',
  ROW_NUMBER: 'ROW_NUMBER',
  RANK: 'RANK',
  DENSE_RANK: 'DENSE_RANK',
  LAG: 'LAG',
  LEAD: 'LEAD',
  FIRST_VALUE: 'FIRST_VALUE',
  LAST_VALUE: 'LAST_VALUE',
};

/** Words after which a parenthesis is not a call. */
const BEFORE_PARENTHESIS = words(
  'IN EXISTS AND OR NOT ON WHERE HAVING WHEN THEN ELSE VALUES OVER FROM JOIN AS BY SELECT ALL DISTINCT UNION LIKE BETWEEN CASE INTO SET KEY',
);

/** Reserved words of TiDB (docs.pingcap.com/tidb/stable/keywords) that a bare name must not be. */
const RESERVED = words(
  'ADD ALTER ANALYZE ARRAY BIGINT BINARY BLOB BOTH CALL CASCADE CHANGE CHAR CHARACTER CHECK COLLATE COLUMN CONSTRAINT CONTINUE CONVERT CREATE CUME_DIST CURRENT_DATE CURRENT_ROLE ' +
    'CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER CURSOR DATABASE DATABASES DAY_HOUR DAY_MICROSECOND DAY_MINUTE DAY_SECOND DECIMAL DEFAULT DELAYED DESCRIBE DISTINCTROW DIV DOUBLE DROP DUAL ' +
    'ELSEIF ENCLOSED ESCAPED EXCEPT EXIT EXPLAIN FETCH FLOAT FLOAT4 FLOAT8 FOR FORCE FOREIGN FULLTEXT GENERATED GRANT GROUPS HIGH_PRIORITY HOUR_MICROSECOND HOUR_MINUTE HOUR_SECOND ' +
    'IGNORE ILIKE INDEX INFILE INOUT INT INT1 INT2 INT3 INT4 INT8 INTEGER INTERSECT INTERVAL ITERATE KEYS KILL LATERAL LEADING LEAVE LINEAR LINES LOAD LOCALTIME LOCALTIMESTAMP LOCK ' +
    'LONG LONGBLOB LONGTEXT LOW_PRIORITY MATCH MAXVALUE MEDIUMBLOB MEDIUMINT MEDIUMTEXT MIDDLEINT MINUTE_MICROSECOND MINUTE_SECOND MOD NATURAL NO_WRITE_TO_BINLOG NTH_VALUE NTILE ' +
    'NUMERIC OF OPTIMIZE OPTION OPTIONALLY OUT OUTFILE PERCENT_RANK PRECISION PRIMARY PROCEDURE RANGE READ REAL REFERENCES REGEXP RELEASE RENAME REPEAT REPLACE REQUIRE RESTRICT ' +
    'REVOKE RIGHT RLIKE SECOND_MICROSECOND SHOW SMALLINT SPATIAL SQL SQLEXCEPTION SQLSTATE SQLWARNING SQL_BIG_RESULT SQL_CALC_FOUND_ROWS SQL_SMALL_RESULT SSL STARTING STATS_EXTENDED ' +
    'STORED STRAIGHT_JOIN TABLE TABLESAMPLE TERMINATED TINYBLOB TINYINT TINYTEXT TO TRAILING TRIGGER UNIQUE UNLOCK UNSIGNED UNTIL USAGE USE USING UTC_DATE UTC_TIME UTC_TIMESTAMP ' +
    'VARBINARY VARCHAR VARCHARACTER VARYING VIRTUAL WHILE WINDOW WRITE XOR YEAR_MONTH ZEROFILL',
);
/** Whether a name must stand in backticks. */
export function isReserved(token: Token): boolean {
  return token.kind === 'word' && (RESERVED.has(token.upper) || (ALLOWED.has(token.upper) && !NAMES.has(token.upper)));
}
/** Words of the subset that TiDB does not reserve. */
const NAMES = words('END CURRENT FOLLOWING PRECEDING UNBOUNDED OFFSET DUPLICATE');

/**
 * Checks the words of a data statement against the subset.
 * @throws SqlRefused that names the word
 */
export function checkWords(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' && token.kind !== 'quoted') continue;
    const previous = tokens[index - 1];
    if (token.kind === 'quoted' || previous?.text === '.') continue;
    if (tokens[index + 1]?.text === '(' && tokens[index + 1]?.kind === 'sign' && !isCallable(tokens, index))
      throw outside(`${token.text}() is not in the subset.`);
    if (!ALLOWED.has(token.upper) && RESERVED.has(token.upper)) {
      throw outside(
        `${token.text} is a reserved word of TiDB, or outside the subset. Quote it with backticks if it is a name.`,
      );
    }
  }
  checkLimit(tokens);
}

/** Whether the word before a parenthesis may stand there: a function, or what a list follows. */
function isCallable(tokens: readonly Token[], index: number): boolean {
  const word = tokens[index]?.upper ?? '';
  if (Object.hasOwn(FUNCTIONS, word) || BEFORE_PARENTHESIS.has(word)) return true;
  return tokens[index - 1]?.upper === 'INTO' || namesColumns(tokens, index); // INSERT INTO name (columns)
}

/** `WITH name (columns) AS (…)` */
function namesColumns(tokens: readonly Token[], index: number): boolean {
  if (tokens[0]?.upper !== 'WITH') return false;
  const end = closing(tokens, index + 1);
  return tokens[end + 1]?.upper === 'AS' && tokens[end + 2]?.text === '(';
}

/** `LIMIT ?` fails on Forge SQL: prepared statements there take no parameter in LIMIT. */
function checkLimit(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' || (token.upper !== 'LIMIT' && token.upper !== 'OFFSET')) continue;
    if (tokens[index + 1]?.kind !== 'number') throw outside(`${token.upper} takes a number, not a parameter.`);
    if (tokens[index + 2]?.text === ',') throw outside('Write LIMIT n OFFSET m.');
  }
}

export function isKeyword(token: Token): boolean {
  return token.kind === 'word' && ALLOWED.has(token.upper);
}

/** The function's name in SQLite, or null for what is no function call. */
export function functionName(token: Token, next: Token | undefined): string | null {
  if (token.kind !== 'word' || next?.text !== '(' || next.kind !== 'sign') return null;
  return Object.hasOwn(FUNCTIONS, token.upper) ? (FUNCTIONS[token.upper] ?? null) : null;
}
