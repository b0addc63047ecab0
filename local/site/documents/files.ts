import type { Database } from '../../sqlite';

const CREATE = 'CREATE TABLE IF NOT EXISTS file (id TEXT PRIMARY KEY, bytes BLOB)';

/**
 * Bytes of files, beside the documents that describe them: documents lie in memory, files on disk. Where the documents are in
 * memory alone, so are the files. What a request changes is written when the store commits.
 */
export class Files {
  /** What the request has put, and null for what it has removed. */
  private readonly pending = new Map<string, Uint8Array | null>();
  private readonly inMemory = new Map<string, Uint8Array>();

  /** @param onUndo takes what undoes a change */
  constructor(
    private readonly database: Database | null,
    private readonly onUndo: (undo: () => void) => void,
  ) {
    database?.exec(CREATE);
  }

  get(id: string): Uint8Array | undefined {
    const pending = this.pending.get(id);
    if (pending !== undefined) return pending ?? undefined;
    if (!this.database) return this.inMemory.get(id);
    const bytes = this.database.all('SELECT bytes FROM file WHERE id = ?', [id])[0]?.bytes;
    return bytes instanceof Uint8Array ? bytes : undefined;
  }

  put(id: string, bytes: Uint8Array): void {
    this.change(id, bytes);
  }

  delete(id: string): void {
    this.change(id, null);
  }

  /** Writes what the request changed, within the transaction of its documents. */
  write(): void {
    for (const [id, bytes] of this.pending) {
      if (bytes === null) this.database?.run('DELETE FROM file WHERE id = ?', [id]);
      else this.database?.run('INSERT OR REPLACE INTO file (id, bytes) VALUES (?, ?)', [id, bytes]);
    }
  }

  /** The request is stored. */
  settle(): void {
    if (!this.database)
      for (const [id, bytes] of this.pending) {
        if (bytes === null) this.inMemory.delete(id);
        else this.inMemory.set(id, bytes);
      }
    this.pending.clear();
  }

  private change(id: string, bytes: Uint8Array | null): void {
    const before = this.pending.get(id);
    this.onUndo(() => {
      if (before === undefined) this.pending.delete(id);
      else this.pending.set(id, before);
    });
    this.pending.set(id, bytes);
  }
}
