import { z } from 'zod';
import { requirementId, text } from './atoms';
import { stage } from './schema';

/** Source of the shape of what `controls/assurance/` holds. */

const part = z
  .string()
  .regex(/^(record|document|decision|derived|issues)\/[a-z][a-z0-9-]*$/)
  .describe(
    'what meets it: an AIMS record or a document of a kind, a decision, a rule of "Coverage", or issues of a type',
  );

const home = z.strictObject({
  requirement: requirementId,
  scope: z.enum(['organisation', 'ai-system']),
  allOf: z
    .array(
      z
        .array(
          z.strictObject({
            part,
            dueFrom: stage
              .describe('from when it is asked for, where that is later than the requirement')
              .exactOptional(),
          }),
        )
        .min(1),
    )
    .min(1)
    .describe('every entry is needed; one of its alternatives is enough'),
  for: text.describe('who or what needs one each').exactOptional(),
});

/** Where each requirement is met (design, "home"; "Coverage", Evidence suffices). */
export const homes = z.strictObject({
  from: z
    .record(part, z.string().regex(/^\d+\.\d+\.\d+$/))
    .describe(
      'the version of the app from which there is such a part: one that there is not yet is left out of its home',
    ),
  onlyHomeCounts: z
    .array(requirementId)
    .describe('requirements for which nothing but their home stands, once its kinds are there'),
  rows: z.array(home),
});

export type Homes = z.infer<typeof homes>;
