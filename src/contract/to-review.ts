import { z } from 'zod';
import { CONDITIONS } from '../domain/applicability/condition';
import { REVIEW_CAUSES } from '../domain/statement/review';
import { requirementIdSchema } from './common';

/** A cause for which the Statement of Applicability in force is to be looked at again: the same for every viewer. */
export const toReviewSchema = z.strictObject({
  cause: z.enum(REVIEW_CAUSES),
  /** The controls that it is about; none where it is about all. */
  controls: z.array(z.union([requirementIdSchema, z.string().regex(/^own\/\d{1,4}$/)])),
  condition: z.enum(CONDITIONS).nullable(),
  /** AI risks, or AI systems. */
  count: z.number(),
});
