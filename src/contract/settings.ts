import { z } from 'zod';
import { FIGURES_SHOWN_TO } from '../domain/reader';

export const settingsInput = z.strictObject({});

/** What an administrator chooses once for the installation. */
export const settingsSchema = z.strictObject({
  /** To whom figures of the organisation are shown in Confluence. */
  figuresShownTo: z.enum(FIGURES_SHOWN_TO),
});
