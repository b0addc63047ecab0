import { z } from 'zod';
import { requirementId, text } from './atoms';

/** Source of the shape of what `controls/decisions/` holds. All of it is ours: no standard describes these questions. */

const clauses = z
  .array(z.union([requirementId, z.literal('ours')]))
  .min(1)
  .describe('requirements that it serves; "ours" where it follows from none');

const id = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** Whether a full impact assessment is needed, by questions. */
export const triage = z.strictObject({
  id: z.literal('triage'),
  version: z.int().min(1),
  title: text,
  source: z.literal('ours'),
  clauses,
  notice: text,
  intro: z.array(text).min(1),
  answers: z.strictObject({ yes: text, no: text, unknown: text }),
  reason: z.strictObject({ required: text, minLength: z.int().min(1), differentWords: z.int().min(1), hint: text }),
  notOpenFor: z.array(
    z.strictObject({
      id,
      when: text,
      says: text,
      clauses: z.array(text).min(1),
      classes: z.array(id).min(1).describe("options of Jira's field 'AI Act class', by their keys"),
      article: text.nullable(),
      onlyWhereActApplies: z.boolean(),
    }),
  ),
  questions: z
    .array(
      z.strictObject({
        id,
        number: z.int().min(1),
        text,
        covers: z.array(id).min(1),
        help: text,
        yes: text.describe('an example of a system for which the answer is yes'),
        no: text.describe('an example of one for which it is no'),
        reasonHint: text,
        clauses,
      }),
    )
    .min(1),
  whenYes: z.strictObject({ says: text, short: text, full: text }),
  approver: z.strictObject({ who: text, lookAt: z.array(text).min(1) }),
  validity: z.strictObject({
    months: z.int().min(1).max(12),
    endedBy: z.array(id),
    clauses,
    endedByRule: z.array(z.strictObject({ id, says: text })),
  }),
  effect: text,
  example: z.strictObject({
    system: text,
    result: id,
    reasons: z.array(z.strictObject({ question: id, reason: text })),
  }),
});

export type Triage = z.infer<typeof triage>;
