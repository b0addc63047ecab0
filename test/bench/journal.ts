import type { RunningSite } from '../e2e/harness/running-site';

/** What the local site has counted so far. */
interface Journal {
  totals: { sql: number; product: number; invocation: number };
  product: { points: number }[];
}

const QUIET_MS = 600;

async function ask<Answer>(site: RunningSite, path: string): Promise<Answer> {
  return (await (await fetch(site.origin + path)).json()) as Answer;
}

export const journalOf = (site: RunningSite) => ask<Journal>(site, '/local/journal');

/** The journal once the view has asked for everything that it shows, also for what follows its figures. */
export async function quietJournal(site: RunningSite): Promise<Journal> {
  let last = await journalOf(site);
  for (;;) {
    await new Promise((done) => setTimeout(done, QUIET_MS));
    const now = await journalOf(site);
    if (JSON.stringify(now.totals) === JSON.stringify(last.totals)) return now;
    last = now;
  }
}

/** The origin that the app's frames come from. */
export const frameOriginOf = async (site: RunningSite) =>
  (await ask<{ frameOrigin: string }>(site, '/local/app')).frameOrigin;
