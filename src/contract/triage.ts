import { z } from 'zod';
import { ANSWERS } from '../domain/triage/row';
import { daySchema, issueIdSchema } from './common';
import { courseShape, revisionSchema } from './course';

const answerShape = {
  /** The id of a question of `controls/decisions/triage.json`. */
  question: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
  answer: z.enum(ANSWERS),
};

export const triageInput = z.strictObject({ issueId: issueIdSchema });

/** The triage of an AI system, as it is worked on, or for who only reads as it is in force. */
export const triageOutput = z.strictObject({
  ...courseShape,
  /** Why this AI system is assessed, whatever the answers are; null where it may be triaged. */
  closed: z.string().nullable(),
  answers: z.array(z.strictObject({ ...answerShape, reason: z.string() })),
  /** Keys of rows that are not as the version in force has them. */
  changed: z.array(z.string()),
  /** What is open before it can be submitted, in words. */
  open: z.array(z.string()),
  /** Whether a triage counts today: until which day, or what ended it and when; null where none was approved. */
  standing: z
    .union([
      z.strictObject({ counts: z.literal(true), on: daySchema, until: daySchema, byOnePerson: z.boolean() }),
      z.strictObject({ counts: z.literal(false), why: z.string(), day: daySchema }),
    ])
    .nullable(),
});

/** The answers as they stand in the form: what is left out is not answered. */
export const editTriageInput = z.strictObject({
  issueId: issueIdSchema,
  revision: revisionSchema,
  answers: z.array(z.strictObject({ ...answerShape, reason: z.string().trim().max(1_000) })).max(20),
});
