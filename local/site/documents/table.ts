/** A stored document. Documents are never changed in place: a change puts a new object under the same id. */
export interface Document {
  readonly id: string;
}

/** Where a table reports each change, so that a request can be undone or written to disk as a whole. */
export interface Journal {
  record(kind: string, id: string, after: Document | undefined, undo: () => void): void;
}

/** Documents of one kind by id, in the order of their last creation, with exact-match indexes. */
export class Table<T extends Document> {
  private readonly rows = new Map<string, T>();
  private readonly indexes = new Map<string, Map<string, Set<string>>>();

  constructor(
    readonly kind: string,
    private readonly journal: Journal,
    private readonly keys: Readonly<Record<string, (row: T) => readonly string[]>> = {},
  ) {
    for (const name of Object.keys(keys)) this.indexes.set(name, new Map());
  }

  get size(): number {
    return this.rows.size;
  }

  get(id: string): T | undefined {
    return this.rows.get(id);
  }

  all(): T[] {
    return [...this.rows.values()];
  }

  find(test: (row: T) => boolean): T | undefined {
    for (const row of this.rows.values()) if (test(row)) return row;
    return undefined;
  }

  /** The rows whose index `name` holds `key`, in order of insertion. */
  by(name: string, key: string): T[] {
    const found: T[] = [];
    for (const id of this.idsBy(name, key)) {
      const row = this.rows.get(id);
      if (row) found.push(row);
    }
    return found;
  }

  countBy(name: string, key: string): number {
    return this.indexOf(name).get(key)?.size ?? 0;
  }

  put(row: T): T {
    const before = this.rows.get(row.id);
    this.place(row.id, row);
    this.journal.record(this.kind, row.id, row, () => this.place(row.id, before));
    return row;
  }

  delete(id: string): void {
    const before = this.rows.get(id);
    if (!before) return;
    this.place(id, undefined);
    this.journal.record(this.kind, id, undefined, () => this.place(id, before));
  }

  /** Places a row that comes from disk: nothing to undo and nothing to write. */
  load(row: T): void {
    this.place(row.id, row);
  }

  private idsBy(name: string, key: string): Iterable<string> {
    return this.indexOf(name).get(key) ?? [];
  }

  private indexOf(name: string): Map<string, Set<string>> {
    const index = this.indexes.get(name);
    if (!index) throw new Error(`Table ${this.kind} has no index ${name}.`);
    return index;
  }

  private place(id: string, row: T | undefined): void {
    const before = this.rows.get(id);
    for (const [name, keyOf] of Object.entries(this.keys)) {
      const index = this.indexOf(name);
      if (before) for (const key of keyOf(before)) index.get(key)?.delete(id);
      if (row) for (const key of keyOf(row)) entry(index, key).add(id);
    }
    if (row) this.rows.set(id, row);
    else this.rows.delete(id);
  }
}

function entry(index: Map<string, Set<string>>, key: string): Set<string> {
  let ids = index.get(key);
  if (!ids) {
    ids = new Set();
    index.set(key, ids);
  }
  return ids;
}
