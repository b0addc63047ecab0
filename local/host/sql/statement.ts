import { outside } from './refusal';
import { byComma, closing, findWords, type Token, tokensOf } from './tokens';
import { checkWords, isReserved } from './words';

interface Assignment {
  column: string;
  value: Token[];
}

/** A statement of the subset, taken apart as far as the engines need it. */
export type Statement =
  | { kind: 'select'; text: string; tokens: Token[] }
  | {
      kind: 'insert';
      text: string;
      table: string;
      columns: string[];
      source: Token[];
      rows: number | null;
      update: Assignment[] | null;
    }
  | { kind: 'update'; text: string; table: string; set: Assignment[]; where: Token[] | null }
  | { kind: 'delete'; text: string; table: string; where: Token[] | null }
  | { kind: 'create-table'; text: string; table: string; columns: Column[]; keys: Key[] }
  | { kind: 'add-index'; text: string; table: string; key: Key }
  | { kind: 'add-columns'; text: string; table: string; columns: Column[] }
  | { kind: 'show'; text: string; what: 'tables' | 'columns' | 'indexes'; table: string | null }
  | { kind: 'platform'; text: string; what: 'create-migrations' | 'list-migrations' | 'record-migration' };

export interface Column {
  name: string;
  type: 'VARCHAR' | 'CHAR' | 'TEXT' | 'BIGINT' | 'INT';
  length: number | null;
  nullable: boolean;
  default: string | null;
}

export interface Key {
  kind: 'primary' | 'unique' | 'plain';
  name: string;
  columns: string[];
}

/** The statements of `@forge/sql`'s migration runner: the platform's own, with AUTO_INCREMENT and TIMESTAMP. */
const PLATFORM: Record<string, 'create-migrations' | 'list-migrations' | 'record-migration'> = {
  'CREATE TABLE IF NOT EXISTS __migrations (id BIGINT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(255) NOT NULL, migratedAt TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP);':
    'create-migrations',
  'SELECT id, name, migratedAt FROM __migrations;': 'list-migrations',
  'INSERT INTO __migrations (name) VALUES (?);': 'record-migration',
};

/**
 * Takes a statement apart and checks it against the subset.
 * @throws SqlRefused that names what is outside
 */
export function parseStatement(text: string): Statement {
  const platform = PLATFORM[text];
  if (platform) return { kind: 'platform', text, what: platform };
  const tokens = tokensOf(text);
  const first = tokens[0]?.upper;
  if (first === 'CREATE') return createTable(text, tokens);
  if (first === 'ALTER') return alter(text, tokens);
  if (first === 'SHOW') return show(text, tokens);
  checkWords(tokens);
  if (first === 'WITH') return common(text, tokens);
  if (first === 'SELECT' || first === '(') return { kind: 'select', text, tokens };
  if (first === 'INSERT') return insert(text, tokens);
  if (first === 'UPDATE') return update(text, tokens);
  if (first === 'DELETE') return remove(text, tokens);
  throw outside(`${tokens[0]?.text} is not in the subset.`);
}

/** Common table expressions before a SELECT, recursive ones too (docs.pingcap.com/tidb/stable/sql-statement-with). */
function common(text: string, tokens: Token[]): Statement {
  let at = tokens[1]?.upper === 'RECURSIVE' ? 2 : 1;
  for (;;) {
    nameAt(tokens, at);
    at = tokens[at + 1]?.text === '(' ? closing(tokens, at + 1) + 1 : at + 1;
    if (tokens[expect(tokens, at, 'AS')]?.text !== '(') throw outside('WITH takes name AS (SELECT …).');
    at = closing(tokens, at + 1) + 1;
    if (tokens[at]?.text !== ',') break;
    at += 1;
  }
  if (tokens[at]?.upper !== 'SELECT') throw outside('WITH stands before a SELECT.');
  return { kind: 'select', text, tokens };
}

function expect(tokens: readonly Token[], at: number, ...wanted: string[]): number {
  for (const [offset, word] of wanted.entries()) {
    const token = tokens[at + offset];
    if (token?.upper !== word) throw outside(`Expected ${wanted.join(' ')} before “${token?.text ?? 'the end'}”.`);
  }
  return at + wanted.length;
}

function nameAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  if (token?.kind !== 'word' && token?.kind !== 'quoted')
    throw outside(`Expected a name before “${token?.text ?? 'the end'}”.`);
  if (isReserved(token))
    throw outside(`${token.text} is a reserved word of TiDB. Quote it with backticks if it is a name.`);
  return token.text;
}

function namesIn(tokens: readonly Token[], open: number): { names: string[]; end: number } {
  if (tokens[open]?.text !== '(')
    throw outside(`Expected a list of columns before “${tokens[open]?.text ?? 'the end'}”.`);
  const end = closing(tokens, open);
  return { names: byComma(tokens.slice(open + 1, end)).map((part) => nameAt(part, 0)), end };
}

function assignments(tokens: readonly Token[]): Assignment[] {
  return byComma(tokens).map((part) => {
    const dotted = part[1]?.text === '.';
    const column = nameAt(part, dotted ? 2 : 0);
    const equals = dotted ? 3 : 1;
    if (part[equals]?.text !== '=') throw outside(`Expected “=” after ${column}.`);
    return { column, value: part.slice(equals + 1) };
  });
}

function insert(text: string, tokens: Token[]): Statement {
  const at = expect(tokens, 0, 'INSERT', 'INTO');
  const table = nameAt(tokens, at);
  const { names: columns, end } = namesIn(tokens, at + 1);
  const rest = tokens.slice(end + 1);
  const on = findWords(rest, 'ON', 'DUPLICATE', 'KEY', 'UPDATE');
  const source = on < 0 ? rest : rest.slice(0, on);
  const update = on < 0 ? null : assignments(rest.slice(on + 4));
  if (source[0]?.upper === 'SELECT') return { kind: 'insert', text, table, columns, source, rows: null, update };
  expect(source, 0, 'VALUES');
  const rows = byComma(source.slice(1));
  if (rows.some((row) => row[0]?.text !== '(' || closing(row, 0) !== row.length - 1))
    throw outside('VALUES takes rows in parentheses, without an alias.');
  return { kind: 'insert', text, table, columns, source, rows: rows.length, update };
}

function update(text: string, tokens: Token[]): Statement {
  const table = nameAt(tokens, 1);
  expect(tokens, 2, 'SET');
  const rest = tokens.slice(3);
  if (findWords(rest, 'ORDER') >= 0 || findWords(rest, 'LIMIT') >= 0)
    throw outside('UPDATE takes no ORDER BY and no LIMIT.');
  const where = findWords(rest, 'WHERE');
  return {
    kind: 'update',
    text,
    table,
    set: assignments(where < 0 ? rest : rest.slice(0, where)),
    where: where < 0 ? null : rest.slice(where + 1),
  };
}

function remove(text: string, tokens: Token[]): Statement {
  const at = expect(tokens, 0, 'DELETE', 'FROM');
  const table = nameAt(tokens, at);
  const rest = tokens.slice(at + 1);
  if (rest.length === 0) return { kind: 'delete', text, table, where: null };
  expect(rest, 0, 'WHERE');
  if (findWords(rest, 'ORDER') >= 0 || findWords(rest, 'LIMIT') >= 0)
    throw outside('DELETE takes no ORDER BY and no LIMIT.');
  return { kind: 'delete', text, table, where: rest.slice(1) };
}

function createTable(text: string, tokens: Token[]): Statement {
  const at = expect(tokens, 0, 'CREATE', 'TABLE', 'IF', 'NOT', 'EXISTS');
  const table = nameAt(tokens, at);
  const end = closing(tokens, at + 1);
  if (end !== tokens.length - 1) throw outside('CREATE TABLE takes no table options.');
  const columns: Column[] = [];
  const keys: Key[] = [];
  for (const part of byComma(tokens.slice(at + 2, end))) {
    const key = keyOf(part);
    if (key) keys.push(key);
    else columns.push(columnOf(part));
  }
  if (!keys.some((key) => key.kind === 'primary')) throw outside(`Table ${table} needs PRIMARY KEY (…).`);
  return { kind: 'create-table', text, table, columns, keys };
}

