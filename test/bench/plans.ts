import { parseStatement, type Statement } from '../../local/host/sql/statement';
import { translate } from '../../local/host/sql/translate';
import { openDatabase } from '../../local/sqlite';

/**
 * Lines of SQLite's plans that go through one of the tables from end to end, each with its statement. TiDB plans by itself: what
 * this shows is that an index leads to every row.
 * @param path the database that the statements, in the app's dialect, ran on
 */
export function scansOf(path: string, texts: readonly string[], tables: readonly string[]): string[] {
  const database = openDatabase(path);
  try {
    return texts.flatMap((text) => {
      const statement = parseStatement(text);
      if (!isPlanned(statement)) return [];
      const names = namesOf(text, tables);
      return database
        .all(`EXPLAIN QUERY PLAN ${translate(statement).sql}`, [])
        .map(({ detail }) => String(detail))
        .filter((detail) => names.includes(detail.match(/^SCAN (\w+)/)?.[1] ?? ''))
        .map((detail) => `${detail}: ${text.replace(/\s+/g, ' ')}`);
    });
  } finally {
    database.close();
  }
}

const PLANNED = ['select', 'insert', 'update', 'delete'] as const;
type Planned = Extract<Statement, { kind: (typeof PLANNED)[number] }>;
const isPlanned = (statement: Statement): statement is Planned =>
  (PLANNED as readonly string[]).includes(statement.kind);

/** The tables, and what a statement calls them. */
function namesOf(text: string, tables: readonly string[]): string[] {
  const named = new RegExp(`\\b(?:${tables.join('|')})\\s+(?:AS\\s+)?([a-z]\\w*)`, 'g');
  return [...tables, ...[...text.matchAll(named)].map((match) => match[1] ?? '')];
}
