import type { Database, Row } from '../../sqlite';

/** Work that waits for a function: an event of a queue or a product event for a trigger. */
export interface Pending {
  sequence: number;
  kind: 'consumer' | 'trigger' | 'lifecycle';
  /** Manifest key of the consumer or trigger. */
  module: string;
  queue: string;
  jobId: string;
  eventId: string;
  body: unknown;
  concurrency: { key: string; limit: number } | null;
  delayInSeconds: number | null;
  due: number;
  first: number;
  retries: number;
  retryContext: { retryReason: string; retryData: unknown } | null;
  /** Retries that the function asked for by InvocationError. */
  asked: number;
  chain: number;
}

/** Waiting work on disk, so that a host that was killed goes on after a restart. */
export class QueueStore {
  constructor(private readonly database: Database) {
    database.exec(
      `CREATE TABLE IF NOT EXISTS pending (sequence INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, module TEXT NOT NULL, queue TEXT NOT NULL,
        job_id TEXT NOT NULL, event_id TEXT NOT NULL, body TEXT NOT NULL, concurrency TEXT, delay INTEGER, due INTEGER NOT NULL, first INTEGER NOT NULL,
        retries INTEGER NOT NULL, retry_context TEXT, asked INTEGER NOT NULL, chain INTEGER NOT NULL, running INTEGER NOT NULL DEFAULT 0);
       CREATE INDEX IF NOT EXISTS pending_due ON pending (running, due, sequence);
       CREATE TABLE IF NOT EXISTS job_stat (job_id TEXT NOT NULL, queue TEXT NOT NULL, total INTEGER NOT NULL, success INTEGER NOT NULL, failed INTEGER NOT NULL,
        PRIMARY KEY (job_id)) WITHOUT ROWID;
       CREATE TABLE IF NOT EXISTS schedule_run (module TEXT PRIMARY KEY, due INTEGER NOT NULL) WITHOUT ROWID;
       CREATE TABLE IF NOT EXISTS installation (id INTEGER PRIMARY KEY, body TEXT NOT NULL)`,
    );
    // Whatever ran when the host ended is delivered again: at least once.
    database.run('UPDATE pending SET running = 0 WHERE running = 1');
  }

  add(pending: Omit<Pending, 'sequence' | 'retries' | 'retryContext' | 'asked'>): void {
    this.database.run(
      `INSERT INTO pending (kind, module, queue, job_id, event_id, body, concurrency, delay, due, first, retries, retry_context, asked, chain)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, NULL, 0, ?)`,
      [
        pending.kind,
        pending.module,
        pending.queue,
        pending.jobId,
        pending.eventId,
        JSON.stringify(pending.body),
        pending.concurrency && JSON.stringify(pending.concurrency),
        pending.delayInSeconds,
        Math.ceil(pending.due),
        Math.ceil(pending.first),
        pending.chain,
      ],
    );
  }

  transaction(work: () => void): void {
    this.database.transaction(work);
  }

  /** The first due work whose concurrency key is not in `full`. */
  next(now: number, full: ReadonlySet<string>): Pending | null {
    const keys = [...full];
    const [row] = this.database.all(
      `SELECT * FROM pending WHERE running = 0 AND due <= ? ${keys.length > 0 ? `AND (concurrency IS NULL OR json_extract(concurrency, '$.key') NOT IN (${keys.map(() => '?').join(',')}))` : ''}
       ORDER BY due, sequence LIMIT 1`,
      [now, ...keys],
    );
    return row ? pendingFrom(row) : null;
  }

  /** The instant of the earliest waiting work, or null. */
  earliest(): number | null {
    const [row] = this.database.all('SELECT MIN(due) AS due FROM pending WHERE running = 0');
    return row?.due === null || row === undefined ? null : Number(row.due);
  }

  start(sequence: number): void {
    this.database.run('UPDATE pending SET running = 1 WHERE sequence = ?', [sequence]);
  }

  retry(pending: Pending, due: number, context: Pending['retryContext'], asked: number): void {
    this.database.run(
      'UPDATE pending SET running = 0, due = ?, retries = retries + 1, retry_context = ?, asked = ? WHERE sequence = ?',
      [Math.ceil(due), context && JSON.stringify(context), asked, pending.sequence],
    );
  }

  finish(pending: Pending, outcome: 'success' | 'failed'): void {
    this.database.run('DELETE FROM pending WHERE sequence = ?', [pending.sequence]);
    if (pending.kind === 'consumer')
      this.database.run(`UPDATE job_stat SET ${outcome} = ${outcome} + 1 WHERE job_id = ?`, [pending.jobId]);
  }

  openJob(jobId: string, queue: string, total: number): void {
    this.database.run(
      `INSERT INTO job_stat (job_id, queue, total, success, failed) VALUES (?, ?, ?, 0, 0) ON CONFLICT DO UPDATE SET total = total + excluded.total`,
      [jobId, queue, total],
    );
  }

  stats(jobId: string, queue: string): { success: number; inProgress: number; failed: number } | null {
    const [row] = this.database.all('SELECT total, success, failed FROM job_stat WHERE job_id = ? AND queue = ?', [
      jobId,
      queue,
    ]);
    if (!row) return null;
    const success = Number(row.success);
    const failed = Number(row.failed);
    return { success, failed, inProgress: Number(row.total) - success - failed };
  }

  /** Drops what has not started of a job; returns how many events. */
  cancel(jobId: string): number {
    const { changes } = this.database.run('DELETE FROM pending WHERE job_id = ? AND running = 0', [jobId]);
    this.database.run('UPDATE job_stat SET failed = failed + ? WHERE job_id = ?', [changes, jobId]);
    return changes;
  }

  scheduleDue(module: string): number | null {
    const [row] = this.database.all('SELECT due FROM schedule_run WHERE module = ?', [module]);
    return row ? Number(row.due) : null;
  }

  setSchedule(module: string, due: number): void {
    this.database.run(
      'INSERT INTO schedule_run (module, due) VALUES (?, ?) ON CONFLICT DO UPDATE SET due = excluded.due',
      [module, due],
    );
  }

  /** A small document that belongs to the installation: its id, and whether the app was told. */
  installation<T>(make: () => T): T {
    const [row] = this.database.all('SELECT body FROM installation WHERE id = 1');
    if (row) return JSON.parse(String(row.body)) as T;
    const made = make();
    this.database.run('INSERT INTO installation (id, body) VALUES (1, ?)', [JSON.stringify(made)]);
    return made;
  }

  setInstallation(body: unknown): void {
    this.database.run('UPDATE installation SET body = ? WHERE id = 1', [JSON.stringify(body)]);
  }
}

function pendingFrom(row: Row): Pending {
  return {
    sequence: Number(row.sequence),
    kind: String(row.kind) as Pending['kind'],
    module: String(row.module),
    queue: String(row.queue),
    jobId: String(row.job_id),
    eventId: String(row.event_id),
    body: JSON.parse(String(row.body)),
    concurrency: row.concurrency === null ? null : (JSON.parse(String(row.concurrency)) as Pending['concurrency']),
    delayInSeconds: row.delay === null ? null : Number(row.delay),
    due: Number(row.due),
    first: Number(row.first),
    retries: Number(row.retries),
    retryContext:
      row.retry_context === null ? null : (JSON.parse(String(row.retry_context)) as Pending['retryContext']),
    asked: Number(row.asked),
    chain: Number(row.chain),
  };
}
