/** What every shape of the catalogue is made of. */
import { z } from 'zod';

export const text = z
  .string()
  .min(1)
  .regex(/^\S[\s\S]*\S$/, 'no space at either end');
export const sourceKeys = z.array(z.string()).min(1).describe('keys of controls/sources.json');
export const day = z.iso.date();
/** `framework/number`. */
export const requirementId = z.string().regex(/^[a-z][a-z0-9-]*\/([A-Z]\.)?\d+(\.\d+)*$/);
