import { writeCursor } from '../cursor';
import { RULES_UPDATE, readRulesUpdate } from '../rules-update';
import { query } from '../sql';

/**
 * Notes since when states are counted by the rules of a newer release, before the first of them is: what falls until everything was
 * counted and read anew is told to the administrator. A site that has counted nothing yet has nothing to compare with. Once for
 * each release whose rules ask for more; run again it changes nothing.
 * @param release tells it from those of other releases
 */
export async function noteUpdate(release: string): Promise<null> {
  const [counted, noted] = [await query('SELECT scope FROM coverage_cell LIMIT 1'), await readRulesUpdate()];
  if (counted.length === 0 || noted?.release === release) return null;
  const since = Date.now();
  await writeCursor(RULES_UPDATE, { release, since, until: null }, since);
  return null;
}
