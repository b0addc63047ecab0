import type { Output } from '../../src/contract/procedures';
import { createPeople } from '../access/people';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { approvePolicy, createPage, createSpace, policyMacro } from '../support/policy-page';
import { SAID } from '../support/saying';

/** The nightly reconciliation: Confluence out of reach holds up nothing of Jira's, and a crash loses nothing that was read. */

const DAY = 24 * 3_600_000;
let site: Enrolled;
beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());

const health = () => site.call<Output<'health.read'>>('health.read', {});
const items = async (kind: string) =>
  Number((await site.site.sql('SELECT COUNT(*) AS n FROM item WHERE kind = ? AND lost_on IS NULL', [kind]))[0]?.n);
const run = async (schedule: 'every-night' | 'every-five-minutes') => {
  await site.site.clock.advance(1_000);
  await site.site.runSchedule(schedule);
  await site.site.settle({ within: 3_600_000 });
};
/** The nightly run, and the schedule that settles marks of writers which met in the same millisecond. */
const night = async () => {
  await run('every-night');
  await run('every-five-minutes');
};

/** Tasks that no event tells of. */
async function unheard(count: number): Promise<void> {
  site.site.faults.loseEvents(1);
  for (let made = 0; made < count; made += 50) {
    const issueUpdates = Array.from({ length: Math.min(50, count - made) }, (_, place) => ({
      fields: {
        project: { id: site.projectId },
        issuetype: { name: 'Task' },
        summary: `Task ${made + place}`,
        ...SAID,
      },
    }));
    expect((await site.rest('POST', '/rest/api/3/issue/bulk', { issueUpdates })).status).toBe(201);
  }
  await site.site.settle();
  site.site.faults.loseEvents(0);
}

async function approvedPage(): Promise<string> {
  const { member } = await createPeople(site);
  const spaceId = await createSpace(site, 'AIMS');
  const { id } = await createPage(site, spaceId, 'AI policy', [policyMacro(site, ['We answer.'])], member ?? '');
  await approvePolicy(site, { pageId: id, pageVersion: 1, reviewDue: '2027-11-24' });
  await site.site.settle({ within: 3_600_000 });
  return id;
}

test.each([
  ['503', () => site.site.faults.unavailable('confluence', {})],
  ['429', () => site.site.faults.rateLimit({ reason: 'confluence-burst-based', retryAfterSeconds: 900 }, 'confluence')],
])(
  'with Confluence answering %s Jira is reconciled all the same, health tells, and the pages follow',
  async (_, fail) => {
    const pageId = await approvedPage();
    await night();
    expect(await health()).toMatchObject({ pagesFailing: null, openMarks: 0, reconciled: { repaired: 0 } });
    await site.site.clock.advance(DAY);
    await unheard(3);
    await site.wiki('DELETE', `/wiki/api/v2/pages/${pageId}`);
    fail();
    const failedFrom = site.site.clock.now();
    await night();

    expect(await items('work')).toBe(3);
    const failing = await health();
    expect(failing.reconciled).toMatchObject({ repaired: 3 });
    expect(failing.reconciled?.finishedAt).toBeGreaterThanOrEqual(failedFrom);
    expect(failing.pagesFailing?.since).toBeGreaterThanOrEqual(failedFrom);
    expect(failing.pagesFailing?.message).toMatch(/^Confluence /);
    expect(failing.openMarks).toBe(1);
    expect(await items('page')).toBe(1);
    // An event of Jira does not wait either, and the schedule that tries again keeps the day of the first failure.
    await site.create('Task');
    await site.site.settle({ within: 60_000 });
    expect(await items('work')).toBe(4);
    await run('every-five-minutes');
    expect((await health()).pagesFailing?.since).toBe(failing.pagesFailing?.since);

    site.site.faults.clear();
    await run('every-five-minutes');
    expect(await items('page')).toBe(0);
    expect(await health()).toMatchObject({ pagesFailing: null, openMarks: 0 });
  },
);

test('a run that is killed goes on behind the last page that it had read', async () => {
  await night();
  await site.site.clock.advance(DAY);
  await unheard(250);
  const mark = site.site.journal.mark();
  let searches = 0;
  site.site.faults.killWorkerAt(({ kind, text }) => {
    if (kind !== 'product' || !text.includes('/rest/api/3/search/jql')) return null;
    searches += 1;
    return searches === 3 ? 'before' : null;
  });
  await night(); // which delivers the event again that the killed worker had

  expect(await items('work')).toBe(250);
  expect((await health()).reconciled).toMatchObject({ repaired: 250 });
  const read = site.site.journal
    .since(mark)
    .list('product')
    .filter(({ path }) => path === '/rest/api/3/search/jql');
  // Two pages before the kill; the third was not served, and only it was asked for again.
  expect(read).toHaveLength(3);
});

test('work that Jira fails gives the writer back at once', async () => {
  site.site.faults.unavailable('jira', { calls: 1 });
  await site.create('Task');
  await site.site.settle({ within: 2 * 60_000 });
  expect(await items('work')).toBe(1);
});
