import { realClock } from '../../clock';
import { prepare, START, start } from './fixture';

prepare();

test('a resolver gets the payload, the account and the module', async () => {
  const { call } = await start();
  expect(await call('echo', { a: 1 })).toEqual({
    payload: { a: 1 },
    account: 'ann',
    module: 'page',
    extension: { type: 'jira:globalPage' },
  });
});

test('module-level state survives warm invocations', async () => {
  const { call } = await start({ limits: { workers: 1 } });
  expect([await call('warm'), await call('warm')]).toEqual([1, 2]);
});

test('an error of the app reaches the front end as its message', async () => {
  const { call, site } = await start();
  await expect(call('fail')).rejects.toThrow('It went wrong.');
  await expect(call('unknown')).rejects.toThrow("Resolver has no definition for 'unknown'.");
  expect(site.journal.list('invocation').at(-1)?.outcome).toContain('threw');
});

test('a worker that runs too long is ended, and the next invocation works', async () => {
  const { call } = await start({ limits: { invocationMs: 300 } });
  await expect(call('loop')).rejects.toThrow('limit of 0.3 s');
  expect(await call('warm')).toBe(1);
});

test('a worker that uses too much memory is ended', async () => {
  const { call } = await start();
  await expect(call('hoard')).rejects.toThrow('more than its 128 MB');
  expect(await call('warm')).toBe(1);
});

test('buffers count as memory as long as somebody holds them', async () => {
  const { call, site } = await start();
  await expect(call('buffers', { pieces: 30 })).rejects.toThrow('more than its 128 MB');
  expect(site.journal.list('invocation').at(-1)?.outcome).toContain('out-of-memory');
  expect(await call('buffers', { pieces: 60, keeps: false })).toBe(0);
});

test('requests and answers have a largest size', async () => {
  const { call } = await start();
  await expect(call('large')).rejects.toThrow('response has more than 5242880 bytes');
  await expect(call('echo', { text: 'x'.repeat(600_000) })).rejects.toThrow('request has more than 512000 bytes');
});

test('the date of the app follows the clock of the host, and remaining time counts on it', async () => {
  const { call, site } = await start();
  expect(await call('now')).toEqual({ now: START + 50, iso: '2026-01-05T09:00:00.050Z', remaining: 25_000 });
  await site.clock.advance(60_000);
  expect(await call('now')).toMatchObject({ now: START + 60_100 });
});

test('waiting in the app moves a virtual clock and costs no wall time', async () => {
  const { call, site } = await start();
  const before = performance.now();
  expect(await call('sleep', { ms: 20_000 })).toBe(20_000);
  expect(site.clock.now()).toBe(START + 20_050);
  expect(performance.now() - before).toBeLessThan(2_000);
});

test('waiting longer than the limit ends the worker on the clock of the host', async () => {
  const { call } = await start();
  await expect(call('sleep', { ms: 26_000 })).rejects.toThrow('longer than its limit of 25 s');
});

test('with the machine’s clock a wait takes its time', async () => {
  const { call } = await start({ clock: realClock() });
  expect(await call('sleep', { ms: 30 })).toBeGreaterThanOrEqual(29);
});

test('addresses outside the site are refused', async () => {
  const { call } = await start();
  await expect(call('egress')).rejects.toThrow(
    'URL not included in the external fetch backend permissions: https://example.com/',
  );
});
