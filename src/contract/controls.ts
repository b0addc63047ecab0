import { z } from 'zod';
import { countsSchema, daySchema, issueSchema, projectIdSchema, reasonSchema, stateSchema } from './common';

/** Controls of Annex A: all, or those of one group such as "A.6". */
export const controlsInput = z.strictObject({
  projectId: projectIdSchema,
  group: z
    .string()
    .regex(/^A\.\d{1,2}$/)
    .nullable(),
});

/** The approved Statement of Applicability; null while none is. */
export const approvedSchema = z.strictObject({ version: z.number(), approvedOn: daySchema }).nullable();

/** What it says of a control. */
const applicabilityShape = {
  applicability: z.enum(['applicable', 'excluded', 'undecided']),
  /** The reason as it was approved; null where there is none, and for who sees counts alone. */
  reason: z.string().nullable(),
  /** A newer decision waits for approval and changes nothing yet. */
  newerDecision: z.boolean(),
};
export const applicabilitySchema = z.strictObject(applicabilityShape);

/** What the approved Statement of Applicability says of each control, and where it stands (6.1.3). */
export const controlsOutput = z.strictObject({
  asOf: z.number().nullable(),
  updating: z.number(),
  approved: approvedSchema,
  groups: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  controls: z.array(
    z.strictObject({
      requirementId: z.string(),
      title: z.string(),
      group: z.string(),
      /** Null where decisions of the organisation are not the caller's to see. */
      applicability: applicabilitySchema.nullable(),
      /** Its condition lets it apply to no AI system of the scope today. */
      appliesToNone: z.boolean(),
      /**
       * What holds otherwise for single AI systems of the scope: how many, and of some those that the viewer may see. Null where decisions
       * are not the caller's to see; none by name, with its reason, for who sees counts alone.
       */
      deviations: z
        .strictObject({
          count: z.number(),
          listed: z.array(z.strictObject({ system: issueSchema, applicable: z.boolean(), reason: z.string() })),
        })
        .nullable(),
      state: stateSchema,
      systems: z.strictObject({ implemented: z.number(), due: z.number(), counts: countsSchema }).nullable(),
      reasons: z.array(reasonSchema),
    }),
  ),
});
