import type { Site } from '../../local/site';

export const WEEK_MS = 7 * 24 * 3_600_000;

/**
 * Nobody does two things at the same instant, and the app has time between them; a virtual clock stands still unless it
 * is told so, and running functions would count its leaps as their own time.
 */
export async function aSecondLater(site: Site): Promise<void> {
  await site.settle({ within: 0 });
  if (site.clock.kind === 'virtual') await site.clock.advance(1_000);
}

/** A week in which nobody does anything; the app's schedules run once at its end. */
export async function aWeekLater(site: Site): Promise<void> {
  await site.settle({ within: 3_600_000 });
  await site.clock.sleep(WEEK_MS);
  await site.settle({ within: 3_600_000 });
}
