import { z } from 'zod';

export const settingsInput = z.strictObject({});

/** What an administrator chooses once for the installation. */
export const settingsSchema = z.strictObject({
  /** Readers of Confluence without a login may see the counts of the organisation. */
  publicFigures: z.boolean(),
});
