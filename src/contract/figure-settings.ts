import { z } from 'zod';
import { courseShape, revisionSchema } from './course';

/** Settings that change figures: rows of one object that a second person approves. */

export const MOST_INTERVAL_MONTHS = 36;
const meaning = z.enum(['done', 'not-done']);
const euAiAct = z.strictObject({ applies: z.boolean(), reason: z.string().trim().max(1_000) });
/** Share of the audience, in per cent. */
const awareness = z.strictObject({ percent: z.number().int().min(50).max(100) });
const interval = z.strictObject({ months: z.number().int().min(1).max(MOST_INTERVAL_MONTHS) });
const resolution = z.strictObject({ means: meaning });

/** A row and what it holds; without a body it goes, and what the app proposes counts again. */
export const settingsRowSchema = z.union([
  z.strictObject({ key: z.literal('eu-ai-act'), body: euAiAct }),
  z.strictObject({ key: z.literal('awareness'), body: awareness }),
  z.strictObject({ key: z.templateLiteral(['interval/', z.string()]), body: interval.nullable() }),
  z.strictObject({ key: z.templateLiteral(['resolution/', z.string().regex(/^\d{1,18}$/)]), body: resolution }),
]);

export type SettingsRow = z.infer<typeof settingsRowSchema>;

export const editFigureSettingsInput = z.strictObject({
  /** The newest revision that whoever writes has seen. */
  revision: revisionSchema,
  /** None: what stands in the draft already. */
  rows: z.array(settingsRowSchema).max(100),
});

export const figureSettingsInput = z.strictObject({});
export const figureSettingsOutput = z.strictObject({
  ...courseShape,
  /** Of the draft, or of the version in force for who only reads. */
  euAiAct,
  awareness,
  /** Every requirement whose interval can be set. */
  intervals: z.array(
    z.strictObject({
      requirementId: z.string(),
      title: z.string(),
      /** As the app proposes it. */
      proposed: z.number(),
      /** The organisation's own, or null. */
      months: z.number().nullable(),
    }),
  ),
  /** The site's resolutions. What nobody has said yet has no meaning, and a proposal by its name. */
  resolutions: z.array(
    z.strictObject({ id: z.string(), name: z.string(), meaning: meaning.nullable(), proposal: meaning }),
  ),
  /** Keys of rows that are not as the version in force has them. */
  changed: z.array(z.string()),
  /** No Statement of Applicability was ever approved: whoever manages sets all but the EU AI Act alone. */
  alone: z.boolean(),
  /** Why it cannot be submitted, or null. */
  open: z.string().nullable(),
});
