import type { Clock } from '../../seam';
import type { Database, Row } from '../../sqlite';
import { empty, json } from '../answer';
import type { Checks } from '../checks';
import { type Limits, Meter } from '../limits';
import type { Answer } from '../worker/protocol';
import { type Conditions, meets } from './conditions';
import { checkAttributes, type Entities, spaceOf } from './entities';
import { queryEntity } from './entity-query';
import { checkKey, checkValue, expiry, KvsRefused, PAGE_DEFAULT, PAGE_LIMIT, type SetOptions } from './rules';

/** Items of a batch (storage-reference/kvs-batch). */
const BATCH_ITEMS = 25;

interface Item {
  key: string;
  value?: unknown;
  options?: SetOptions;
  entityName?: string;
  conditions?: Conditions;
}

/** The HTTP API behind `@forge/kvs`, on SQLite. Secrets and each custom entity are a space of their own. */
export class Kvs {
  private readonly writes: Meter;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly entities: Entities,
    private readonly limits: Limits,
    private readonly checks: Checks,
  ) {
    this.writes = new Meter(limits.kvsWriteBytesPerSecond);
    database.exec(
      `CREATE TABLE IF NOT EXISTS kvs (space TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL, expires_at INTEGER, PRIMARY KEY (space, key)) WITHOUT ROWID`,
    );
  }

  /** Serves one request of the SDK: always POST with a JSON body. */
  serve(path: string, body: string | null): Answer {
    try {
      return this.route(path, JSON.parse(body ?? '{}') as Record<string, never>);
    } catch (error) {
      if (error instanceof KvsRefused) return json(error.status, { code: error.code, message: error.message });
      throw error;
    }
  }

  private route(path: string, body: Record<string, never>): Answer {
    const request = body as unknown as Item & {
      limit?: number;
      after?: string;
      where?: { condition: string; property: string; values: unknown[] }[];
    };
    switch (path) {
      case '/api/v1/get':
        return this.get('plain', request.key);
      case '/api/v1/secret/get':
        return this.get('secret', request.key);
      case '/api/v1/set':
        return this.set('plain', request);
      case '/api/v1/secret/set':
        return this.set('secret', request);
      case '/api/v1/delete':
        return this.remove('plain', request.key);
      case '/api/v1/secret/delete':
        return this.remove('secret', request.key);
      case '/api/v1/entity/get':
        return this.get(spaceOf(request.entityName, this.entities), request.key);
      case '/api/v1/entity/set':
        return this.set(spaceOf(request.entityName, this.entities), request);
      case '/api/v1/entity/delete':
        return this.remove(spaceOf(request.entityName, this.entities), request.key);
      case '/api/v1/query':
        return this.query(request.limit, request.after, request.where);
      case '/api/v1/entity/query':
        return this.queryEntity(body);
      case '/api/v1/transaction':
        return this.transact(body as { set?: Item[]; delete?: Item[]; check?: Item[] });
      case '/api/v1/batch/set':
        return this.batch(body as unknown as Item[], (space, item) => void this.write(space, item));
      case '/api/v1/batch/delete':
        return this.batch(body as unknown as Item[], (space, item) => void this.remove(space, item.key));
      case '/api/v1/batch/get':
        return this.batchGet(body as unknown as Item[]);
      default:
        throw new KvsRefused(400, 'NOT_SIMULATED', `The local host has no ${path}.`);
    }
  }

  private check(key: unknown): void {
    checkKey(key, this.checks.holds('kvs-key-length') ? this.limits.kvsKeyLength : Number.POSITIVE_INFINITY);
  }

  private find(space: string, key: string): Row | undefined {
    this.check(key);
    const [row] = this.database.all(
      'SELECT * FROM kvs WHERE space = ? AND key = ? AND (expires_at IS NULL OR expires_at > ?)',
      [space, key, this.clock.now()],
    );
    return row;
  }

  private get(space: string, key: string): Answer {
    const row = this.find(space, key);
    return row
      ? json(200, described(row))
      : json(404, { code: 'KEY_NOT_FOUND', message: `Key ${key} does not exist.` });
  }

  private set(space: string, item: Item): Answer {
    const before = this.write(space, item);
    if (item.options?.returnValue === undefined) return empty(204);
    const row = item.options.returnValue === 'PREVIOUS' ? before : this.find(space, item.key);
    return row ? json(200, described(row)) : empty(204);
  }

  /** Writes one item and returns the row that was there before. */
  private write(space: string, item: Item, tooMany = 'RATE_LIMIT_EXCEEDED'): Row | undefined {
    checkValue(item.value, this.limits);
    if (item.entityName !== undefined) checkAttributes(item.entityName, item.value, this.entities);
    const before = this.find(space, item.key);
    if (before && item.options?.keyPolicy === 'FAIL_IF_EXISTS')
      throw new KvsRefused(409, 'KEY_ALREADY_EXISTS', `Key ${item.key} already exists.`);
    const now = this.clock.now();
    const value = JSON.stringify(item.value);
    if (!this.admits(space, item.key, value, now))
      throw new KvsRefused(
        429,
        tooMany,
        `A key takes ${this.limits.kvsWriteBytesPerSecond} bytes a second; ${item.key} has had more.`,
      );
    this.database.run(
      `INSERT INTO kvs (space, key, value, created_at, updated_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at, expires_at = excluded.expires_at, created_at = excluded.created_at`,
      [space, item.key, value, before ? Number(before.created_at) : now, now, expiry(item.options, now)],
    );
    return before;
  }

  /** "Writes: 1 MB/s per key", requests counted in steps of 10 KB. */
  private admits(space: string, key: string, value: string, now: number): boolean {
    if (!this.checks.holds('kvs-write-rate')) return true;
    const step = this.limits.kvsRequestStep;
    const size = Math.ceil(Buffer.byteLength(value) / step) * step;
    return this.writes.admit(`${space} ${key}`, size, now);
  }

  private remove(space: string, key: string): Answer {
    if (!this.find(space, key)) return json(404, { code: 'KEY_NOT_FOUND', message: `Key ${key} does not exist.` });
    this.database.run('DELETE FROM kvs WHERE space = ? AND key = ?', [space, key]);
    return empty(204);
  }

  private query(
    limit = PAGE_DEFAULT,
    after?: string,
    where: { condition: string; property: string; values: unknown[] }[] = [],
  ): Answer {
    if (!Number.isInteger(limit) || limit < 1 || limit > PAGE_LIMIT)
      throw new KvsRefused(400, 'LIST_QUERY_LIMIT_EXCEEDED', `A page holds 1 to ${PAGE_LIMIT} results.`);
    const [clause, ...others] = where;
    if (others.length > 0) throw new KvsRefused(400, 'QUERY_WHERE_INVALID', 'A query has one “where”.');
    if (clause && clause.property !== 'key')
      throw new KvsRefused(400, 'QUERY_WHERE_FIELD_INVALID', 'Values are queried by their keys alone.');
    if (clause && clause.condition !== 'BEGINS_WITH')
      throw new KvsRefused(400, 'INVALID_FILTER_CONDITION', 'Keys are queried by beginsWith alone.');
    const prefix = clause ? String(clause.values[0]) : '';
    const start = after === undefined ? '' : Buffer.from(after, 'base64url').toString();
    const rows = this.database.all(
      `SELECT * FROM kvs WHERE space = 'plain' AND key > ? AND substr(key, 1, ?) = ? AND (expires_at IS NULL OR expires_at > ?) ORDER BY key LIMIT ?`,
      [start, prefix.length, prefix, this.clock.now(), limit + 1],
    );
    const page = rows.slice(0, limit);
    const last = page[page.length - 1];
    const cursor = rows.length > limit && last ? Buffer.from(String(last.key)).toString('base64url') : undefined;
    return json(200, { data: page.map(described), ...(cursor === undefined ? {} : { cursor }) });
  }

  private queryEntity(body: unknown): Answer {
    const { page, cursor } = queryEntity(
      body,
      (entityName) =>
        this.database.all('SELECT * FROM kvs WHERE space = ? AND (expires_at IS NULL OR expires_at > ?)', [
          spaceOf(entityName, this.entities),
          this.clock.now(),
        ]),
      this.entities,
      this.limits,
      this.checks,
    );
    return json(200, { data: page.map(described), ...(cursor === undefined ? {} : { cursor }) });
  }

  private transact(request: { set?: Item[]; delete?: Item[]; check?: Item[] }): Answer {
    const { set = [], delete: removed = [], check = [] } = request;
    const all = [...set, ...removed, ...check];
    const { kvsTransactionOperations, kvsTransactionBytes } = this.limits;
    if (all.length > kvsTransactionOperations)
      throw new KvsRefused(
        400,
        'MAX_OPERATIONS_EXCEEDED',
        `A transaction holds at most ${kvsTransactionOperations} operations.`,
      );
    if (new Set(all.map((item) => item.key)).size !== all.length)
      throw new KvsRefused(400, 'DUPLICATE_KEY', 'A transaction may name each key once.');
    if (Buffer.byteLength(JSON.stringify(request)) > kvsTransactionBytes)
      throw new KvsRefused(413, 'PAYLOAD_TOO_LARGE', 'A transaction holds at most 4 MB.');
    const space = (item: Item) => spaceOf(item.entityName, this.entities);
    this.database.transaction(() => {
      for (const item of all) {
        this.check(item.key);
        this.checkConditions(space(item), item);
      }
      for (const item of set) this.write(space(item), item, 'TOO_MANY_REQUESTS');
      for (const item of removed)
        this.database.run('DELETE FROM kvs WHERE space = ? AND key = ?', [space(item), item.key]);
    });
    return empty(204);
  }

  /** "If any condition is not met, the entire transaction will fail"; with which code, no page says. */
  private checkConditions(space: string, { key, conditions }: Item): void {
    if (conditions === undefined) return;
    const row = this.find(space, key);
    if (!meets(row ? JSON.parse(String(row.value)) : undefined, conditions))
      throw new KvsRefused(409, 'TRANSACTION_CONDITION_FAILED', `Key ${key} does not meet the conditions.`);
  }

  private batch(items: Item[], work: (space: string, item: Item) => void): Answer {
    checkBatch(items);
    const failedKeys: Failed[] = [];
    const successfulKeys: { key: string }[] = [];
    for (const item of items) {
      try {
        work(spaceOf(item.entityName, this.entities), item);
        successfulKeys.push(named(item));
      } catch (error) {
        if (!(error instanceof KvsRefused)) throw error;
        failedKeys.push({ ...named(item), error: { code: error.code, message: error.message } });
      }
    }
    return json(200, { successfulKeys, failedKeys });
  }

  private batchGet(items: Item[]): Answer {
    checkBatch(items);
    const found = items.map((item) => ({ item, row: this.find(spaceOf(item.entityName, this.entities), item.key) }));
    return json(200, {
      successfulKeys: found.flatMap(({ item, row }) => (row ? [{ ...named(item), ...described(row) }] : [])),
      failedKeys: found.flatMap(({ item, row }): Failed[] =>
        row ? [] : [{ ...named(item), error: { code: 'KEY_NOT_FOUND', message: `Key ${item.key} does not exist.` } }],
      ),
    });
  }
}

/** What became of an item of a batch, as `@forge/kvs` types it. */
interface Failed {
  key: string;
  entityName?: string;
  error: { code: string; message: string };
}

const named = ({ key, entityName }: Item) => ({ key, ...(entityName === undefined ? {} : { entityName }) });

function checkBatch(items: Item[]): void {
  if (!Array.isArray(items) || items.length === 0 || items.length > BATCH_ITEMS)
    throw new KvsRefused(400, 'INVALID_BATCH', `A batch holds 1 to ${BATCH_ITEMS} items.`);
}

function described(row: Row): Record<string, unknown> {
  return {
    key: row.key,
    value: JSON.parse(String(row.value)) as unknown,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    ...(row.expires_at === null ? {} : { expireTime: new Date(Number(row.expires_at)).toISOString() }),
  };
}
