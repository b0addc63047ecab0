import { z } from 'zod';
import { figureSchema, ownTypesSchema, scopeInput } from './common';

export const projectsInput = scopeInput;

/** Enrolled projects that the viewer may browse, each with its own figures: for leaders, and to choose a scope. */
export const projectsOutput = z.strictObject({
  projects: z.array(
    z.strictObject({
      projectId: z.string(),
      key: z.string(),
      name: z.string(),
      systemsInScope: z.number(),
      systemsOutOfScope: z.number(),
      systemCells: figureSchema,
      risksAboveThreshold: z.number(),
      nonconformitiesOpen: z.number(),
      nonconformitiesOverdue: z.number(),
    }),
  ),
  /** Enrolled projects that the viewer may not browse; they are counted in the figures of the organisation. */
  hidden: z.number(),
  ownTypes: ownTypesSchema,
});
