import { virtualClock } from '../../local/clock';
import { timeZone } from '../../src/domain/time-zone';
import { type Enrolled, openEnrolled } from '../support/enrolled';

/** Half past midnight on the 25th in Auckland is still noon of the 24th in UTC. */
const HALF_PAST_MIDNIGHT = Date.parse('2026-11-24T11:30:00Z');
const NIGHT = 'every-night';

interface Requirement {
  tile: { state: string };
  cells: { reasons: { code: string; day?: string; items: unknown[] }[] }[];
}

let site: Enrolled;
afterEach(() => site.close());

/** The site goes on in another zone; the app learns of it in the night. */
async function openIn(zone: string): Promise<void> {
  site = await openEnrolled({ clock: virtualClock(HALF_PAST_MIDNIGHT), timeZone: zone });
  await site.site.runSchedule(NIGHT);
  await site.site.settle();
}

async function effective(day: string): Promise<Requirement> {
  const { id } = await site.create('Task', {
    ...(await site.options('iso42001/5.3')),
    [site.fieldId('Evidence effective date')]: day,
  });
  await site.move(id, 'Done');
  await site.site.settle();
  return site.call<Requirement>('coverage.requirement', { projectId: null, requirementId: 'iso42001/5.3' });
}

test('evidence dated today counts today, where the site is', async () => {
  await openIn('Pacific/Auckland');
  expect((await effective('2026-11-25')).tile.state).toBe('implemented');
});

test('evidence dated tomorrow says from when on it counts, and names itself', async () => {
  await openIn('America/Los_Angeles');
  const { tile, cells } = await effective('2026-11-25');
  expect(tile.state).toBe('in-progress');
  const reasons = cells.flatMap((cell) => cell.reasons);
  expect(reasons).toContainEqual(
    expect.objectContaining({ code: 'evidence-not-yet-effective', day: '2026-11-25', items: [expect.anything()] }),
  );
  expect(reasons.map(({ code }) => code)).not.toContain('second-work-open');
});

test('what changed since yesterday is found by the clock of the site', async () => {
  await openIn('America/Los_Angeles');
  site.site.faults.loseEvents(1);
  const { id } = await site.create('Task', await site.options('iso42001/5.3'));
  site.site.faults.loseEvents(0);
  await site.site.clock.sleep(5 * 60_000);
  await site.site.runSchedule(NIGHT);
  await site.site.settle();
  const items = await site.site.sql('SELECT item_id FROM item WHERE item_id = ?', [`jira:${id}`]);
  expect(items).toHaveLength(1);
});

describe('a time zone', () => {
  test.each([
    ['Pacific/Auckland', '2026-11-24T11:30:00Z', '2026-11-25'],
    ['America/Los_Angeles', '2026-11-25T07:59:59Z', '2026-11-24'],
    ['Asia/Kolkata', '2026-11-24T18:30:00Z', '2026-11-25'],
    ['UTC', '2026-11-24T23:59:59Z', '2026-11-24'],
    ['Nowhere/Known', '2026-11-24T23:59:59Z', '2026-11-24'],
  ])('%s: %s is on %s', (name, instant, day) => {
    expect(timeZone(name).dayOf(Date.parse(instant))).toBe(day);
  });

  test.each(['Pacific/Auckland', 'Europe/Berlin', 'America/Sao_Paulo', 'UTC'])(
    '%s: a day begins at its first instant',
    (name) => {
      const zone = timeZone(name);
      for (const day of ['2026-03-29', '2026-04-05', '2026-09-27', '2026-10-25', '2026-11-24']) {
        const start = zone.startOf(day);
        expect([zone.dayOf(start - 1) < day, zone.dayOf(start)]).toEqual([true, day]);
      }
    },
  );
});
