import { z } from 'zod';

export const recorded = z.strictObject({ decisionId: z.string() });
