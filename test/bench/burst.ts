import { burst, gather, left } from '../support/burst';
import { openEnrolled } from '../support/enrolled';
import { measured, type Report } from './figure';

const EDITS = 1_000;
const PEOPLE = 300;
const BATCH = 100;
const STATEMENTS = 1_200;
/** The platform's rates and the virtual clock's call (`local/host/limits.ts`). */
const WRITES_A_SECOND = 150;
const EVENTS_A_MINUTE = 500;
const FETCH_SECONDS = 0.1;
const WRITES_A_BATCH = 8;
const SHARE_OVER_FLOOR = 1.3;
const GATHERING_SECONDS = 60;

/**
 * 1,000 edits of as many issues and 300 acknowledgements within seconds, in virtual time. The floor comes from the input
 * alone: rows that must be written, events that must be worked, issues that must be fetched.
 */
export async function burstBench(report: Report): Promise<void> {
  const site = await openEnrolled({ limits: { workers: 6 } });
  const crowd = await gather(site, EDITS, PEOPLE);
  const mark = site.site.journal.mark();
  const since = site.site.clock.now();
  await burst(site, crowd, EDITS);
  const looked = site.site.journal.mark();
  // Looking is an invocation with statements of its own, which are not the burst's.
  let looks = 0;
  while ((await left(site)) > 0) {
    looks += 1;
    await site.site.clock.advance(500);
  }
  const looking = site.site.journal
    .since(looked)
    .list('sql')
    .filter(({ text }) => text.startsWith("SELECT 'stage'") || text.includes("scope = 'organisation'\n     UNION ALL"));
  const settled = (site.site.clock.now() - since) / 1_000;
  const statements = site.site.journal.since(mark).counts.sql - looking.length;
  const batches = EDITS / BATCH;
  const floor = Math.max(
    (PEOPLE + WRITES_A_BATCH * batches) / WRITES_A_SECOND,
    batches / (EVENTS_A_MINUTE / 60),
    batches * FETCH_SECONDS,
  );
  const name = `${EDITS} edits and ${PEOPLE} acknowledgements`;
  report(measured(`${name}, statements`, statements, 'statements', null, STATEMENTS));
  report(
    measured(
      `${name}, settled in virtual time (baseline: floor)`,
      settled,
      's',
      floor,
      SHARE_OVER_FLOOR * floor + GATHERING_SECONDS,
    ),
  );
  report(measured(`${name}, looks while updating`, looks, 'looks'));
  await site.close();
}
