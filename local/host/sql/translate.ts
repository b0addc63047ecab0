import { outside } from './refusal';
import type { Statement } from './statement';
import { closing, type Token } from './tokens';
import { functionName, isKeyword } from './words';

/** A statement in SQLite's words, with numbered parameters. */
export interface Translated {
  sql: string;
  /** Parameters of the source. */
  parameters: number;
}

/** Columns that an assignment further left has changed, with what they are now. */
type Changed = ReadonlyMap<string, string>;

class Writer {
  parameters = 0;

  /** Writes tokens as SQLite text; `changed` replaces columns that were assigned further left. */
  write(tokens: readonly Token[], changed: Changed = new Map(), excluded = false): string {
    const out: string[] = [];
    for (let index = 0; index < tokens.length; index += 1) {
      const token = tokens[index] as Token;
      const next = tokens[index + 1];
      if (excluded && token.upper === 'VALUES' && next?.text === '(') {
        const column = tokens[index + 2];
        if (!column || closing(tokens, index + 1) !== index + 3) throw outside('VALUES() takes one column.');
        out.push(`excluded.${quoted(column.text)}`);
        index += 3;
      } else out.push(this.one(token, tokens[index - 1], next, tokens[index + 2], changed));
    }
    return out.join(' ');
  }

  private one(
    token: Token,
    previous: Token | undefined,
    next: Token | undefined,
    second: Token | undefined,
    changed: Changed,
  ): string {
    if (token.kind === 'parameter') {
      this.parameters += 1;
      return `?${this.parameters}`;
    }
    if (token.kind === 'sign') return token.text === '<=>' ? 'IS' : token.text;
    if (token.kind === 'quoted') return quoted(token.text);
    if (token.kind !== 'word') return token.text;
    const called = functionName(token, next);
    if (called) return called;
    // SQLite wants rows in IN as VALUES: (a, b) IN ((1, 2), (3, 4)).
    if (token.upper === 'IN' && previous?.text === ')' && next?.text === '(' && second?.text === '(')
      return 'IN /*rows*/';
    if (isKeyword(token)) return token.upper;
    const now = next?.text === '.' || previous?.upper === 'AS' ? undefined : changed.get(token.text.toLowerCase());
    return now ?? (next?.text === '(' && next.kind === 'sign' ? token.text : quoted(token.text));
  }

  /**
   * Assignments from left to right, as MySQL makes them: an expression sees the columns to its left as they are then
   * (dev.mysql.com/doc/refman/8.0/en/update.html). SQLite shows every expression the row as it was.
   */
  assignments(
    list: readonly { column: string; value: Token[] }[],
    excluded: boolean,
  ): { column: string; value: string }[] {
    const changed = new Map<string, string>();
    const out = new Map<string, string>();
    for (const { column, value } of list) {
      const written = this.write(value, changed, excluded);
      changed.set(column.toLowerCase(), `(${written})`);
      out.set(column, written);
    }
    return [...out].map(([column, value]) => ({ column, value }));
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function rowsFixed(sql: string): string {
  return sql.replaceAll('IN /*rows*/ ( (', 'IN ( VALUES (');
}

/** Translates SELECT, INSERT, UPDATE and DELETE of the subset to SQLite. */
export function translate(
  statement: Extract<Statement, { kind: 'select' | 'insert' | 'update' | 'delete' }>,
): Translated {
  const writer = new Writer();
  const sql = rowsFixed(sqlOf(statement, writer));
  return { sql, parameters: writer.parameters };
}

function sqlOf(
  statement: Extract<Statement, { kind: 'select' | 'insert' | 'update' | 'delete' }>,
  writer: Writer,
): string {
  if (statement.kind === 'select') return writer.write(statement.tokens);
  const table = quoted(statement.table);
  if (statement.kind === 'delete')
    return `DELETE FROM ${table}${statement.where ? ` WHERE ${writer.write(statement.where)}` : ''}`;
  if (statement.kind === 'update') {
    const set = writer.assignments(statement.set, false);
    // MySQL counts rows that changed, so only those are touched.
    const differs = set.map(({ column, value }) => `${quoted(column)} IS NOT (${value})`).join(' OR ');
    const where = statement.where ? `(${writer.write(statement.where)}) AND ` : '';
    return `UPDATE ${table} SET ${set.map(({ column, value }) => `${quoted(column)} = ${value}`).join(', ')} WHERE ${where}(${differs})`;
  }
  const columns = statement.columns.map(quoted).join(', ');
  const source = writer.write(statement.source);
  // “WHERE true” keeps SQLite from reading ON as part of a join (sqlite.org/lang_upsert.html, parsing ambiguity).
  const from = statement.rows === null ? `SELECT * FROM (${source}) WHERE true` : source;
  return `INSERT INTO ${table} (${columns}) ${from}${statement.update ? upsert(writer, statement.update, statement.table) : ''}`;
}

function upsert(writer: Writer, update: readonly { column: string; value: Token[] }[], table: string): string {
  const set = writer.assignments(update, true);
  const differs = set.map(({ column, value }) => `${quoted(table)}.${quoted(column)} IS NOT (${value})`).join(' OR ');
  return ` ON CONFLICT DO UPDATE SET ${set.map(({ column, value }) => `${quoted(column)} = ${value}`).join(', ')} WHERE ${differs} RETURNING rowid AS r`;
}
