import { NO_DECISIONS } from '../../src/domain/decision/decision';
import { burst, gather, left } from '../support/burst';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { fullRecount, spoken, storedCells, storedFacts } from '../support/recount';

/** Very many edits and clicks within seconds: slowed down, told as "updating", and in the end as if one had come after the other. */

const DAY = '2026-11-24';
const EDITS = 1_000;
const PEOPLE = 300;
jest.setTimeout(600_000);

let site: Enrolled;
beforeAll(async () => {
  // More workers than one machine has processors, so that clicks really meet; fewer changes than the cloud allows.
  site = await openEnrolled({ limits: { workers: 8, dmlPerSecond: 15 } });
});
afterAll(() => site.close());

const rows = async (statement: string, parameters: unknown[] = []) =>
  Number((await site.site.sql(statement, parameters))[0]?.n);

test('1,000 edits and 300 acknowledgements within seconds', async () => {
  const crowd = await gather(site, 250, PEOPLE);
  expect(await left(site)).toBe(0);
  let refused = 0;
  let pushes = 0;
  let dropped = 0;
  const add = site.site.journal.add.bind(site.site.journal);
  site.site.journal.add = (kind, entry) => {
    if (kind === 'sql' && /changes a second/.test((entry as { error?: string }).error ?? '')) refused += 1;
    if (kind === 'job' && (entry as { state: string }).state === 'pushed') pushes += 1;
    if (kind === 'job' && (entry as { state: string }).state === 'dropped') dropped += 1;
    add(kind, entry);
  };
  await burst(site, crowd, EDITS);

  // Until nothing is told to be updating any more; from that moment all figures are right.
  let looks = 0;
  while ((await left(site)) > 0) {
    looks += 1;
    await site.site.clock.advance(250);
  }
  expect(looks).toBeGreaterThan(3);
  const facts = await storedFacts(site.site);
  const silent = fullRecount(new Map(), DAY);
  const decisions = { ...NO_DECISIONS, awareness: { acknowledged: PEOPLE, audience: PEOPLE } };
  const counted = spoken(fullRecount(facts, DAY, decisions), silent);
  expect(Object.keys(counted).length).toBeGreaterThan(20);
  expect(spoken(await storedCells(site.site), silent)).toEqual(counted);

  expect(await rows("SELECT COUNT(*) AS n FROM aims_decision WHERE kind = 'acknowledgement'")).toBe(PEOPLE);
  expect(await rows('SELECT COUNT(*) AS n FROM mark WHERE ends_at > 0')).toBe(0);
  expect(refused).toBeGreaterThan(0);
  expect(dropped).toBe(0);
  expect(pushes).toBeLessThan(30);

  // Everybody clicks once more: nothing is written, and nobody is asked to recount.
  const again = site.site.journal.mark();
  for (const person of crowd.people.slice(0, 5)) await site.call('policy.acknowledge', crowd.page, person);
  await site.site.settle();
  const { list } = site.site.journal.since(again);
  expect(await rows("SELECT COUNT(*) AS n FROM aims_decision WHERE kind = 'acknowledgement'")).toBe(PEOPLE);
  expect(list('job')).toEqual([]);
  expect(list('sql').filter(({ text, rows: changed }) => !text.startsWith('SELECT') && changed > 0)).toEqual([]);
});
