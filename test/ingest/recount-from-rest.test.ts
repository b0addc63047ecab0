import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { virtualClock } from '../../local/clock';
import { restoreSite } from '../released/site-dump';
import { recountFromRest } from '../support/recount-from-rest';
import { seenFromRest } from '../support/seen-from-rest';
import { openSite } from '../support/site';

/** Sites with everything in them: what the app stores is what anybody can count from Jira by the rules. */
const SITES = readdirSync(join(__dirname, '../released/0.1.0'));

test.each(SITES)('%s: every state is that which the rules give to what Jira answers', async (name) => {
  const folder = join(__dirname, '../released/0.1.0', name);
  const { at } = JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8')) as { at: number };
  const data = mkdtempSync(join(tmpdir(), 'plumbline-recount-'));
  restoreSite(folder, data);
  const hands = await openSite({ data, clock: virtualClock(at) });
  const counted = recountFromRest(await seenFromRest(hands));
  const rows = await hands.site.sql(
    "SELECT scope, requirement_id, state FROM coverage_cell WHERE state <> 'out-of-scope'",
  );
  const stored = new Map(
    rows.map((row) => [`${String(row.scope).replace(/^jira:/, '')} ${row.requirement_id}`, String(row.state)]),
  );
  const differing = [...counted].filter(([key, state]) => (stored.get(key) ?? untouched(key)) !== state);
  expect(differing.map(([key, state]) => `${key}: ${state}, stored ${stored.get(key)}`)).toEqual([]);
  expect(counted.size).toBeGreaterThan(300);
  await hands.site.close();
  rmSync(data, { recursive: true });
});

/** What nothing ever touched is not stored. */
const untouched = (key: string): string => (key.includes(' A.') ? 'undecided' : 'gap');