function keyOf(part: readonly Token[]): Key | null {
  const first = part[0]?.upper;
  if (first === 'PRIMARY')
    return { kind: 'primary', name: 'PRIMARY', columns: namesIn(part, expect(part, 0, 'PRIMARY', 'KEY')).names };
  if (first === 'UNIQUE')
    return {
      kind: 'unique',
      name: nameAt(part, 2),
      columns: namesIn(part, expect(part, 0, 'UNIQUE', 'KEY') + 1).names,
    };
  if ((first === 'KEY' || first === 'INDEX') && part[2]?.text === '(')
    return { kind: 'plain', name: nameAt(part, 1), columns: namesIn(part, 2).names };
  return null;
}

const TYPES = ['VARCHAR', 'CHAR', 'TEXT', 'BIGINT', 'INT'] as const;

function columnOf(part: readonly Token[]): Column {
  const name = nameAt(part, 0);
  const type = TYPES.find((known) => known === part[1]?.upper);
  if (!type)
    throw outside(`Column ${name} has the type ${part[1]?.text ?? 'none'}; the subset has ${TYPES.join(', ')}.`);
  const sized = part[2]?.text === '(';
  if (sized !== (type === 'VARCHAR' || type === 'CHAR'))
    throw outside(`Column ${name}: VARCHAR and CHAR have a length, other types have none.`);
  const rest = part.slice(sized ? 5 : 2).map((token) => token.upper);
  const column: Column = { name, type, length: sized ? Number(part[3]?.text) : null, nullable: true, default: null };
  while (rest.length > 0) {
    const word = rest.shift();
    if (word === 'NOT' && rest[0] === 'NULL') {
      rest.shift();
      column.nullable = false;
    } else if (word === 'DEFAULT' && rest.length > 0) column.default = rest.shift() ?? null;
    else if (word !== 'NULL') throw outside(`Column ${name}: ${word} is not in the subset.`);
  }
  return column;
}

function alter(text: string, tokens: Token[]): Statement {
  const table = nameAt(tokens, expect(tokens, 0, 'ALTER', 'TABLE'));
  if (tokens[4]?.upper === 'COLUMN') return addColumns(text, table, tokens);
  const at = expect(tokens, 3, 'ADD', 'INDEX');
  const { names, end } = namesIn(tokens, at + 1);
  if (end !== tokens.length - 1)
    throw outside('ALTER TABLE takes ADD INDEX name (columns) and ADD COLUMN IF NOT EXISTS (columns) only.');
  return { kind: 'add-index', text, table, key: { kind: 'plain', name: nameAt(tokens, at), columns: names } };
}

/** Rows that stand already get NULL, or the default (docs.pingcap.com/tidb/stable/sql-statement-add-column). */
function addColumns(text: string, table: string, tokens: Token[]): Statement {
  const open = expect(tokens, 3, 'ADD', 'COLUMN', 'IF', 'NOT', 'EXISTS');
  if (tokens[open]?.text !== '(' || closing(tokens, open) !== tokens.length - 1)
    throw outside('ADD COLUMN IF NOT EXISTS takes columns in parentheses.');
  const columns = byComma(tokens.slice(open + 1, -1)).map(columnOf);
  const missing = columns.find((column) => !column.nullable && column.default === null);
  if (missing) throw outside(`Column ${missing.name} is NOT NULL, so it needs a default for the rows that stand.`);
  return { kind: 'add-columns', text, table, columns };
}

function show(text: string, tokens: Token[]): Statement {
  const what = tokens[1]?.upper;
  if (what === 'TABLES' && tokens.length === 2) return { kind: 'show', text, what: 'tables', table: null };
  if ((what === 'COLUMNS' || what === 'INDEXES') && tokens[2]?.upper === 'FROM' && tokens.length === 4) {
    return { kind: 'show', text, what: what === 'COLUMNS' ? 'columns' : 'indexes', table: nameAt(tokens, 3) };
  }
  throw outside('SHOW offers TABLES, COLUMNS FROM table and INDEXES FROM table.');
}
