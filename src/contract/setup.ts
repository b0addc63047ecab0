import { z } from 'zod';

const projectId = z.string().regex(/^\d+$/);

const IMPACTS = ['create', 'adopt', 'extend', 'keep', 'refuse'] as const;

/** What a step of a plan is about. */
const KINDS = [
  'issue-type',
  'statuses',
  'link-type',
  'workflow',
  'field',
  'screen',
  'screen-scheme',
  'issue-type-scheme',
  'issue-type-screen-scheme',
  'workflow-scheme',
  'other-screen',
  'enrol',
] as const;

/** Choices that the administrator has; each default leaves alone what others share. */
const choicesSchema = z.strictObject({
  sharedSchemes: z.enum(['copy', 'extend']),
  /** Put the field "AIMS requirements" on the screens of the project's other issue types. */
  otherScreens: z.boolean(),
  /** Refs of namesakes (`planOutput`) that the app shall use instead of making something of its own. */
  adopt: z
    .array(z.string().regex(/^(field|issue-type|link-type):[a-z-]+$/))
    .max(200)
    .default([]),
});

export const planInput = z.strictObject({ projectId, choices: choicesSchema });

const stepSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(KINDS),
  impact: z.enum(IMPACTS),
  what: z.string(),
  why: z.string(),
});

/** Something of the customer's that has a wanted name: who uses it, and what using it for the AIMS would add to it. */
const namesakeSchema = z.strictObject({ ref: z.string(), what: z.string(), usedBy: z.string(), adds: z.string() });

export const planOutput = z.strictObject({
  digest: z.string(),
  steps: z.array(stepSchema),
  namesakes: z.array(namesakeSchema),
});

export const applyInput = z.strictObject({ ...planInput.shape, digest: z.string() });
export const applyOutput = z.strictObject({ runId: z.string() });

export const newProjectInput = z.strictObject({
  key: z.string().regex(/^[A-Z][A-Z0-9]{1,9}$/),
  name: z.string().trim().min(1).max(80),
});
export const newProjectOutput = z.strictObject({ projectId });

export const progressInput = z.strictObject({ runId: z.string() });
export const progressOutput = z.strictObject({
  runId: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  steps: z.array(
    z.strictObject({
      id: z.string(),
      what: z.string(),
      outcome: z.enum(['done', 'failed', 'not-executed']),
      error: z.strictObject({ code: z.string(), message: z.string(), remedy: z.string() }).nullable(),
    }),
  ),
});

export const statusInput = z.strictObject({});
export const statusOutput = z.strictObject({
  projects: z.array(
    z.strictObject({
      projectId,
      backfill: z
        .strictObject({ seen: z.number(), repaired: z.number(), finishedAt: z.number().nullable() })
        .nullable(),
    }),
  ),
  lastReconciled: z.number().nullable(),
  openMarks: z.number(),
});

export const reconcileInput = z.strictObject({ extent: z.enum(['changed', 'full']) });
export const acceptedOutput = z.strictObject({ accepted: z.literal(true) });
