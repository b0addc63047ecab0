import { z } from 'zod';
import { lookHereSchema } from './attention';
import {
  cellShape,
  countsSchema,
  daySchema,
  figureSchema,
  issueIdSchema,
  projectIdSchema,
  reasonSchema,
  requirementIdSchema,
  scopeInput,
  stateSchema,
} from './common';
import { applicabilitySchema, approvedSchema } from './controls';
import { trendSchema } from './trend';

/** What a group of Annex A is for: the standard's number, our words. */
const objectiveSchema = z.strictObject({ number: z.string(), text: z.string() });

/** With `trend` the answer carries the history of the last 90 days, so that a page needs one invocation. */
export const overviewInput = z.strictObject({
  projectId: projectIdSchema,
  trend: z.boolean().optional(),
  /** Whose figures; without it ISO/IEC 42001. */
  framework: z.string().max(24).optional(),
});

const tileSchema = z.strictObject({
  requirementId: z.string(),
  title: z.string(),
  kind: z.enum(['clause', 'control']),
  group: z.string(),
  scopeLevel: z.enum(['organisation', 'ai-system']),
  state: stateSchema,
  systems: z.strictObject({ implemented: z.number(), due: z.number(), counts: countsSchema }).nullable(),
  reasons: z.array(reasonSchema),
  changesOn: daySchema.nullable(),
});

export const overviewOutput = z.strictObject({
  /** Null until the first recount. */
  asOf: z.number().nullable(),
  updating: z.number(),
  /** What Jira no longer has and figures rest on, in words: they stand as they were last read. */
  gone: z.array(z.string()),
  framework: z.string(),
  /** All that there are figures of. */
  frameworks: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  /** Null where the figures of the organisation are not the caller's to see: then the rest is of the project's systems. */
  organisation: figureSchema.nullable(),
  systemCells: figureSchema,
  /**
   * How many of each population rest on something that Jira has lost: they are counted as they were read last. Null while nothing
   * is missing.
   */
  unknown: z
    .strictObject({ organisation: z.number(), systemCells: z.number(), missing: z.enum(['field', 'other']) })
    .nullable(),
  systems: z.strictObject({ inScope: z.number(), total: z.number(), byStage: z.record(z.string(), z.number()) }),
  groups: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['clause', 'control']),
      title: z.string(),
      /** Of a group of controls: one, or those of the headings below it. */
      objectives: z.array(objectiveSchema),
      counts: countsSchema,
    }),
  ),
  tiles: z.array(tileSchema),
  lookHere: lookHereSchema,
  trend: trendSchema.nullable(),
});

/** A Jira issue, or a Confluence page: then the key is empty. `address` is below the site's. */
const itemSchema = z.strictObject({
  address: z.string(),
  key: z.string(),
  summary: z.string(),
  status: z.string(),
  role: z.enum(['implements', 'evidences', 'requires', 'violates', 'carries']),
  reviewDue: daySchema.nullable(),
});

export const requirementInput = z.strictObject({ ...scopeInput.shape, requirementId: requirementIdSchema });

export const requirementOutput = z.strictObject({
  tile: tileSchema,
  /** The standard that asks, with its edition. */
  standard: z.string(),
  /** What the control's group is for; null for a clause. */
  objective: objectiveSchema.nullable(),
  summary: z.string(),
  /** What the standard asks, in our words. */
  asks: z.array(z.string()),
  /** From here to `dueFrom`: ours, and shown as ours. */
  guidance: z.array(z.string()),
  typicalEvidence: z.array(z.string()),
  scopeLevelReason: z.string(),
  evidenceKind: z.enum(['document', 'record', 'work']),
  validForMonths: z.number(),
  dueFrom: z.string().nullable(),
  /** Of a control: what the approved Statement of Applicability says. */
  applicability: applicabilitySchema.nullable(),
  /** Of a control, and of 6.1.3. */
  approved: approvedSchema,
  articles: z.array(z.strictObject({ article: z.string(), title: z.string(), strength: z.string() })),
  /** Of a clause: its twins in other management system standards, each with the edition that the number is of. */
  twins: z.array(z.strictObject({ standard: z.string(), number: z.string() })),
  /** Why, with the items as the viewer may see them. `system` is null for the organisation's own cell. */
  cells: z.array(
    z.strictObject({
      state: stateSchema,
      system: z.strictObject({ key: z.string(), summary: z.string() }).nullable(),
      reasons: z.array(z.strictObject({ ...reasonSchema.shape, items: z.array(itemSchema), hidden: z.number() })),
      changesOn: daySchema.nullable(),
    }),
  ),
  /** Cells that are counted but not listed here: of systems that the viewer may not open, or beyond the page. */
  notListed: z.number(),
});

export const reasonsOutput = z.strictObject({
  /** How many of the requirement's cells have each state, and each reason. */
  states: countsSchema,
  reasons: z.record(z.string(), z.number()),
});

export const systemInput = z.strictObject({ issueId: issueIdSchema });

export const systemOutput = z.strictObject({
  figure: figureSchema,
  cells: z.array(z.strictObject({ ...cellShape, reasons: z.array(reasonSchema) })),
});
