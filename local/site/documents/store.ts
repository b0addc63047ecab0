import { type Database, openDatabase } from '../../sqlite';
import { Files } from './files';
import { type Document, type Journal, Table } from './table';

const CREATE =
  'CREATE TABLE IF NOT EXISTS document (kind TEXT, id TEXT, json TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID';
/** One statement for any number of rows: the binding's cost is by statement. */
const UPSERT = `INSERT OR REPLACE INTO document (kind, id, json)
  SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`;
const REMOVE = `DELETE FROM document WHERE (kind, id) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))`;

/** The next id of a kind. */
interface Counter extends Document {
  readonly next: number;
}

/**
 * A product's documents in memory, written through to one SQLite table request by request. Subclasses name their tables
 * and call `load` when all are there.
 */
export abstract class DocumentStore {
  private undo: (() => void)[] = [];
  private readonly dirty = new Map<string, { kind: string; id: string; after: Document | undefined }>();
  private readonly tables: Table<Document>[] = [];
  /** Null where the documents are in memory alone. */
  private readonly database: Database | null;
  /** The bytes of files, by the ids that their documents give them. */
  readonly files: Files;
  /** Counts committed requests: whatever is cached from the documents is valid for one value. */
  version = 0;

  private readonly journal: Journal = {
    record: (kind, id, after, undo) => {
      this.undo.push(undo);
      this.dirty.set(`${kind}/${id}`, { kind, id, after });
    },
  };
  private readonly counters = this.table<Counter>('counter');

  /** @param path file, or `:memory:` @param firstId number of the first document of each kind */
  constructor(
    path: string,
    private readonly firstId: number,
  ) {
    // A second copy in memory would outlive nothing.
    this.database = path === ':memory:' ? null : openDatabase(path);
    this.database?.exec(CREATE);
    this.files = new Files(this.database, (undo) => this.undo.push(undo));
  }

  /** Reads every document of the file. */
  protected load(): void {
    const tables = new Map(this.tables.map((table) => [table.kind, table]));
    const rows = this.database?.all('SELECT kind, json FROM document ORDER BY kind, CAST(id AS INTEGER), id');
    for (const row of rows ?? []) {
      tables.get(String(row.kind))?.load(JSON.parse(String(row.json)) as Document);
    }
  }

  /** The next id of a kind, as a decimal string. */
  nextId(kind: string): string {
    const next = this.counters.get(kind)?.next ?? this.firstId;
    this.counters.put({ id: kind, next: next + 1 });
    return String(next);
  }

  /** A point that `rollbackTo` returns to; parts of a bulk request fail alone. */
  savepoint(): number {
    return this.undo.length;
  }

  rollbackTo(savepoint: number): void {
    for (const undo of this.undo.splice(savepoint).reverse()) undo();
    if (savepoint === 0) {
      this.dirty.clear();
      return;
    }
    const tables = new Map(this.tables.map((table) => [table.kind, table]));
    for (const change of this.dirty.values()) change.after = tables.get(change.kind)?.get(change.id);
  }

  /** Writes what the request changed, in one transaction. Returns whether anything had changed. */
  commit(): boolean {
    const changes = [...this.dirty.values()];
    // The disk first: when it fails, the caller can still undo what lies in memory.
    if (changes.length > 0 && this.database) write(this.database, changes, this.files);
    this.files.settle();
    this.undo = [];
    this.dirty.clear();
    if (changes.length > 0) this.version += 1;
    return changes.length > 0;
  }

  close(): void {
    this.database?.close();
  }

  protected table<T extends Document>(
    kind: string,
    keys: Readonly<Record<string, (row: T) => readonly string[]>> = {},
  ): Table<T> {
    const table = new Table<T>(kind, this.journal, keys);
    this.tables.push(table as unknown as Table<Document>);
    return table;
  }
}

function write(
  database: Database,
  changes: readonly { kind: string; id: string; after: Document | undefined }[],
  files: Files,
): void {
  const put = changes.filter((change) => change.after !== undefined);
  const removed = changes.filter((change) => change.after === undefined);
  database.transaction(() => {
    if (put.length > 0) {
      const rows = put.map((change) => [change.kind, change.id, JSON.stringify(change.after)]);
      database.run(UPSERT, [JSON.stringify(rows)]);
    }
    if (removed.length > 0) {
      database.run(REMOVE, [JSON.stringify(removed.map((change) => [change.kind, change.id]))]);
    }
    files.write();
  });
}
