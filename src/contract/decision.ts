import { z } from 'zod';
import { requirementIdSchema } from './common';

const reasonText = z.string().trim().min(1).max(4_000);
const issueId = z.string().regex(/^\d+$/);

export const recorded = z.strictObject({ decisionId: z.string() });

export const triageInput = z.strictObject({ systemIssueId: issueId, needed: z.boolean(), criteria: reasonText });

export const metInCommonInput = z.strictObject({ requirementId: requirementIdSchema, issueId, withdrawn: z.boolean() });
