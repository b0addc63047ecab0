import { z } from 'zod';
import { GRADES, NONCONFORMITY_STAGES } from '../domain/vocabulary/nonconformity';
import {
  daySchema,
  freshShape,
  issueIdSchema,
  issueSchema,
  narrowScopeInput,
  pagedShape,
  pageShape,
  personSchema,
  projectIdSchema,
} from './common';
import { fieldFilterSchema, fieldsShape, sortSchema } from './register';

export const nonconformityStageSchema = z.enum(NONCONFORMITY_STAGES);
export const gradeSchema = z.enum(GRADES);

/** Days since it was detected, while open. */
const AGE_BUCKETS = ['under-30', '30-to-90', '90-to-180', 'over-180', 'unknown'] as const;
const ageSchema = z.enum(AGE_BUCKETS);

export const nonconformitiesOverviewInput = narrowScopeInput;
export const nonconformitiesOverviewOutput = z.strictObject({
  asOf: z.number().nullable(),
  open: z.number(),
  closed: z.number(),
  /** Open ones; only pairs that occur. */
  byGradeAndStage: z.array(z.strictObject({ grade: gradeSchema, stage: nonconformityStageSchema, count: z.number() })),
  byAge: z.partialRecord(ageSchema, z.number()),
  /** Open, and the review of effectiveness was due before today. */
  overdue: z.number(),
  /** The review of effectiveness falls due in the next 30 days. */
  effectivenessDue: z.number(),
});

export const nonconformitiesInput = z.strictObject({
  projectId: projectIdSchema,
  only: z.enum(['open', 'closed', 'overdue', 'effectiveness-due']),
  grade: gradeSchema.nullable(),
  stage: nonconformityStageSchema.nullable(),
  age: ageSchema.nullable(),
  fields: fieldFilterSchema('nonconformity'),
  sort: sortSchema('nonconformity', ['grade', 'stage', 'age', 'due']),
  ...pageShape,
});

/** Without sorting: major before minor before observation, oldest first. */
export const nonconformitiesOutput = z.strictObject({
  rows: z.array(
    z.strictObject({
      ...issueSchema.shape,
      grade: gradeSchema,
      stage: nonconformityStageSchema,
      /** “Not a nonconformity”: its stage says “closed”, which it never was. */
      dismissed: z.boolean(),
      detectedOn: daySchema.nullable(),
      /** Days since it was detected; of a closed one until it was closed. */
      ageInDays: z.number().nullable(),
      effectivenessDue: daySchema.nullable(),
      overdue: z.boolean(),
      requirements: z.array(z.string()),
      /** How many AI systems it concerns. */
      systems: z.number(),
      owner: personSchema.nullable(),
      ...fieldsShape,
    }),
  ),
  ...pagedShape,
  ...freshShape,
});

/** Agreement to the dismissal of what an audit raised, with why. */
export const agreeDismissalInput = z.strictObject({
  issueId: issueIdSchema,
  reason: z.string().trim().min(1).max(4_000),
});
