import { z } from 'zod';
import { FIGURES_SHOWN_TO } from '../domain/reader';

export const settingsInput = z.strictObject({});

const shownTo = z.enum(FIGURES_SHOWN_TO);

/** What an administrator sets alone for the installation; what is not named stays. */
export const saveSettingsInput = z
  .strictObject({
    figuresShownTo: shownTo.optional(),
    homeProject: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional(),
  })
  .refine((named) => Object.keys(named).length > 0, 'nothing-set');

export const settingsOutput = z.strictObject({
  /** To whom figures of the organisation are shown in Confluence. */
  figuresShownTo: shownTo,
  /** The enrolled project that holds the organisation's own records and tasks; null while none is enrolled. */
  homeProject: z.string().nullable(),
  /** What was set before, the newest first: old and new value, when, and by whom. */
  changes: z.array(
    z.strictObject({
      setting: z.enum(['figures-shown-to', 'home-project']),
      from: z.string().nullable(),
      to: z.string(),
      at: z.number(),
      by: z.string().nullable(),
    }),
  ),
});
