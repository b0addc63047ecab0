import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { virtualClock } from '../../clock';
import { prepare, START, start } from './fixture';

prepare();
const HOUR = 3_600_000;
const push = (body: Record<string, unknown>, more: Record<string, unknown> = {}) => ({ events: [{ body, ...more }] });

test('pushed events reach their consumer, and the job counts them', async () => {
  const { call, site, seen } = await start();
  const { jobId } = (await call('push', { events: [{ body: { name: 'a' } }, { body: { name: 'b' } }] })) as {
    jobId: string;
  };
  expect(await call('stats', { jobId })).toMatchObject({ failed: 0 });
  await site.settle();
  expect((await seen()).map((line) => line.slice(0, 1)).sort()).toEqual(['a', 'b']);
  expect(await call('stats', { jobId })).toEqual({ success: 2, inProgress: 0, failed: 0 });
  await expect(call('stats', { jobId: 'none' })).rejects.toThrow('none');
});

test('a delay holds the event back on the clock of the host; a cancelled one never comes', async () => {
  const { call, site, seen } = await start();
  await call('push', push({ name: 'later' }, { delayInSeconds: 600 }));
  const { jobId } = (await call('push', push({ name: 'never' }, { delayInSeconds: 600 }))) as { jobId: string };
  await site.settle();
  expect(await seen()).toEqual([]);
  await call('cancel', { jobId });
  await site.clock.advance(600_000);
  await site.settle();
  expect((await seen()).filter((line) => !line.startsWith('hour'))).toEqual(['later 1 0']);
});

test.each([
  ['a delay over 15 minutes', { events: [{ body: {}, delayInSeconds: 901 }] }, 'InvalidPushSettingsError'],
  ['over 50 events', { events: new Array(51).fill({ body: {} }) }, 'TooManyEventsError'],
  ['over 200 KB', { events: [{ body: { text: 'x'.repeat(210_000) } }] }, 'PayloadTooBigError'],
  [
    'a body over 100 KB for a long consumer',
    { queue: 'slow-work', events: [{ body: { text: 'x'.repeat(110_000) } }] },
    'PayloadTooBigError',
  ],
  ['a queue without consumer', { queue: 'nobody', events: [{ body: {} }] }, 'InternalServerError'],
])('%s is refused', async (_what, payload, error) => {
  const { call } = await start();
  expect(await call('push', payload)).toMatchObject({ error });
});

test('what a consumer throws is retried with growing waits for a day', async () => {
  const { call, site } = await start();
  await call('push', push({ does: 'throw' }));
  await site.settle({ within: 25 * HOUR });
  const jobs = site.journal.list('job');
  const waits = jobs.filter((job) => job.state === 'retry').map((job) => job.at - START);
  expect(waits.slice(0, 4)).toEqual([100, 5_150, 15_200, 35_250]);
  expect(jobs.at(-1)).toMatchObject({ state: 'dropped' });
  expect(site.clock.now() - START).toBeLessThanOrEqual(24 * HOUR);
});

test('a consumer may ask for four retries, at most 900 s apart, and gets its data back', async () => {
  const { call, site } = await start();
  await call('push', push({ does: 'ask' }));
  await site.settle({ within: 2 * HOUR });
  const jobs = site.journal.list('job').filter((job) => job.state !== 'pushed');
  expect(jobs.map((job) => [job.state, (job.at - START) / 1000])).toEqual([
    ['retry', 0.1],
    ['retry', 900.15],
    ['retry', 1800.2],
    ['retry', 2700.25],
    ['dropped', 3600.3],
  ]);
});

test('a concurrency limit holds over waits, and can be ignored', async () => {
  const { call, site, seen } = await start();
  const two = {
    events: ['a', 'b'].map((name) => ({ body: { does: 'sleep', name }, concurrency: { key: 'facts', limit: 1 } })),
  };
  await call('push', two);
  await site.settle({ within: HOUR });
  expect(site.clock.now() - START).toBe(60_150);
  site.faults.ignoreConcurrency(true);
  await call('push', two);
  await site.settle({ within: HOUR });
  expect(site.clock.now() - START).toBe(90_250);
  expect(await seen()).toHaveLength(4);
});

test('a chain of pushes ends at its limit', async () => {
  const { call, site, seen } = await start({ limits: { chain: 5, workers: 1 } });
  await call('push', push({ does: 'chain' }));
  await site.settle({ within: 1_000 });
  expect((await seen()).length).toBe(4);
  expect(site.journal.list('queue').at(-1)?.status).toBe(405);
});

test('a worker that a fault ends before or after a statement leaves the statement undone or done, and the event comes again', async () => {
  for (const when of ['before', 'after'] as const) {
    const { call, site } = await start();
    await call('migrate');
    let killed = false;
    site.faults.killWorkerAt(({ kind, text }) => {
      if (killed || kind !== 'sql' || !text.startsWith('INSERT INTO note')) return null;
      killed = true;
      return when;
    });
    await call('push', push({ does: 'insert', name: 'n' }));
    await site.settle({ within: 0 });
    expect((await site.sql('SELECT id FROM note')).length).toBe(when === 'after' ? 1 : 0);
    await site.settle();
    expect((await site.sql('SELECT id FROM note')).length).toBe(1);
    expect(site.journal.list('job').map((job) => job.state)).toEqual(['pushed', 'retry', 'done']);
  }
});

test('work that waits survives a restart, and what ran is delivered again', async () => {
  const data = mkdtempSync(join(tmpdir(), 'host-'));
  const clock = virtualClock(START);
  const first = await start({ data, clock });
  await first.call('push', push({ name: 'kept' }, { delayInSeconds: 60 }));
  await first.call('push', push({ does: 'sleep', name: 'running' }));
  await first.site.close();
  const second = await start({ data, clock: virtualClock(START + 60_000) });
  await second.site.settle();
  expect((await second.seen()).map((line) => line.split(' ')[0]).sort()).toEqual(['kept', 'running']);
});

test('there is no user in a consumer', async () => {
  const { call, site } = await start();
  await call('push', push({ does: 'as-user' }));
  await site.settle({ within: 0 });
  expect(site.journal.list('invocation').find((entry) => entry.function === 'on-work')?.outcome).toBe(
    'threw: Authentication Required',
  );
});

test('schedules run on the clock of the host; the first about five minutes after the start', async () => {
  const { site, seen } = await start();
  await site.clock.advance(5 * 60_000 + 2 * HOUR);
  expect(await seen()).toEqual([
    'hour 2026-01-05T09:05:00.050Z',
    'hour 2026-01-05T10:05:00.050Z',
    'hour 2026-01-05T11:05:00.050Z',
  ]);
  await site.runSchedule('hourly');
  expect(await seen()).toHaveLength(4);
});

test('a machine that slept runs a schedule once, not once for every time it missed', async () => {
  const { site, seen } = await start();
  await site.clock.sleep(5 * 60_000 + 9 * HOUR);
  await site.clock.advance(HOUR);
  expect(await seen()).toEqual(['hour 2026-01-05T18:05:00.050Z', 'hour 2026-01-05T19:05:00.050Z']);
});
