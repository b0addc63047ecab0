import { z } from 'zod';
import { STATES_WORST_FIRST } from '../domain/coverage/state';

const stateSchema = z.enum(STATES_WORST_FIRST);
export const requirementIdSchema = z.string().regex(/^(\d{1,2}(\.\d{1,2}){1,2}|A\.\d{1,2}(\.\d{1,2}){1,2})$/);
const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A project's id, or null for the whole organisation. */
export const scopeInput = z.strictObject({ projectId: z.string().regex(/^\d+$/).nullable() });

const countsSchema = z.partialRecord(stateSchema, z.number());

const figureSchema = z.strictObject({ implemented: z.number(), applicable: z.number(), verified: z.number() });

const reasonSchema = z.strictObject({
  code: z.string(),
  /** How many items made the rule match; which ones is answered by `coverage.requirement`, as far as the viewer may see them. */
  count: z.number(),
  day: daySchema.optional(),
  detail: z.string().optional(),
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
  organisation: figureSchema,
  systemCells: figureSchema,
  systems: z.strictObject({ inScope: z.number(), total: z.number(), byStage: z.record(z.string(), z.number()) }),
  groups: z.array(
    z.strictObject({ id: z.string(), kind: z.enum(['clause', 'control']), title: z.string(), counts: countsSchema }),
  ),
  tiles: z.array(tileSchema),
});

const itemSchema = z.strictObject({
  key: z.string(),
  summary: z.string(),
  status: z.string(),
  role: z.enum(['implements', 'evidences', 'requires', 'violates', 'carries']),
  reviewDue: daySchema.nullable(),
});

export const requirementInput = z.strictObject({ ...scopeInput.shape, requirementId: requirementIdSchema });

export const requirementOutput = z.strictObject({
  tile: tileSchema,
  summary: z.string(),
  asks: z.array(z.string()),
  guidance: z.array(z.string()),
  typicalEvidence: z.array(z.string()),
  scopeLevelReason: z.string(),
  evidenceKind: z.enum(['document', 'record', 'work']),
  validForMonths: z.number(),
  dueFrom: z.string().nullable(),
  articles: z.array(z.strictObject({ article: z.string(), title: z.string(), strength: z.string() })),
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

export const systemInput = z.strictObject({ issueId: z.string().regex(/^\d+$/) });

export const systemOutput = z.strictObject({
  figure: figureSchema,
  cells: z.array(
    z.strictObject({
      requirementId: z.string(),
      title: z.string(),
      state: stateSchema,
      reasons: z.array(reasonSchema),
      changesOn: daySchema.nullable(),
    }),
  ),
});
