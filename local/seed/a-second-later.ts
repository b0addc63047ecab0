import type { Site } from '../site';

/**
 * Nobody does two things at the same instant, and the app has time between them; a virtual clock stands still unless it
 * is told so, and running functions would count its steps as their own time.
 */
export async function aSecondLater(site: Site): Promise<void> {
  await site.settle({ within: 0 });
  if (site.clock.kind === 'virtual') await site.clock.advance(1_000);
}
