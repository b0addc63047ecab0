import { prepare, START, start } from './fixture';

/** Work takes time on a virtual clock too, so that a burst meets the platform's rates as it would in the cloud. */

prepare();

interface Worked {
  took: number;
  refused: string[];
}
const started = async (options: Parameters<typeof start>[0] = {}) => {
  const app = await start(options);
  await app.call('migrate');
  const work = (payload: unknown) => app.call('work', payload) as Promise<Worked>;
  return { ...app, work, now: () => app.site.clock.now() };
};

test('statements take 5 ms each, calls of a product 100 ms, the start of an invocation 50 ms', async () => {
  const { work, now } = await started();
  const before = now();
  expect(await work({ does: 'write', times: 20 })).toEqual({ took: 100, refused: [] });
  expect(now() - before).toBe(150);
  expect(await work({ does: 'ask', times: 3 })).toEqual({ took: 300, refused: [] });
});

test('calls that an invocation makes together take as long as one', async () => {
  const { work } = await started();
  expect(await work({ does: 'ask', times: 10, together: true })).toEqual({ took: 100, refused: [] });
});

test('two invocations at once take no longer than one, and a third waits for a worker', async () => {
  const { work, now } = await started({ limits: { workers: 2 } });
  const before = now();
  const ask = () => work({ does: 'ask', times: 4 });
  await Promise.all([ask(), ask()]);
  expect(now() - before).toBe(450);
  await Promise.all([ask(), ask(), ask()]);
  expect(now() - before).toBe(450 + 850);
});

test('the 151st change of a second is refused, and the next second is open again', async () => {
  const { work, site } = await started();
  const { took, refused } = await work({ does: 'write', times: 200, together: true });
  expect([took, refused.length, new Set(refused)]).toEqual([5, 50, new Set(['RATE_LIMIT_EXCEEDED'])]);
  await site.clock.advance(1_000);
  expect(await work({ does: 'write', times: 150, together: true })).toEqual({ took: 5, refused: [] });
});

test('the 501st event of a minute is refused, and the next minute is open again', async () => {
  const { call, site } = await started();
  const push = (count: number) =>
    call('push', { events: Array.from({ length: count }, () => ({ body: { does: 'no' }, delayInSeconds: 900 })) });
  for (let pushes = 0; pushes < 10; pushes += 1) expect(await push(50)).toHaveProperty('jobId');
  expect(await push(1)).toMatchObject({ error: 'RateLimitError' });
  await site.clock.advance(60_000);
  expect(await push(1)).toHaveProperty('jobId');
});

test('an invocation is ended when its work takes longer than it may', async () => {
  const { work } = await started();
  await expect(work({ does: 'ask', times: 260 })).rejects.toThrow(/timed out|25/i);
});

test('settling does what a burst left, however long that takes by the clock', async () => {
  const { jira, site, seen, now } = await started();
  for (let event = 0; event < 40; event += 1) jira.publish('avi:jira:created:issue', { issue: { key: `A-${event}` } });
  await site.settle({ within: 0 });
  expect(await seen()).toHaveLength(40);
  expect(now()).toBeGreaterThan(START + 40 * 25);
});
