import { z } from 'zod';

export const healthInput = z.strictObject({});
export const healthOutput = z.strictObject({
  now: z.number(),
  /** The last instant at which an item was read, after an event or by reconciliation; null before the first. */
  lastRead: z.number().nullable(),
  /** The last reconciliation, and how many facts it had to repair because no event had told. */
  reconciled: z.strictObject({ finishedAt: z.number(), repaired: z.number() }).nullable(),
  /** Since when Confluence's pages cannot be read, and what to do about it; they are tried again every five minutes. */
  pagesFailing: z.strictObject({ since: z.number(), message: z.string(), remedy: z.string() }).nullable(),
  /** What the app reads by and Jira no longer has, in words, and since when the first of it is missed. */
  gone: z.strictObject({ since: z.number(), what: z.array(z.string()) }).nullable(),
  /** Resolutions that nobody has said the meaning of. */
  unansweredResolutions: z.number(),
  /** What waits to be read or recounted, and since when the oldest does. */
  openMarks: z.number(),
  oldestMark: z.number().nullable(),
  /** What bulk work (backfill, reconciliation, imports) spent of its share in this clock hour. */
  points: z.strictObject({ spent: z.number(), share: z.number() }),
  /** Rows and an estimate of their bytes. */
  tables: z.array(z.strictObject({ name: z.string(), rows: z.number(), bytes: z.number() })),
  /** Forge SQL's limit for an installation. */
  limitBytes: z.number(),
  /** Pages of Confluence among the items: they belong to no project. */
  pages: z.number(),
  projects: z.array(
    z.strictObject({
      projectId: z.string(),
      items: z.number(),
      /** Archived in Jira: what belongs to it does not count. */
      archived: z.boolean(),
      backfill: z
        .strictObject({
          seen: z.number(),
          repaired: z.number(),
          startedAt: z.number(),
          finishedAt: z.number().nullable(),
        })
        .nullable(),
    }),
  ),
});
