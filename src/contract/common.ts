import { z } from 'zod';
import { STATES_WORST_FIRST } from '../domain/coverage/state';
import { BANDS } from '../domain/criteria/criteria';
import { isPlausible, utcDayOf } from '../domain/day';
import { STAGES } from '../domain/lifecycle/stage';

/** Pieces that several procedures share. */
export const stateSchema = z.enum(STATES_WORST_FIRST);
/** `framework/number`. */
export const requirementIdSchema = z.string().regex(/^[a-z][a-z0-9-]{1,23}\/([A-Z]\.)?\d{1,3}(\.\d{1,3}){0,3}$/);
/** A day that the app tells. */
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A day that somebody enters. Messages are told by `src/words/errors/details.ts`. */
export const enteredDaySchema = z.string().refine((text) => isPlausible(text, utcDayOf(Date.now())), 'implausible-day');
export const issueIdSchema = z.string().regex(/^\d{1,19}$/);

/** A project's id, or null for the whole organisation. */
export const projectIdSchema = z.string().regex(/^\d+$/).nullable();
export const scopeInput = z.strictObject({ projectId: projectIdSchema });

/** As `scopeInput`, or what concerns one AI system: then the project does not matter, and the system's issue is asked about. */
export const narrowScopeInput = z.strictObject({ projectId: projectIdSchema, systemIssueId: issueIdSchema.optional() });

/** Rows are asked for a page at a time; one page's titles are one bulk fetch. */
export const pageShape = { page: z.number().int().min(0).max(10_000), limit: z.number().int().min(1).max(100) };

/**
 * How many rows there are beside those of the page. `total`: rows of the filter in projects that the viewer may browse.
 * `hidden`: rows of the filter that are counted in figures and that the viewer may not see.
 */
export const pagedShape = { total: z.number(), hidden: z.number() };

/** The instant at which any fact was last written, or null, and how much waits to be read or recounted. */
export const freshShape = { asOf: z.number().nullable(), updating: z.number() };

export const countsSchema = z.partialRecord(stateSchema, z.number());
export const figureSchema = z.strictObject({
  implemented: z.number(),
  applicable: z.number(),
  verified: z.number(),
  /** Of one project or AI system: how many rest on something that Jira has lost; absent where none does. */
  unknown: z.number().optional(),
  /** How many of the implemented rest on a triage instead of an assessment; absent where none does. */
  byTriage: z.number().optional(),
  /** Of one AI system: how many are not due yet; absent where none is. */
  later: z.number().optional(),
});

export const reasonSchema = z.strictObject({
  code: z.string(),
  /** How many items made the rule match; which ones is answered only as far as the viewer may see them. */
  count: z.number(),
  day: daySchema.optional(),
  detail: z.string().optional(),
});

/** One AI system's cell of a requirement; its reasons are added by whoever answers it. */
export const cellShape = {
  requirementId: z.string(),
  title: z.string(),
  state: stateSchema,
  changesOn: daySchema.nullable(),
};

/** An issue as the viewer may see it. */
export const issueSchema = z.strictObject({
  issueId: z.string(),
  key: z.string(),
  summary: z.string(),
  status: z.string(),
});

/** A person as the viewer may see them; the name comes from Jira, never from the store. */
export const personSchema = z.strictObject({
  accountId: z.string(),
  name: z.string(),
  /** The account is closed. */
  left: z.boolean(),
});

/** A level of a risk from 1 to 25, and the band of the approved criteria in which it lies. */
export const levelSchema = z.strictObject({ level: z.number(), band: z.enum(BANDS) });

/** Likelihood and consequence, 1 to 5 each, with their words in the approved criteria; null where one of them is empty. */
export const ratingSchema = z.strictObject({
  likelihood: z.number(),
  consequence: z.number(),
  words: z.string(),
  ...levelSchema.shape,
});

export const stageSchema = z.enum(STAGES);

/** Work types that set-up makes in Jira. */
export const WORK_TYPES = ['ai-system', 'ai-risk', 'nonconformity', 'corrective-action'] as const;

/** The ids that they have in Jira; one that was deleted there is absent. */
export const ownTypesSchema = z.partialRecord(z.enum(WORK_TYPES), z.string());
