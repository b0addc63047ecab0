import { measured, type Report } from './figure';
import { readAll, siteWithIssues } from './many-issues';

const RUNS_A_DAY = 288;
const DAY = 24 * 3_600_000;
const ROLLING_DAYS = 30;
/** The larger one takes minutes to fill, and is left to hand. */
const SIZES = process.env.CI ? [1_000] : [1_000, 10_000];

/** What a day and a night cost on which nobody changes anything. */
export async function idleBench(report: Report): Promise<void> {
  for (const count of SIZES) {
    const { site } = await siteWithIssues(count);
    await readAll(site);
    await site.site.clock.advance(3 * DAY);
    await site.site.settle({ within: 3_600_000 });
    const day = site.site.journal.mark();
    for (let run = 0; run < RUNS_A_DAY; run += 1) await site.site.runSchedule('every-five-minutes');
    await site.site.settle();
    const { counts, list } = site.site.journal.since(day);
    const pushes = list('job').filter(({ state }) => state === 'pushed').length;
    const night = site.site.journal.mark();
    await site.site.runSchedule('every-night');
    await site.site.settle({ within: 3_600_000 });
    const slice = Math.ceil(count / ROLLING_DAYS / 100);
    const of = `idle with ${count} items`;
    report(measured(`${of}, a day of five-minute runs`, counts.sql, 'statements', null, 0));
    report(measured(`${of}, a day of five-minute runs`, pushes, 'pushes', null, 0));
    report(measured(`${of}, a night`, site.site.journal.since(night).counts.sql, 'statements', null, 20 + 8 * slice));
    await site.close();
  }
}
