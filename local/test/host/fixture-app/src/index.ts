import api, { getAppContext, route } from '@forge/api';
import { type AsyncEvent, InvocationError, Queue } from '@forge/events';
import { Filter, FilterConditions, kvs, WhereConditions } from '@forge/kvs';
import Resolver from '@forge/resolver';
import { migrationRunner, sql } from '@forge/sql';
import { type Asked, queryEntities } from './entities';

/** A small app that does what it is told, so that tests can hold the host to the real packages. */
let warm = 0;

type Payload = Record<string, unknown>;
const define = new Resolver();

const remember = async (text: string) => {
  const seen = ((await kvs.get<string[]>('seen')) ?? []).concat(text);
  await kvs.set('seen', seen);
};

define.define('echo', async ({ payload, context }) => ({
  payload,
  account: context.accountId,
  module: context.moduleKey,
  extension: context.extension,
}));
define.define('warm', async () => {
  warm += 1;
  return warm;
});
define.define('fail', async () => {
  throw new Error('It went wrong.');
});
define.define('loop', async () => {
  for (;;) Math.sqrt(2);
});
define.define('hoard', async () => {
  const kept: string[][] = [];
  for (;;) kept.push(new Array(100_000).fill('x').map((text, index) => text + index));
});
define.define('buffers', async ({ payload }) => {
  const { pieces, keeps = true } = payload as { pieces: number; keeps?: boolean };
  const kept: Buffer[] = [];
  for (let piece = 0; piece < pieces; piece += 1) {
    const made = Buffer.alloc(10 * 1024 * 1024);
    if (keeps) kept.push(made);
  }
  return kept.length;
});
define.define('log', async ({ payload }) => {
  for (let line = 0; line < Number((payload as Payload).lines); line += 1) console.log(`line ${line}`);
});
define.define('large', async () => 'x'.repeat(6 * 1024 * 1024));
define.define('now', async () => ({
  now: Date.now(),
  iso: new Date().toISOString(),
  remaining: getAppContext().invocationRemainingTimeInMillis(),
}));
define.define('sleep', async ({ payload }) => {
  const start = Date.now();
  await new Promise((resolve) => setTimeout(resolve, Number((payload as Payload).ms)));
  return Date.now() - start;
});
define.define('egress', async () => {
  await api.fetch('https://example.com/');
});
define.define('product', async ({ payload }) => {
  const { as, path, accountId } = payload as { as: string; path: string; accountId?: string };
  const client = as === 'user' ? api.asUser(accountId) : as === 'app' ? api.asApp() : api;
  const response = await client.requestJira(route`/rest/api/3/${path}`, {
    method: 'POST',
    headers: { 'x-test': 'yes' },
    body: '{"a":1}',
  });
  return { status: response.status, body: response.status === 204 ? null : await response.json() };
});
define.define('sql', async ({ payload }) => {
  const { statement, parameters = [] } = payload as { statement: string; parameters?: unknown[] };
  try {
    return await sql
      .prepare(statement)
      .bindParams(...parameters)
      .execute();
  } catch (error) {
    const { code, message, context } = error as { code?: string; message: string; context?: unknown };
    return { code, message, context };
  }
});
/** Writes, or asks Jira, so many times, one after the other or all together; says how long it took and what was refused. */
define.define('work', async ({ payload }) => {
  const { does, times, together = false } = payload as { does: 'write' | 'ask'; times: number; together?: boolean };
  const since = Date.now();
  const refused: unknown[] = [];
  const once = async (place: number) => {
    if (does === 'ask') await api.asApp().requestJira(route`/rest/api/3/${String(place)}`);
    else
      await sql
        .prepare('INSERT INTO note (id, body) VALUES (?, ?) ON DUPLICATE KEY UPDATE body = VALUES(body)')
        .bindParams(String(place), 'x')
        .execute()
        .catch((error: { code?: string }) => refused.push(error.code));
  };
  if (together) await Promise.all(Array.from({ length: times }, (_, place) => once(place)));
  else for (let place = 0; place < times; place += 1) await once(place);
  return { took: Date.now() - since, refused };
});
define.define('migrate', async () => {
  migrationRunner.enqueue(
    '001',
    'CREATE TABLE IF NOT EXISTS note (id VARCHAR(8) NOT NULL, body TEXT NOT NULL, PRIMARY KEY (id))',
  );
  const ran = await migrationRunner.run();
  return { ran, listed: (await migrationRunner.list()).map((migration) => migration.name) };
});
define.define('kvs', async ({ payload }) => {
  const {
    does,
    key = '',
    value,
    options,
    entity = 'box',
    revision = 0,
  } = payload as { does: string; key?: string; value?: string; options?: never; entity?: string; revision?: number };
  try {
    if (does === 'get') return { value: (await kvs.get(key)) ?? null };
    if (does === 'set') return { value: (await kvs.set(key, value, options)) ?? null };
    if (does === 'delete') return { value: (await kvs.delete(key)) ?? null };
    if (does === 'entity-get') return { value: (await kvs.entity(entity).get(key)) ?? null };
    if (does === 'entity-set')
      return { value: (await kvs.entity(entity).set(key, value as never, options as never)) ?? null };
    if (does === 'replace') {
      const conditions = new Filter<{ revision: number }>().and('revision', FilterConditions.equalTo(revision));
      await kvs
        .transact()
        .set('beside', 'written')
        .set(key, value as never, { entityName: entity, conditions })
        .execute();
      return { value: null };
    }
    if (does === 'batch') return { value: await kvs.batchSet(value as never) };
    if (does === 'batch-get') return { value: await kvs.batchGet(value as never) };
    if (does === 'transact') return { value: (await kvs.transact().set(key, value).delete('other').execute()) ?? null };
    return { value: await kvs.query().where('key', WhereConditions.beginsWith(key)).limit(2).getMany() };
  } catch (error) {
    return { code: (error as { code?: string }).code, message: (error as Error).message };
  }
});
define.define('entity-query', async ({ payload }) => queryEntities(payload as Asked));
define.define('push', async ({ payload }) => {
  const { queue = 'work', events } = payload as {
    queue?: string;
    events: { body: Payload; delayInSeconds?: number; concurrency?: { key: string; limit: number } }[];
  };
  try {
    return await new Queue({ key: queue }).push(events);
  } catch (error) {
    return { error: (error as Error).constructor.name, message: (error as Error).message };
  }
});
define.define('stats', async ({ payload }) => new Queue({ key: 'work' }).getStats(String((payload as Payload).jobId)));
define.define('cancel', async ({ payload }) => new Queue({ key: 'work' }).cancel(String((payload as Payload).jobId)));

