import { prepare, START, start } from './fixture';

prepare();

test('keys are stored, read, queried by prefix and deleted', async () => {
  const { call } = await start();
  const kvs = (does: string, key: string, value?: unknown, options?: unknown) =>
    call('kvs', { does, key, value, options });
  expect(await kvs('get', 'a')).toEqual({ value: null });
  await kvs('set', 'a:1', { deep: [1, 2] });
  await kvs('set', 'a:2', 'two');
  await kvs('set', 'a:3', 'three');
  await kvs('set', 'b', 'other');
  expect(await kvs('get', 'a:1')).toEqual({ value: { deep: [1, 2] } });
  expect(await kvs('query', 'a:')).toMatchObject({
    value: { results: [{ key: 'a:1' }, { key: 'a:2' }], nextCursor: expect.any(String) },
  });
  await kvs('delete', 'a:1');
  expect(await kvs('delete', 'a:1')).toEqual({ value: null });
  expect(await kvs('get', 'a:1')).toEqual({ value: null });
  await kvs('set', 'other', 1);
  await kvs('transact', 'x', 'y');
  expect([await kvs('get', 'x'), await kvs('get', 'other')]).toEqual([{ value: 'y' }, { value: null }]);
});

test('a key can be claimed once, ends with its time to live, and gives back what it replaced', async () => {
  const { call, site } = await start();
  const claim = {
    does: 'set',
    key: 'lock',
    value: 'me',
    options: { keyPolicy: 'FAIL_IF_EXISTS', ttl: { value: 1, unit: 'HOURS' } },
  };
  await call('kvs', claim);
  expect(await call('kvs', claim)).toMatchObject({ code: 'KEY_ALREADY_EXISTS' });
  const replace = { ...claim, value: 'you', options: { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' } };
  expect(await call('kvs', replace)).toMatchObject({ value: { key: 'lock', value: 'me' } });
  await call('kvs', { ...claim, key: 'short' });
  await site.clock.advance(3_600_000);
  await site.settle();
  expect(await call('kvs', { does: 'get', key: 'short' })).toEqual({ value: null });
});

test('an entity is replaced where its conditions hold, and a transaction is done wholly or not at all', async () => {
  const { call } = await start();
  const kvs = (does: string, more: Record<string, unknown>) => call('kvs', { does, key: 'one', ...more });
  expect(await kvs('entity-get', {})).toEqual({ value: null });
  await kvs('entity-set', { value: { revision: 1, body: { a: [1] } }, options: { keyPolicy: 'FAIL_IF_EXISTS' } });
  expect(
    await kvs('entity-set', { value: { revision: 9, body: 0 }, options: { keyPolicy: 'FAIL_IF_EXISTS' } }),
  ).toMatchObject({ code: 'KEY_ALREADY_EXISTS' });
  expect(await kvs('replace', { revision: 7, value: { revision: 8, body: 'lost' } })).toMatchObject({
    code: 'TRANSACTION_CONDITION_FAILED',
  });
  expect([await kvs('entity-get', {}), await call('kvs', { does: 'get', key: 'beside' })]).toEqual([
    { value: { revision: 1, body: { a: [1] } } },
    { value: null },
  ]);
  await kvs('replace', { revision: 1, value: { revision: 2, body: 'kept' } });
  expect([await kvs('entity-get', {}), await call('kvs', { does: 'get', key: 'beside' })]).toEqual([
    { value: { revision: 2, body: 'kept' } },
    { value: 'written' },
  ]);
  // A plain key of the same name is another value; types and names are those of the manifest.
  expect(await call('kvs', { does: 'get', key: 'one' })).toEqual({ value: null });
  expect(await kvs('entity-set', { value: { revision: 'two' } })).toMatchObject({ code: 'INVALID_ATTRIBUTE' });
  expect(await kvs('entity-set', { value: { other: 1 } })).toMatchObject({ code: 'INVALID_ATTRIBUTE' });
  expect(await kvs('entity-get', { entity: 'unknown' })).toMatchObject({ code: 'INVALID_ENTITY' });
});

test('a batch says of each item what became of it; one of an entity is not a plain key', async () => {
  const { call } = await start();
  const person = { key: 'ann', entityName: 'person' };
  const items = [
    { key: 'a', value: 1 },
    { ...person, value: { age: 40 } },
    { key: 'a/b', value: 2 },
    { key: 'bob', entityName: 'person', value: { age: 'old' } },
  ];
  expect(await call('kvs', { does: 'batch', value: items })).toEqual({
    value: {
      successfulKeys: [{ key: 'a' }, person],
      failedKeys: [
        { key: 'a/b', error: { code: 'INVALID_KEY', message: expect.any(String) } },
        { key: 'bob', entityName: 'person', error: { code: 'INVALID_ATTRIBUTE', message: expect.any(String) } },
      ],
    },
  });
  expect(await call('kvs', { does: 'batch-get', value: [{ key: 'ann' }, person] })).toMatchObject({
    value: {
      successfulKeys: [{ ...person, value: { age: 40 } }],
      failedKeys: [{ key: 'ann', error: { code: 'KEY_NOT_FOUND' } }],
    },
  });
});

test('a transaction that writes more to a key than it takes a second changes nothing', async () => {
  const { call, site } = await start();
  const value = 'x'.repeat(200_000);
  const write = (does: string) => call('kvs', { does, key: 'hot', value });
  for (let time = 0; time < 4; time += 1) expect(await write('set')).toEqual({ value: null });
  await call('kvs', { does: 'set', key: 'other', value: 'stays' });
  expect(await write('transact')).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  expect(await call('kvs', { does: 'get', key: 'other' })).toEqual({ value: 'stays' });
  await site.clock.advance(1_000);
  expect(await write('transact')).toEqual({ value: null });
});

const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });
test.each([
  ['a key over 500 characters', { key: 'k'.repeat(501), value: 1 }, 'KEY_TOO_LONG'],
  ['a key with a slash', { key: 'a/b', value: 1 }, 'INVALID_KEY'],
  ['a value over 240 KiB', { key: 'k', value: 'x'.repeat(250_000) }, 'MAX_SIZE'],
  ['a value of 32 levels', { key: 'k', value: nested(32) }, 'MAX_DEPTH'],
])('%s is refused', async (_what, item, code) => {
  const { call } = await start();
  expect(await call('kvs', { does: 'set', ...item })).toMatchObject({ code });
});

