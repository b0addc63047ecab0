import type { Statement } from './statement';

export type Parameter = string | number | null;

/** Rows of a SELECT or SHOW, or MySQL's counts of a change; as `@forge/sql` hands them to the app under `rows`. */
export type Rows =
  | Record<string, unknown>[]
  | { affectedRows: number; insertId: number; fieldCount: number; info: string; warningStatus: number };

/** Runs statements of the subset. Both engines hold the same tests. */
export interface SqlEngine {
  /** @throws SqlRefused with MySQL's error */
  run(statement: Statement, parameters: readonly Parameter[]): Promise<Rows>;
  close(): Promise<void>;
}

export function changed(affectedRows: number): Rows {
  return { affectedRows, insertId: 0, fieldCount: 0, info: '', warningStatus: 0 };
}
