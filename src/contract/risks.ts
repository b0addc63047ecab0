import { z } from 'zod';
import { BANDS } from '../domain/criteria/criteria';
import { TREATMENT_OPTIONS } from '../domain/vocabulary/ai-risk';
import {
  daySchema,
  freshShape,
  issueSchema,
  narrowScopeInput,
  pagedShape,
  pageShape,
  personSchema,
  projectIdSchema,
  ratingSchema,
} from './common';
import { fieldFilterSchema, fieldsShape, sortSchema } from './register';

export const risksOverviewInput = narrowScopeInput;

/** Counts of 5 x 5 squares: `squares[likelihood - 1][consequence - 1]`. */
const heatMap = z.strictObject({
  squares: z.array(z.array(z.number()).length(5)).length(5),
  /** Living risks with an empty likelihood or consequence: not rated, never small. */
  unrated: z.number(),
});

export const risksOverviewOutput = z.strictObject({
  asOf: z.number().nullable(),
  /** Living risks of the scope. */
  total: z.number(),
  /** Levels above it need treatment and an acceptance of what remains. */
  threshold: z.number(),
  /** The words of 1 to 5, and the bands of levels, each up to its highest, as the criteria in force say. */
  scale: z.strictObject({
    likelihood: z.array(z.string()).length(5),
    consequence: z.array(z.string()).length(5),
    bands: z.array(z.strictObject({ band: z.enum(BANDS), to: z.number() })).length(4),
  }),
  inherent: heatMap,
  residual: heatMap,
  /** Above the threshold, and what remains is not accepted or no longer. */
  aboveThreshold: z.number(),
  accepted: z.number(),
  acceptanceExpired: z.number(),
  /** Runs out in the next 90 days. */
  acceptanceExpiring: z.number(),
});

const RISK_LISTS = ['all', 'unrated', 'above-threshold', 'acceptance-expired', 'acceptance-expiring'] as const;

export const risksInput = z.strictObject({
  projectId: projectIdSchema,
  only: z.enum(RISK_LISTS),
  /** One square of a heat map, or null. */
  square: z
    .strictObject({
      map: z.enum(['inherent', 'residual']),
      likelihood: z.number().int().min(1).max(5),
      consequence: z.number().int().min(1).max(5),
    })
    .nullable(),
  /** Levels as found and as they remain, and the day on which the acceptance runs out. */
  fields: fieldFilterSchema('ai-risk'),
  sort: sortSchema('ai-risk', ['inherent', 'residual', 'acceptance']),
  ...pageShape,
});

/** Without sorting: highest level first; what is not rated comes last. */
export const risksOutput = z.strictObject({
  rows: z.array(
    z.strictObject({
      ...issueSchema.shape,
      inherent: ratingSchema.nullable(),
      residual: ratingSchema.nullable(),
      aboveThreshold: z.boolean(),
      treatmentOption: z.enum(TREATMENT_OPTIONS).nullable(),
      accepted: z.boolean(),
      acceptanceExpires: daySchema.nullable(),
      /** That day has passed, where the site is. */
      acceptanceExpired: z.boolean(),
      /** How many AI systems it concerns. */
      systems: z.number(),
      owner: personSchema.nullable(),
      ...fieldsShape,
    }),
  ),
  ...pagedShape,
  ...freshShape,
});

/** What a page shows of the risks: the counts, and the highest that the reader may see; null for readers without a login. */
export const riskMatrixOutput = z.strictObject({
  ...risksOverviewOutput.shape,
  top: risksOutput.pick({ rows: true, hidden: true }).nullable(),
});
