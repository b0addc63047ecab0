import { z } from 'zod';
import { daySchema } from './common';

export const peopleInput = z.strictObject({});

/** Who was seen here with a permission that lets somebody decide, and still holds it. */
export const peopleOutput = z.strictObject({
  holders: z.array(
    z.strictObject({
      accountId: z.string(),
      permissions: z.array(z.enum(['manage-aims', 'decide-aims', 'approve-aims-top', 'audit-aims'])),
      seenOn: daySchema,
    }),
  ),
  /** Fewer than two of them may approve (check P1). */
  tooFewApprove: z.boolean(),
  /** None of them may approve as top management. */
  nobodyAtTheTop: z.boolean(),
});
