import { z } from 'zod';
import { CONDITIONS } from '../domain/applicability/condition';
import { REASON_KINDS, REASON_LENGTH, REASONS_AT_MOST } from '../domain/statement/row';
import { daySchema, issueIdSchema, issueSchema, requirementIdSchema, stateSchema } from './common';
import { courseShape, revisionSchema } from './course';
import { toReviewSchema } from './to-review';

/** The Statement of Applicability (6.1.3): rows of a draft, versions, and who may do what with them. */

const controlKey = z.union([requirementIdSchema, z.string().regex(/^own\/\d{1,4}$/)]);
/** A control, one of our own, or either with the AI system of a deviation: `iso42001/A.6.2.4@jira:10001`. */
const rowKeySchema = z.string().regex(/^(iso42001\/A(\.\d{1,2}){2,3}|own\/\d{1,4})(@jira:\d{1,19})?$/);

const linkSchema = z.union([z.string().regex(/^jira:\d{1,19}$/), requirementIdSchema]);
const reasonInput = z.strictObject({
  kind: z.enum(REASON_KINDS).exclude(['not-typed']),
  text: z.string().trim().max(REASON_LENGTH.most),
  links: z.array(linkSchema).max(20),
  /** The place of the reason, in the row as it stands, that this one was: its links that the writer may not see stay. */
  was: z
    .number()
    .int()
    .min(0)
    .max(REASONS_AT_MOST - 1)
    .exactOptional(),
});
const text = (most: number) => z.string().trim().max(most);
const accountIdSchema = z.string().min(1).max(128);

/** What a row says. What a deviation does not have is absent there, and what only a control of our own has elsewhere. */
const rowBodyInput = z.strictObject({
  applicable: z.boolean(),
  reasons: z.array(reasonInput).max(REASONS_AT_MOST),
  appliesWhen: z.enum(CONDITIONS).nullable().exactOptional(),
  responsible: accountIdSchema.nullable().exactOptional(),
  note: text(4_000).exactOptional(),
  title: text(200).min(1).exactOptional(),
  text: text(4_000).min(1).exactOptional(),
  group: z
    .string()
    .regex(/^A\.\d{1,2}$/)
    .exactOptional(),
});

export const editStatementInput = z.strictObject({
  /** The newest revision that whoever writes has seen: a row that somebody wrote since is not overwritten. */
  revision: revisionSchema,
  /** Null takes a deviation or a control of our own out; `as-approved` puts a row back to what the version in force has. */
  rows: z
    .array(z.strictObject({ key: rowKeySchema, body: z.union([rowBodyInput, z.literal('as-approved')]).nullable() }))
    .min(1)
    .max(100),
});
const statementPointSchema = z.strictObject({ key: rowKeySchema, code: z.string() });
export const restoreStatementInput = z.strictObject({ revision: revisionSchema, version: z.number().int().min(1) });

const reasonView = z.strictObject({
  kind: z.enum(REASON_KINDS),
  text: z.string(),
  /** Those that the viewer may see; the others are counted. */
  links: z.array(z.string()),
  hidden: z.number(),
});
const rowView = z.strictObject({
  applicable: z.boolean(),
  reasons: z.array(reasonView),
  appliesWhen: z.enum(CONDITIONS).nullable(),
  responsible: z.string().nullable(),
  note: z.string(),
});

export const statementInput = z.strictObject({});

export const statementOutput = z.strictObject({
  ...courseShape,
  rows: z.array(
    z.strictObject({
      key: controlKey,
      number: z.string(),
      title: z.string(),
      /** Of a control of our own. */
      text: z.string().nullable(),
      group: z.string(),
      scopeLevel: z.enum(['organisation', 'ai-system']),
      /** Null: undecided. */
      row: rowView.nullable(),
      /** As the version in force has it, where the draft differs; null otherwise. */
      approved: rowView.nullable(),
      isChanged: z.boolean(),
      /** The catalogue's condition, which a first decision begins with. */
      condition: z.enum(CONDITIONS).nullable(),
      /** The calculated state, which is printed beside and is never a reason; null for controls of our own. */
      state: stateSchema.nullable(),
      /** Its condition, as the version in force has it too, lets it apply to no AI system today. */
      appliesToNone: z.boolean(),
      /** Living AI risks that name the control. */
      neededBy: z.number(),
      deviations: z.number(),
      suggestion: z.array(reasonView).nullable(),
    }),
  ),
  groups: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  /** What is open before it can be submitted, and what is only worth a look. */
  open: z.array(statementPointSchema),
  warnings: z.array(statementPointSchema),
  /** Issues behind the links, as the viewer may see them. */
  issues: z.array(issueSchema),
  /** Why the version in force is to be looked at again: a mark, and never a state. With the items that the viewer may see. */
  review: z.array(z.strictObject({ ...toReviewSchema.shape, issues: z.array(issueSchema) })),
});

/** Which content is meant: that of a version, or the draft as it is now. */
export const whichSchema = z.union([z.number().int().min(1), z.literal('draft')]);

export const statementContentInput = z.strictObject({ of: whichSchema, after: z.string().max(160) });
export const contentPageShape = {
  /** By key, as it counts: of what is approved the fingerprint is computed from these very words. */
  rows: z.array(z.strictObject({ key: z.string(), body: z.record(z.string(), z.unknown()) })),
  /** The key to go on behind, or null at the end. */
  next: z.string().nullable(),
  /** Account ids behind the tokens in it. */
  people: z.record(z.string(), z.string()),
};
export const statementContentOutput = z.strictObject({
  ...contentPageShape,
  /** By control, on the first page: the last day on which everything stands that its state rests on today. */
  evidenceUntil: z.record(z.string(), daySchema),
});

export const deviationsInput = z.strictObject({ key: controlKey, after: z.string().max(160) });
export const deviationsOutput = z.strictObject({
  deviations: z.array(
    z.strictObject({
      key: rowKeySchema,
      system: issueSchema.nullable(),
      applicable: z.boolean(),
      reasons: z.array(reasonView),
    }),
  ),
  next: z.string().nullable(),
  /** On the first page: how many AI systems meet the catalogue's condition today; null where the control has none. */
  meeting: z.number().nullable(),
});

export const systemStatementInput = z.strictObject({ issueId: issueIdSchema });
export const systemStatementOutput = z.strictObject({
  controls: z.array(
    z.strictObject({
      key: controlKey,
      number: z.string(),
      title: z.string(),
      applies: z.enum(['applies', 'excluded', 'undecided']),
      /** By what: the control's row, its condition, or a deviation of this system. */
      by: z.enum(['row', 'condition', 'deviation']),
      reasons: z.array(reasonView),
      responsible: z.string().nullable(),
      state: stateSchema.nullable(),
    }),
  ),
});
