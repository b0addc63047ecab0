import { Queue } from '@forge/events';
import { z } from 'zod';

const QUEUE = 'setup-queue';
/** Two runs at once would meet in Jira's configuration, where one of them answers 409. */
const ONE_AT_A_TIME = { key: 'setup', limit: 1 } as const;

/** Deliveries in a row that came no further; absent after one that did. */
const tries = z.number().optional();

/** Long work that an administrator started; bodies carry ids only. */
export const setupWorkSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('apply'), runId: z.string(), tries }),
  z.strictObject({ kind: z.literal('import'), importId: z.string(), tries }),
]);

export type SetupWork = z.infer<typeof setupWorkSchema>;

/** @param delaySeconds at most 900, the platform's limit; a longer one is cut, and the work looks again by itself */
export async function pushSetup(work: readonly SetupWork[], delaySeconds = 0): Promise<void> {
  await new Queue({ key: QUEUE }).push(
    work.map((body) => ({
      body,
      concurrency: ONE_AT_A_TIME,
      ...(delaySeconds > 0 ? { delayInSeconds: Math.min(delaySeconds, 900) } : {}),
    })),
  );
}
