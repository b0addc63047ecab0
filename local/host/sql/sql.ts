import type { Clock } from '../../seam';
import type { Activity } from '../activity';
import { json } from '../answer';
import type { Faults } from '../faults';
import type { Journal } from '../journal';
import { DURATIONS, type Limits, Window } from '../limits';
import type { Answer } from '../worker/protocol';
import type { Parameter, Rows, SqlEngine } from './engine';
import { Known } from './known';
import { outside, SqlRefused } from './refusal';
import { parseStatement, type Statement } from './statement';

/** The HTTP API behind `@forge/sql`: checks the subset and the platform's limits, then runs the statement on the engine. */
export class Sql {
  private readonly parsed = new Known<Statement>();
  private readonly dml: Window;
  private readonly ddl: Window;

  constructor(
    private readonly engine: SqlEngine,
    private readonly limits: Limits,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly faults: Faults,
    private readonly activity: Activity,
  ) {
    this.dml = new Window(limits.dmlPerSecond, 1_000);
    this.ddl = new Window(limits.ddlPerMinute, 60_000);
  }

  /** Serves one request of the SDK: `{query, params, method}`. */
  async serve(path: string, body: string | null): Promise<Answer> {
    const text = body ?? '';
    const started = performance.now();
    const request = JSON.parse(text || '{}') as { query?: unknown; params?: unknown[] };
    const query = String(request.query ?? '');
    const note = (rows: number, error?: string) =>
      this.journal.add('sql', {
        at: this.clock.now(),
        text: query,
        parameters: request.params?.length ?? 0,
        rows,
        wall: performance.now() - started,
        ...(error === undefined ? {} : { error }),
      });
    try {
      if (path !== '/api/v1/execute' && path !== '/api/v1/execute/ddl') throw outside(`There is no ${path}.`);
      if (Buffer.byteLength(text) > this.limits.sqlRequestBytes)
        throw tooLarge(
          `The request has ${Buffer.byteLength(text)} bytes; Forge SQL takes at most ${this.limits.sqlRequestBytes}.`,
        );
      await this.activity.take(DURATIONS.statement);
      if (this.faults.statementDelay > 0) await this.activity.pause(this.faults.statementDelay);
      const statement = this.parse(query);
      this.count(statement);
      const rows = await this.execute(statement, request.params ?? []);
      const answer = JSON.stringify({ rows, metadata: { fields: [] } });
      if (answer.length > this.limits.sqlResponseBytes)
        throw tooLarge(
          `The answer has ${answer.length} bytes; Forge SQL gives at most ${this.limits.sqlResponseBytes}.`,
        );
      note(Array.isArray(rows) ? rows.length : rows.affectedRows);
      return { status: 200, headers: { 'content-type': 'application/json' }, body: answer };
    } catch (error) {
      if (!(error instanceof SqlRefused)) throw error;
      note(0, error.message);
      return json(error.status, { code: error.code, message: error.message, suggestion: '', debug: error.debug });
    }
  }

  /** Runs a statement without the platform's limits: tests look into the app's database by it. */
  async run(query: string, parameters: readonly unknown[]): Promise<Rows> {
    return this.execute(this.parse(query), parameters);
  }

  private async execute(statement: Statement, parameters: readonly unknown[]): Promise<Rows> {
    const started = performance.now();
    const rows = await this.engine.run(statement, parameters.map(checked));
    if (statement.kind === 'select' && performance.now() - started > this.limits.selectMs)
      throw tooSlow(this.limits.selectMs);
    if (Array.isArray(rows) && sizeOf(rows) > this.limits.sqlMemoryBytes) {
      throw new SqlRefused(
        'SQL_EXECUTION_ERROR',
        `The statement needs more than ${this.limits.sqlMemoryBytes} bytes of memory.`,
        {
          errno: 8175,
          code: 'ER_MEMORY_EXCEED',
          sqlState: 'HY000',
          sqlMessage: 'Your query has been cancelled due to exceeding the allowed memory limit for a single SQL query.',
        },
      );
    }
    return rows;
  }

  close(): Promise<void> {
    return this.engine.close();
  }

  private parse(query: string): Statement {
    return this.parsed.of(query, () => parseStatement(query));
  }

  /** @throws SqlRefused when this second, or minute, has had as many as the platform allows */
  private count(statement: Statement): void {
    const window = windowOf(statement) === 'ddl' ? this.ddl : windowOf(statement) === 'dml' ? this.dml : null;
    if (window === null || window.admit(this.clock.now())) return;
    const kind =
      window === this.ddl
        ? `${this.limits.ddlPerMinute} DDL statements a minute`
        : `${this.limits.dmlPerSecond} changes a second`;
    throw new SqlRefused(
      'RATE_LIMIT_EXCEEDED',
      `Forge SQL allows ${kind}. Write more rows with one statement.`,
      { errno: 0, code: 'RATE_LIMIT_EXCEEDED', sqlState: '', sqlMessage: '' },
      429,
    );
  }
}

const DDL: readonly Statement['kind'][] = ['create-table', 'add-index', 'add-columns'];

function windowOf(statement: Statement): 'ddl' | 'dml' | null {
  if (DDL.includes(statement.kind)) return 'ddl';
  return statement.kind === 'insert' || statement.kind === 'update' || statement.kind === 'delete' ? 'dml' : null;
}

function tooLarge(message: string): SqlRefused {
  return new SqlRefused(
    'SQL_EXECUTION_ERROR',
    message,
    { errno: 1153, code: 'ER_NET_PACKET_TOO_LARGE', sqlState: '08S01', sqlMessage: message },
    413,
  );
}

/** The engines cannot be stopped in the middle, so a slow SELECT is refused when it is done. */
function tooSlow(milliseconds: number): SqlRefused {
  const message = `The SELECT took longer than ${milliseconds} ms.`;
  return new SqlRefused('QUERY_TIMED_OUT', message, {
    errno: 3024,
    code: 'ER_QUERY_TIMEOUT',
    sqlState: 'HY000',
    sqlMessage: message,
  });
}

/** Parameters arrive as JSON. */
function checked(value: unknown): Parameter {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  throw outside(`A parameter is a text, a number or null, not ${JSON.stringify(value)?.slice(0, 60)}.`);
}

function sizeOf(rows: readonly Record<string, unknown>[]): number {
  let bytes = 0;
  for (const row of rows)
    for (const value of Object.values(row)) bytes += typeof value === 'string' ? value.length + 16 : 16;
  return bytes;
}