test('product requests carry who makes them: the app, the user, nobody', async () => {
  const { call, jira } = await start();
  expect(await call('product', { as: 'app', path: 'issue' })).toEqual({
    status: 200,
    body: { kind: 'app', accountId: null, method: 'POST', sent: '{"a":1}' },
  });
  expect(await call('product', { as: 'user', path: 'issue' })).toMatchObject({
    body: { kind: 'user', accountId: 'ann' },
  });
  expect(await call('product', { as: 'none', path: 'issue' })).toMatchObject({ body: { kind: 'anonymous' } });
  expect(await call('product', { as: 'app', path: 'empty' })).toEqual({ status: 204, body: null });
  expect(jira.requests[0]).toMatchObject({ path: '/rest/api/3/issue', headers: { 'x-test': 'yes' } });
});

test('what the scopes of the manifest do not cover is the product’s 403', async () => {
  const { call, site } = await start();
  expect(await call('product', { as: 'app', path: 'admin' })).toMatchObject({ status: 403 });
  expect(site.journal.list('product').at(-1)).toMatchObject({ method: 'POST', status: 403 });
});

test('another user than the one of the session needs impersonation, which the manifest does not ask for', async () => {
  const { call, site } = await start();
  await expect(call('product', { as: 'user', path: 'issue', accountId: 'bob' })).rejects.toThrow(
    '403 - USER_IMPERSONATION_NOT_ALLOWED',
  );
  await expect(
    site.invoke({ module: 'page', key: 'product', payload: { as: 'user', path: 'issue' }, accountId: null }),
  ).rejects.toThrow('Authentication Required');
});

test('the journal counts what happens between two marks', async () => {
  const { call, site } = await start();
  const mark = site.journal.mark();
  await call('sql', { statement: 'SELECT 1 AS one' });
  await call('product', { as: 'app', path: 'issue' });
  const { counts, list } = site.journal.since(mark);
  expect(counts).toMatchObject({ sql: 1, product: 1, invocation: 2, kvs: 0 });
  expect(list('product')[0]).toMatchObject({ points: 2, as: 'app', at: START + 205 });
});

test('a slow database takes time of the clock, not of the wall', async () => {
  const { call, site } = await start();
  site.faults.sqlDelay(3_000);
  await call('sql', { statement: 'SELECT 1 AS one' });
  expect(site.clock.now() - START).toBe(3_055);
});
