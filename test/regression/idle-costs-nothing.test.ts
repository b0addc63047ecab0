import { createPeople } from '../access/people';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { approvePolicy, createPage, createSpace, policyMacro } from '../support/policy-page';

/** A day on which nobody changes anything costs no statement and no push; the night costs what it reads. */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let site: Enrolled;
beforeAll(async () => {
  site = await openEnrolled();
  const system = await site.create('AI system');
  for (let count = 0; count < 60; count += 1) {
    const { id } = await site.create('Task');
    await site.link('AIMS concern', id, system.id);
  }
  await site.site.settle();
  // The installation has been there for some days: every schedule has run.
  await site.site.clock.advance(3 * DAY);
  await site.site.settle();
});
afterAll(() => site.close());

const since = (mark: ReturnType<typeof site.site.journal.mark>) => site.site.journal.since(mark);
const pushes = (mark: ReturnType<typeof site.site.journal.mark>) =>
  since(mark)
    .list('job')
    .filter(({ state }) => state === 'pushed').length;

test('288 runs of the five-minute schedule without changes spend no statement and no push', async () => {
  const mark = site.site.journal.mark();
  for (let run = 0; run < 288; run += 1) await site.site.runSchedule('every-five-minutes');
  await site.site.settle();
  const { counts } = since(mark);
  expect(counts.invocation).toBe(288);
  expect([counts.sql, counts.product, pushes(mark)]).toEqual([0, 0, 0]);
});

test('a night without changes spends at most 20 statements and 8 for each 100 items of its slice', async () => {
  await site.site.clock.advance(10 * MINUTE);
  const mark = site.site.journal.mark();
  await site.site.runSchedule('every-night');
  await site.site.settle();
  expect(since(mark).counts.sql).toBeLessThanOrEqual(28);
  expect(
    since(mark)
      .list('sql')
      .some(({ text }) => text.startsWith('UPDATE item SET checked_at')),
  ).toBe(true);
});

test('a crash that leaves a mark is found by the next run of five minutes, and then it is quiet again', async () => {
  const { id } = await site.create('Task');
  site.site.faults.killWorkerAt(({ kind, text }) =>
    kind === 'sql' && text.startsWith('INSERT INTO item ') ? 'before' : null,
  );
  await site.site.settle({ within: 4_000 });
  site.site.faults.clear();
  // Whatever the queue still holds is lost, too.
  await site.site.settle({ within: 0 });
  await site.site.clock.advance(2 * MINUTE);
  await site.site.runSchedule('every-five-minutes');
  await site.site.settle();
  const [row] = await site.site.sql('SELECT COUNT(*) AS n FROM item WHERE item_id = ?', [`jira:${id}`]);
  expect(row?.n).toBe('1');
  const mark = site.site.journal.mark();
  await site.site.runSchedule('every-five-minutes');
  await site.site.settle();
  expect(since(mark).counts.sql).toBe(0);
});

test('a page that cannot be read goes on being looked at, until it can', async () => {
  const { member } = await createPeople(site);
  const spaceId = await createSpace(site, 'AIMS');
  const page = await createPage(site, spaceId, 'AI policy', [policyMacro(site, ['We answer.'])], member ?? '');
  await approvePolicy(site, { pageId: page.id, pageVersion: 1, reviewDue: '2027-11-24' });
  await site.site.settle();
  site.site.faults.unavailable('confluence', {});
  await site.site.runSchedule('every-night');
  await site.site.settle();
  const mark = site.site.journal.mark();
  await site.site.runSchedule('every-five-minutes');
  await site.site.settle();
  expect(since(mark).counts.sql).toBeGreaterThan(0);
  site.site.faults.clear();
  await site.site.runSchedule('every-five-minutes');
  await site.site.settle();
  const quiet = site.site.journal.mark();
  await site.site.runSchedule('every-five-minutes');
  await site.site.settle();
  expect(since(quiet).counts.sql).toBe(0);
});
