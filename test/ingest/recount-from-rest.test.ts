import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { virtualClock } from '../../local/clock';
import { restoreSite } from '../released/site-dump';
import { differingCells, shownByApp } from '../support/differing-cells';
import { recountFromRest } from '../support/recount-from-rest';
import { sayWhatWasDone } from '../support/saying';
import { seenFromRest } from '../support/seen-from-rest';
import { shownFromRest } from '../support/seen-tiles';
import { openSite } from '../support/site';

/** Sites with everything in them: what the app stores and shows is what anybody can count from Jira by the rules. */
const SITES = readdirSync(join(__dirname, '../released/0.1.0'));

test.each(SITES)('%s: every state is that which the rules give to what Jira answers', async (name) => {
  const folder = join(__dirname, '../released/0.1.0', name);
  const { at } = JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8')) as { at: number };
  const data = mkdtempSync(join(tmpdir(), 'plumbline-recount-'));
  restoreSite(folder, data);
  const hands = await openSite({ data, clock: virtualClock(at) });
  const holds = async () => {
    const seen = await seenFromRest(hands);
    const counted = recountFromRest(seen);
    expect(await differingCells(hands, counted)).toEqual([]);
    expect(counted.size).toBeGreaterThan(300);
    expect(await shownByApp(hands)).toEqual(shownFromRest(seen));
  };
  // What other rules decide now is counted once the app has run, and read every issue in the night.
  for (const schedule of ['every-five-minutes', 'every-night'] as const) {
    await hands.site.runSchedule(schedule);
    await hands.site.settle({ within: 12 * 3_600_000 });
  }
  await holds();
  await sayWhatWasDone(hands.site);
  await holds();
  await hands.site.close();
  rmSync(data, { recursive: true });
});