export const resolver = define.getDefinitions();

export async function onEvent(event: {
  eventType: string;
  selfGenerated: boolean;
  issue?: { key: string };
}): Promise<void> {
  await remember(`${event.eventType} ${event.issue?.key ?? ''} ${event.selfGenerated}`);
}

export async function onRetry(event: {
  retryContext?: { retryCount: number; retryData: unknown };
}): Promise<InvocationError> {
  await remember(`retry ${event.retryContext?.retryCount ?? 0}`);
  return new InvocationError({
    retryAfter: 10,
    retryReason: 'FUNCTION_RETRY_REQUEST' as never,
    retryData: { again: true },
  });
}

let open = 0;

export async function onWork(event: AsyncEvent): Promise<unknown> {
  const { does, name } = event.body as { does?: string; name?: string };
  open += 1;
  try {
    if (does === 'throw') throw new Error('work failed');
    if (does === 'throw-once' && !event.retryContext) throw new Error('once');
    if (does === 'ask')
      return new InvocationError({
        retryAfter: 2_000,
        retryReason: 'FUNCTION_RETRY_REQUEST' as never,
        retryData: { n: 1 },
      });
    if (does === 'as-user') await api.asUser().requestJira(route`/rest/api/3/myself`);
    if (does === 'chain') await new Queue({ key: 'work' }).push({ body: { does: 'chain' } });
    if (does === 'insert')
      await sql
        .prepare('INSERT INTO note (id, body) VALUES (?, ?) ON DUPLICATE KEY UPDATE body = VALUES(body)')
        .bindParams(String(name), 'x')
        .execute();
    if (does === 'sleep') await new Promise((resolve) => setTimeout(resolve, 30_000));
    await remember(`${name ?? does} ${open} ${event.retryContext?.retryCount ?? 0}`);
    return undefined;
  } finally {
    open -= 1;
  }
}

export async function onHour(): Promise<void> {
  await remember(`hour ${new Date().toISOString()}`);
}

export { exportBroken, exportNote, exportOdd } from './exports';
