import { z } from 'zod';
import { requirementId, text } from './atoms';

/** Source of the shape of what `controls/decisions/` holds: what people decide, as it stands before they do. */

const effect = z.strictObject({ means: text, sign: text });
const acceptor = z.enum(['aims-approvers', 'top-management', 'nobody']).describe('who may accept what remains');
const number = (most: number) => z.number().int().min(1).max(most);

/** Rows of the risk criteria, by the first word of their key. */
const criteriaRows = {
  rating: z.strictObject({ words: text }),
  likelihood: z.strictObject({ word: text, often: text, sign: text }),
  consequence: z.strictObject({ word: text, organisation: effect, individuals: effect, society: effect }),
  threshold: z.strictObject({ level: number(25) }),
  band: z.strictObject({ to: number(25), says: text, do: text, who: acceptor, months: number(12) }),
  interval: z.strictObject({ months: number(36) }),
  opportunities: z.strictObject({ words: text }),
};

const { rating, likelihood, consequence, threshold, band, interval, opportunities } = criteriaRows;

/** Risk criteria (6.1.1, 6.1.2), complete: reading and approving suffices. */
export const riskCriteria = z.strictObject({
  id: z.literal('criteria'),
  version: z.number(),
  title: text,
  source: z.literal('ours'),
  notice: text,
  rows: z.strictObject({
    rating,
    'likelihood/1': likelihood,
    'likelihood/2': likelihood,
    'likelihood/3': likelihood,
    'likelihood/4': likelihood,
    'likelihood/5': likelihood,
    'consequence/1': consequence,
    'consequence/2': consequence,
    'consequence/3': consequence,
    'consequence/4': consequence,
    'consequence/5': consequence,
    threshold,
    'band/low': band,
    'band/moderate': band,
    'band/high': band,
    'band/very-high': band,
    interval,
    opportunities,
  }),
});

const clauses = z
  .array(z.union([requirementId, z.literal('ours')]))
  .min(1)
  .describe('requirements that it serves; "ours" where it follows from none');

const id = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** What each of them says of itself. */
const about = {
  version: z.int().min(1),
  title: text,
  source: z.literal('ours'),
  clauses,
  notice: text,
};

/** Whether a full impact assessment is needed, by questions. */
export const triage = z.strictObject({
  id: z.literal('triage'),
  ...about,
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

const annexC = z.string().regex(/^C\.[23]\.\d+$/);

/** AI risks to start from. None has a rating: that hangs on the use. */
export const riskLibrary = z.strictObject({
  id: z.literal('risk-library'),
  ...about,
  howToUse: z.array(text).min(1),
  typicalFor: z.array(z.strictObject({ id, label: text })).min(1),
  risks: z
    .array(
      z.strictObject({
        id,
        title: text,
        description: text,
        riskSource: annexC.describe('a risk source of Annex C.3'),
        objectives: z.array(annexC).min(1).describe('objectives of Annex C.2 that would suffer'),
        affected: z
          .array(z.enum(['organisation', 'individuals', 'groups', 'society']))
          .min(1)
          .describe("options of Jira's field 'Who is affected', by their keys"),
        typicalFor: z.array(id).min(1),
        treatments: z
          .array(
            z.strictObject({
              option: z.enum(['modify', 'avoid', 'share', 'retain']),
              what: text,
              controls: z.array(requirementId),
            }),
          )
          .min(1),
        questions: z.array(text).min(1),
      }),
    )
    .min(1),
});

export type RiskLibrary = z.infer<typeof riskLibrary>;
