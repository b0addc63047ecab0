import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { virtualClock } from '../../local/clock';
import { databaseAddress } from '../../local/test/database';
import { type Enrolled, openEnrolled } from './enrolled';
import { type Hands, openSite } from './site';

const DAY = 24 * 3_600_000;

/**
 * Does something on an enrolled site, and looks at it so many days later, once for each number. The site is closed in between and
 * opened on that day: a clock that moves through a year works off every schedule of it.
 */
export async function daysLater(
  prepare: (site: Enrolled) => Promise<void>,
  ...looks: readonly { days: number; look: (site: Hands) => Promise<void> }[]
): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'plumbline-later-'));
  try {
    const site = await openEnrolled({ data });
    await prepare(site);
    await site.site.settle({ within: 3_600_000 });
    const began = site.site.clock.now();
    await site.site.close();
    for (const { days, look } of looks) {
      const clock = virtualClock(began + days * DAY);
      const later = await openSite({ data, clock, ...(databaseAddress ? { sql: databaseAddress } : {}) });
      await later.site.runSchedule('every-five-minutes');
      await later.site.settle({ within: 3_600_000 });
      await look(later);
      await later.site.close();
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
