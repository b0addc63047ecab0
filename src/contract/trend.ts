import { z } from 'zod';
import { daySchema, figureSchema, projectIdSchema, requirementIdSchema, stateSchema } from './common';

/** The figures at the end of a day, as the history has them. The last point is now and equals the overview. */
export const trendSchema = z.strictObject({
  interval: z.enum(['day', 'week']),
  points: z.array(
    z.strictObject({
      day: daySchema,
      /** Null where it is not the caller's to see. */
      organisation: figureSchema.nullable(),
      systemCells: figureSchema,
      /** AI systems in scope. */
      systems: z.number(),
    }),
  ),
});

export const trendInput = z.strictObject({
  projectId: projectIdSchema,
  days: z.union([z.literal(30), z.literal(90), z.literal(365)]),
});

/** What became of one requirement in the last 90 days: of the organisation's cell, or of the cells of AI systems. */
export const historyInput = z.strictObject({ projectId: projectIdSchema, requirementId: requirementIdSchema });
export const historyOutput = z.strictObject({
  /** Newest first. `from` is null for a cell's first state; null as `to` is a cell that left the scope. */
  changes: z.array(
    z.strictObject({
      day: daySchema,
      from: stateSchema.nullable(),
      to: stateSchema.nullable(),
      count: z.number(),
    }),
  ),
  /** What an issue property named, or named no longer, without the app having written it: on how many issues, newest day first. */
  pastApp: z.array(z.strictObject({ day: daySchema, named: z.boolean(), count: z.number() })),
  /** There is history before the first of them. */
  earlier: z.boolean(),
});
