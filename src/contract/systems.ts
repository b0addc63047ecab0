import { z } from 'zod';
import { ACCEPTANCE_GAPS } from '../domain/risk/acceptance';
import {
  cellShape,
  countsSchema,
  daySchema,
  figureSchema,
  freshShape,
  issueIdSchema,
  issueSchema,
  levelSchema,
  pagedShape,
  pageShape,
  personSchema,
  projectIdSchema,
  ratingSchema,
  reasonSchema,
  requirementIdSchema,
  stageSchema,
  stateSchema,
} from './common';
import { fieldFilterSchema, fieldsShape, sortSchema } from './register';

/** The register of AI systems. Empty lists filter nothing. */
export const systemsInput = z.strictObject({
  projectId: projectIdSchema,
  /** Words of the title, searched as the viewer; null for none. */
  text: z.string().trim().min(1).max(200).nullable(),
  stages: z.array(stageSchema).max(8),
  /** In scope: neither retired nor rejected nor taken out of the AIMS; the last three are lists behind figures of "look here". */
  only: z.enum([
    'all',
    'in-scope',
    'out-of-scope',
    'in-operation-without-impact-assessment',
    'without-owner',
    'owner-left',
  ]),
  fields: fieldFilterSchema('ai-system'),
  sort: sortSchema('ai-system', ['stage', 'risk', 'coverage']),
  ...pageShape,
});

const systemRow = z.strictObject({
  issueId: z.string(),
  key: z.string(),
  summary: z.string(),
  stage: stageSchema,
  inScope: z.boolean(),
  ...fieldsShape,
  owner: personSchema.nullable(),
  risks: z.strictObject({
    /** Living risks that concern the system. */
    count: z.number(),
    unrated: z.number(),
    /** The highest; null when none is rated. */
    highest: levelSchema.nullable(),
  }),
  figure: figureSchema,
  counts: countsSchema,
  lastSignificantChange: daySchema.nullable(),
  nextReview: daySchema.nullable(),
});

export const systemsOutput = z.strictObject({ rows: z.array(systemRow), ...pagedShape, ...freshShape });

/** Compact states of every AI system in scope, for thousands of rows; titles are asked for apart, for what is on screen. */
export const matrixInput = z.strictObject({
  projectId: projectIdSchema,
  stages: z.array(stageSchema).max(8),
  fields: fieldFilterSchema('ai-system'),
  /** The last row's `issueId` of the page before, or null. */
  after: issueIdSchema.nullable(),
  limit: z.number().int().min(1).max(5_000),
});

export const matrixOutput = z.strictObject({
  /** The requirements of the columns, in the standard's order. */
  requirements: z.array(z.strictObject({ id: requirementIdSchema, title: z.string() })),
  rows: z.array(
    z.strictObject({
      issueId: z.string(),
      stage: stageSchema,
      /** One letter a column: the key of `letters`; `-` for a cell that was not counted yet. */
      states: z.string(),
    }),
  ),
  letters: z.record(z.string(), stateSchema),
  /** Systems of the scope in projects that the viewer may not browse. */
  hidden: z.number(),
  /** Rows in all pages. */
  total: z.number(),
  /** Pass it as `after`; null on the last page. */
  next: z.string().nullable(),
  ...freshShape,
});

export const systemDetailInput = z.strictObject({ issueId: issueIdSchema });

/** One item of the chain; `issue` is null where the viewer may not open it. */
const chainItem = z.strictObject({
  issue: issueSchema.nullable(),
  progress: z.enum(['to-do', 'in-progress', 'done']),
  effectiveOn: daySchema.nullable(),
});

/** Where the chain from impact assessment to evidence is broken. */
const BREAKS = [
  'impact-assessment-missing',
  'impact-assessment-without-risk',
  'risk-without-assessment',
  'risk-unrated',
  'risk-without-treatment',
  'treatment-not-done',
  'treatment-without-evidence',
  ...ACCEPTANCE_GAPS,
] as const;
const breakSchema = z.enum(BREAKS);

export const systemDetailOutput = z.strictObject({
  system: z.strictObject({
    ...issueSchema.shape,
    stage: stageSchema,
    inScope: z.boolean(),
    ...fieldsShape,
    owner: personSchema.nullable(),
    lastSignificantChange: daySchema.nullable(),
  }),
  figure: figureSchema,
  cells: z.array(
    z.strictObject({
      ...cellShape,
      reasons: z.array(z.strictObject({ ...reasonSchema.shape, items: z.array(issueSchema), hidden: z.number() })),
    }),
  ),
  chain: z.strictObject({
    /** Breaks of the system itself, such as no impact assessment. */
    breaks: z.array(breakSchema),
    /** A triage says that no impact assessment is needed. */
    waived: z.boolean(),
    assessments: z.array(chainItem),
    risks: z.array(
      z.strictObject({
        ...chainItem.shape,
        inherent: ratingSchema.nullable(),
        residual: ratingSchema.nullable(),
        aboveThreshold: z.boolean(),
        accepted: z.boolean(),
        acceptanceExpires: daySchema.nullable(),
        breaks: z.array(breakSchema),
        treatments: z.array(
          z.strictObject({ ...chainItem.shape, breaks: z.array(breakSchema), evidence: z.array(chainItem) }),
        ),
      }),
    ),
    /** Treatments and risks beyond what one view lists. */
    notListed: z.number(),
  }),
});

/** Titles of rows on screen, as the viewer may see them: what they may not open is absent. */
export const titlesInput = z.strictObject({ issueIds: z.array(issueIdSchema).min(1).max(100) });
export const titlesOutput = z.strictObject({ issues: z.array(issueSchema) });
