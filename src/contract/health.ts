import { z } from 'zod';
import { issueSchema, reasonSchema, stateSchema } from './common';

export const fallenInput = z.strictObject({});

/** What fell because the rules of an update ask for more; null where nothing did, or an administrator has seen it. */
export const fallenOutput = z
  .strictObject({
    /** When the update began to count, which also names it. */
    since: z.number(),
    /** Not everything has been read anew yet. */
    isGoing: z.boolean(),
    count: z.number(),
    /** The first of them, those of the organisation before those of AI systems. */
    rows: z.array(
      z.strictObject({
        requirementId: z.string(),
        title: z.string(),
        /** Null for the organisation; `hidden` for one that the viewer may not open. */
        system: z.union([issueSchema, z.literal('hidden')]).nullable(),
        before: stateSchema,
        after: stateSchema,
        /** Null where the state is another one by now. */
        reason: reasonSchema.nullable(),
      }),
    ),
  })
  .nullable();

export const fallenSeenInput = z.strictObject({ since: z.number().int().min(0) });

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
