import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Database as WasmDatabase } from 'node-sqlite3-wasm';
import { claim } from './claim';

export type SqlValue = string | number | bigint | null | Uint8Array;
export type Row = Record<string, SqlValue>;

/** One SQLite file, owned by one process. */
export interface Database {
  run(sql: string, parameters?: readonly SqlValue[]): { changes: number };
  all(sql: string, parameters?: readonly SqlValue[]): Row[];
  exec(sql: string): void;
  /** Runs `work` in one transaction; an exception rolls it back. Not reentrant. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** Opens (or creates) the SQLite file at `path`, or a database in memory for `':memory:'`. */
export function openDatabase(path: string): Database {
  const inMemory = path === ':memory:';
  if (!inMemory) mkdirSync(dirname(path), { recursive: true });
  // A process that was killed leaves SQLite's lock directory behind for ever.
  const release = inMemory ? () => {} : claim(path, () => rmSync(`${path}.lock`, { recursive: true, force: true }));
  const database = new WasmDatabase(path);
  database.exec('PRAGMA synchronous = OFF');
  // The owner keeps its lock: taking it for each statement makes and removes a directory, which is slow on some disks.
  database.exec('PRAGMA locking_mode = EXCLUSIVE');
  return {
    run: (sql, parameters = []) => database.run(sql, [...parameters]),
    all: (sql, parameters = []) => database.all(sql, [...parameters]) as Row[],
    exec: (sql) => database.exec(sql),
    transaction(work) {
      database.exec('BEGIN');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
    close() {
      database.close();
      release();
    },
  };
}
