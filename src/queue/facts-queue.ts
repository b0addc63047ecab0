import { Queue } from '@forge/events';
import { z } from 'zod';
import type { ItemId } from '../domain/item/item-fact';
import { chunks } from '../store/sql';

/** The queue's name in the manifest; one consumer works it, and its concurrency limit makes that consumer the one writer. */
const QUEUE = 'facts-queue';
/** Most events of one push (developer.atlassian.com/platform/forge/limits-async-events). */
const EVENTS_A_PUSH = 50;
const IDS_AN_EVENT = 100;
/** One key for all work on facts, so that the platform runs one at a time. The lease does not rely on it. */
const ONE_WRITER = { key: 'facts', limit: 1 } as const;

/** What the writer can be asked to do. Bodies carry ids and cursors only. */
export const workSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('items'), itemIds: z.array(z.string()).max(IDS_AN_EVENT) }),
  z.strictObject({
    kind: z.literal('recount'),
    systems: z.array(z.string()),
    requirements: z.array(z.string()),
    everySystem: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('backfill'), projectId: z.string() }),
  z.strictObject({ kind: z.literal('project-changed'), projectId: z.string() }),
  z.strictObject({ kind: z.literal('reconcile'), scope: z.enum(['changed', 'full']) }),
  z.strictObject({ kind: z.literal('settle') }),
]);

export type Work = z.infer<typeof workSchema>;

/** Asks the writer to work. @param delaySeconds at most 900, the platform's limit */
export async function pushWork(work: readonly Work[], delaySeconds = 0): Promise<void> {
  const queue = new Queue({ key: QUEUE });
  for (const chunk of chunks(work, EVENTS_A_PUSH)) {
    await queue.push(
      chunk.map((body) => ({
        body,
        concurrency: ONE_WRITER,
        ...(delaySeconds > 0 ? { delayInSeconds: Math.min(delaySeconds, 900) } : {}),
      })),
    );
  }
}

/** Asks the writer to read items (issues, pages) again, in events of at most 100 ids. */
export async function pushItems(itemIds: readonly ItemId[]): Promise<void> {
  await pushWork([...chunks([...new Set(itemIds)], IDS_AN_EVENT)].map((ids) => ({ kind: 'items', itemIds: ids })));
}
