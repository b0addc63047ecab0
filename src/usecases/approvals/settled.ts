import type { Context } from '../../context';
import { reachedByApproval } from '../../ingest/decided';
import { askToRecount } from '../../queue/facts-queue';
import type { Subject } from '../../store/approval';
import { KINDS } from './kinds';

/** What follows from an approval, or from its withdrawal. */
export async function settled(of: Subject, context: Pick<Context, 'catalogue' | 'now' | 'zone'>): Promise<void> {
  await KINDS[of.kind].keep?.(context);
  await askToRecount(reachedByApproval(of, context));
}
