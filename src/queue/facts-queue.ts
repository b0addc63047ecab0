import { Queue, RateLimitError } from '@forge/events';
import { z } from 'zod';
import type { ItemId } from '../domain/item/item-fact';
import { itemSubject, subjectsOf, type Units } from '../store/mark';
import { chunks } from '../store/sql';
import { gatheringAt, note, setGathering } from '../store/waiting';

/** The queue's name in the manifest; one consumer works it, and its concurrency limit makes that consumer the one writer. */
const QUEUE = 'facts-queue';
/** Most events of one push (developer.atlassian.com/platform/forge/limits-async-events). */
const EVENTS_A_PUSH = 50;
/** One key for all work on facts, so that the platform runs one at a time. The lease does not rely on it. */
const ONE_WRITER = { key: 'facts', limit: 1 } as const;

/** What the writer can be asked to do. Bodies carry ids and cursors only. */
export const workSchema = z.discriminatedUnion('kind', [
  /** To take in what waits (`store/waiting.ts`). */
  z.strictObject({ kind: z.literal('collect') }),
  z.strictObject({ kind: z.literal('backfill'), projectId: z.string() }),
  z.strictObject({ kind: z.literal('project-changed'), projectId: z.string() }),
  /** `scope` is how much is read: the name that waiting bodies were released with. */
  z.strictObject({ kind: z.literal('reconcile'), scope: z.enum(['changed', 'full']) }),
  /** To read who is in the groups that the AI policy is addressed to. */
  z.strictObject({ kind: z.literal('audience') }),
  /** To report whose accounts are stored. */
  z.strictObject({ kind: z.literal('accounts') }),
  /** As `collect`, and to go on from marks, and to recount what is due. */
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

/** How long events gather before the writer takes them in together. */
const GATHER_SECONDS = 2;
/** A collection that was asked for so long ago is not relied upon any more. */
const OVERDUE_MILLISECONDS = 5 * 60_000;

/**
 * Notes that subjects must be read or recounted, and sees to it that the writer is asked once for many. The note is what
 * counts: a push that is refused is made up for by the next event or by the five-minute schedule.
 */
async function ask(subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return;
  await note([...new Set(subjects)]);
  const now = Date.now();
  if ((await gatheringAt()) > now - OVERDUE_MILLISECONDS) return;
  await setGathering(now + GATHER_SECONDS * 1_000);
  try {
    await pushWork([{ kind: 'collect' }], GATHER_SECONDS);
  } catch (error) {
    await setGathering(0);
    if (!(error instanceof RateLimitError)) throw error;
  }
}

/** Asks the writer to read items (issues, pages) again. */
export async function askToRead(itemIds: readonly ItemId[]): Promise<void> {
  await ask(itemIds.map(itemSubject));
}

/** Asks the writer to recount cells, as after a decision. */
export async function askToRecount(units: Units): Promise<void> {
  await ask(subjectsOf(units));
}
