import type { Context } from '../context';
import { actedSince } from '../store/approval';
import { CRITERIA } from '../store/criteria';
import { decidedSince } from '../store/decision';
import { reachedBy, reachedByApproval } from './decided';
import { keepCriteria } from './keep-criteria';
import { writeRecount } from './writer';

/**
 * Recounts what was decided since an instant (epoch milliseconds). Whoever decides asks for it at once; a crash between the
 * two leaves a decision that nobody recounts, and saying it again appends nothing.
 */
export async function recountDecided(since: number, context: Context): Promise<void> {
  const decided = reachedBy(await decidedSince(since), context);
  const acted = await actedSince(since);
  if (acted.some(({ kind }) => kind === CRITERIA.kind)) await keepCriteria(context);
  const approved = acted.map((of) => reachedByApproval(of, context));
  for (const { systems, requirements, everySystem } of [decided, ...approved])
    await writeRecount({ systems: new Set(systems), requirements: new Set(requirements), everySystem }, context);
}
