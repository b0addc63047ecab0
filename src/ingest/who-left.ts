import type { Context } from '../context';
import { issueIdsOf } from '../domain/item/item-id';
import { bulkFetchIssues } from '../jira/issue';
import { holdersOfSystems, systemsToldOtherwise } from '../store/left';
import { pointsOfRead, spendPoints } from '../store/points';
import { chunks } from '../store/sql';
import { targetOf } from '../store/target';
import { ownerFields } from './fields';
import { areActive } from './holders';
import type { Pause } from './pause';
import { BATCH, writeBatch } from './writer';

interface Looked {
  pause: Pause;
  /** How many facts were put right. */
  repaired: number;
  /** The person to go on after; null when all were looked at. */
  after: string | null;
}

/**
 * Looks at the accounts of whoever holds an AI system, at most 100 people, and reads those systems again that know of one
 * otherwise. Closing an account touches no issue, so no event and no search for changes tells of it.
 * @param wait asked before each batch
 */
export async function lookWhoLeft(after: string, wait: () => Promise<Pause>, context: Context): Promise<Looked> {
  const holders = await holdersOfSystems(after, BATCH);
  const last = holders.length < BATCH ? null : (holders.at(-1)?.person ?? null);
  const issueIds = issueIdsOf([...new Set(holders.map(({ itemId }) => itemId))]);
  const fields = [...ownerFields(context), 'assignee'];
  const active = areActive(await bulkFetchIssues(issueIds, fields), fields);
  if (issueIds.length > 0) await spendPoints(pointsOfRead(issueIds.length), context.now());
  const people = new Set(holders.map(({ person }) => person));
  const those = (wanted: boolean) =>
    [...active].flatMap(([accountId, is]) =>
      is === wanted && people.has(targetOf(accountId)) ? targetOf(accountId) : [],
    );
  let repaired = 0;
  for (const ids of chunks(await systemsToldOtherwise(those(false), those(true)), BATCH)) {
    const pause = await wait();
    // Those that were read already know it, so this begins with the same people again.
    if (pause !== null) return { pause, repaired, after };
    repaired += await writeBatch({ ids, why: 'unasked' }, context);
    await spendPoints(pointsOfRead(ids.length), context.now());
  }
  return { pause: null, repaired, after: last };
}
