import { z } from 'zod';

const meaning = z.enum(['done', 'not-done']);

export const resolutionsInput = z.strictObject({});

/** The site's resolutions. What nobody has chosen yet has no meaning, and a proposal by its name. */
export const resolutionsOutput = z.strictObject({
  resolutions: z.array(
    z.strictObject({ id: z.string(), name: z.string(), meaning: meaning.nullable(), proposal: meaning }),
  ),
});

export const chooseResolutionsInput = z.strictObject({
  /** Resolution id -> what it means. */
  meanings: z.record(z.string().regex(/^\d+$/), meaning),
});
