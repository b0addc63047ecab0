import { z } from 'zod';
import { daySchema, figureSchema, projectIdSchema } from './common';

/** The figures at the end of a day, as the history has them. The last point is now and equals the overview. */
export const trendSchema = z.strictObject({
  step: z.enum(['day', 'week']),
  points: z.array(
    z.strictObject({
      day: daySchema,
      organisation: figureSchema,
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
