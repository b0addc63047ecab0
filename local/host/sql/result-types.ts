import type { Database } from '../../sqlite';
import type { Statement } from './statement';
import { byComma, closing, findWords, type Token } from './tokens';

/**
 * How values of a SELECT reach the app: INT as a number, every other integer (BIGINT, COUNT, DECIMAL, SUM, a literal, a
 * window's number) as text (developer.atlassian.com/platform/forge/storage-reference/sql-data-types).
 */
export class ResultTypes {
  private ints: Set<string> | null = null;
  private readonly known = new WeakMap<object, Set<string>>();

  constructor(private readonly database: Database) {}

  /** To be called when a table was made. */
  forget(): void {
    this.ints = null;
  }

  /** Names of result columns that are plain INT columns, or the greatest or smallest of one, in every part of a UNION. */
  intColumns(statement: Extract<Statement, { kind: 'select' }>): ReadonlySet<string> {
    const found = this.known.get(statement);
    if (found) return found;
    const made = madeNames(statement.tokens);
    const ints = new Set([...this.intNames()].filter((name) => !made.has(name)));
    const parts = partsOf(statement.tokens);
    const names = new Set(
      (parts[0] ?? []).flatMap(({ name }, place) =>
        parts.every((part) => isInt(part[place]?.expression ?? [], ints)) ? [name] : [],
      ),
    );
    this.known.set(statement, names);
    return names;
  }

  /** Column names that are INT in every table that has them. */
  private intNames(): Set<string> {
    if (this.ints) return this.ints;
    const columns = this.database.all(
      "SELECT c.name AS name, MIN(c.type = 'INT') AS int FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' GROUP BY c.name",
    );
    this.ints = new Set(columns.filter((column) => Number(column.int) === 1).map((column) => String(column.name)));
    return this.ints;
  }
}

/** Names that a common table expression gives its columns: what they hold is computed, so that it is no plain INT. */
function madeNames(tokens: readonly Token[]): ReadonlySet<string> {
  if (tokens[0]?.upper !== 'WITH') return new Set();
  const last = findWords(tokens, 'SELECT');
  const before = tokens.slice(0, last);
  return new Set(
    before.flatMap((token, index) => {
      const renamed = before[index - 1]?.upper === 'AS' && token.kind === 'word';
      const listed = before[index - 2]?.upper === 'WITH' || before[index - 2]?.upper === 'RECURSIVE';
      if (renamed) return [token.text];
      return listed && token.text === '('
        ? before.slice(index + 1, closing(before, index)).map(({ text }) => text)
        : [];
    }),
  );
}

/** A value as the app gets it through JSON. */
export function asAnswered(value: unknown, int: boolean): unknown {
  if (typeof value !== 'number' && typeof value !== 'bigint') return value;
  return int ? Number(value) : String(value);
}

interface Selected {
  name: string;
  expression: readonly Token[];
}

/** The select lists of a statement, one for each part of a UNION. */
function partsOf(tokens: readonly Token[]): Selected[][] {
  const parts: Selected[][] = [];
  let depth = 0;
  let start: number | null = null;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'sign' && token.text === '(') depth += 1;
    if (token.kind === 'sign' && token.text === ')') depth -= 1;
    if (depth > 0) continue;
    if (token.upper === 'SELECT') start = index + 1;
    const ends = token.upper === 'FROM' || token.upper === 'UNION' || index === tokens.length - 1;
    if (start === null || !ends) continue;
    const last = token.upper === 'FROM' || token.upper === 'UNION' ? index : index + 1;
    parts.push(byComma(tokens.slice(start, last)).map(selected));
    start = null;
  }
  return parts;
}

function selected(tokens: readonly Token[]): Selected {
  const expression = tokens[0]?.upper === 'DISTINCT' ? tokens.slice(1) : tokens;
  const as = expression.findIndex((token, index) => token.upper === 'AS' && index === expression.length - 2);
  const name = expression[expression.length - 1]?.text ?? '';
  return { name, expression: as < 0 ? expression : expression.slice(0, as) };
}

function isInt(expression: readonly Token[], ints: ReadonlySet<string>): boolean {
  const [first, open] = expression;
  if ((first?.upper === 'MAX' || first?.upper === 'MIN') && open?.text === '(')
    return isInt(expression.slice(2, -1), ints);
  const column = expression.length === 3 && open?.text === '.' ? expression[2] : first;
  const plain = expression.length === 1 || expression.length === 3;
  return plain && column !== undefined && column.kind !== 'string' && ints.has(column.text);
}
