import { type Enrolled, openEnrolled } from '../support/enrolled';

/** Bulk work keeps itself below its share of the points that all customers of the app have together. */

const HOUR = 3_600_000;
const SHARE = 20_000;

let site: Enrolled;
beforeEach(async () => {
  site = await openEnrolled();
  site.site.faults.loseEvents(1);
  for (let count = 0; count < 5; count += 1) await site.create('Task');
  site.site.faults.clear();
});
afterEach(() => site.close());

const hourNow = () => Math.floor(site.site.clock.now() / HOUR);
const spentNow = async () =>
  Number((await site.site.sql('SELECT points FROM points_spent WHERE hour = ?', [hourNow()]))[0]?.points ?? 0);
const items = async () => Number((await site.site.sql('SELECT COUNT(*) AS n FROM item'))[0]?.n);

async function useUp(): Promise<void> {
  await site.site.sql('DELETE FROM points_spent');
  await site.site.sql('INSERT INTO points_spent (hour, points) VALUES (?,?)', [hourNow(), SHARE]);
}

test('a reconciliation charges what it reads: one point a page and one an issue', async () => {
  const before = await spentNow();
  await site.call('setup.reconcile', { extent: 'full' });
  await site.site.settle({ within: 60_000 });
  expect(await items()).toBe(5);
  expect((await spentNow()) - before).toBe(6);
});

test('with the share of the hour used up it waits for the next hour, then goes on', async () => {
  await useUp();
  const mark = site.site.journal.mark();
  await site.call('setup.reconcile', { extent: 'full' });
  await site.site.settle({ within: 1_000 });
  const searches = () =>
    site.site.journal
      .since(mark)
      .list('product')
      .filter(({ path }) => path === '/rest/api/3/search/jql');
  expect(searches()).toHaveLength(0);
  expect(await items()).toBe(0);

  const nextHour = (hourNow() + 1) * HOUR;
  await site.site.settle({ within: HOUR + 900_000 });
  expect(await items()).toBe(5);
  expect(searches().length).toBeGreaterThan(0);
  expect(searches().every(({ at }) => at >= nextHour)).toBe(true);
});

test('an event is read at once, however much bulk work has spent', async () => {
  await useUp();
  await site.create('Task');
  await site.site.settle({ within: 60_000 });
  expect(await items()).toBe(1);
});
