import { z } from 'zod';
import { enteredDaySchema, requirementIdSchema } from './common';

const reasonText = z.string().trim().min(1).max(4_000);
const issueId = z.string().regex(/^\d+$/);

export const recorded = z.strictObject({ decisionId: z.string() });

export const conclusionInput = z.strictObject({
  requirementId: requirementIdSchema,
  /** Issue id of an AI system, or null for the organisation (which verifies no system's cell). */
  systemIssueId: issueId.nullable(),
  result: z.enum(['conforms', 'nonconforming', 'not-sampled']),
  concludedOn: enteredDaySchema,
  /** Default 12 months later. */
  validUntil: enteredDaySchema.nullable(),
  kind: z.enum(['internal-audit', 'external-audit', 'independent-check']),
  sample: z.string().trim().max(4_000),
});

/** Takes a conclusion back: from then on it is as if not given; both stay in the log. */
export const withdrawConclusionInput = z.strictObject({ decisionId: z.string().min(1).max(64), reason: reasonText });
