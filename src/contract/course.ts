import { z } from 'zod';
import { daySchema } from './common';

/** The newest revision that somebody has seen of what a second person approves. */
export const revisionSchema = z.number().int().min(0);
export const revisionOutput = z.strictObject({ revision: revisionSchema });

/** How far something has come that a second person approves. */
export const courseShape = {
  /** `settled`: nothing was written since the approval; for who only reads nothing else but `none`. */
  state: z.enum(['none', 'draft', 'submitted', 'settled']),
  revision: revisionSchema,
  submitted: z.strictObject({ at: z.number(), by: z.string().nullable() }).nullable(),
  returned: z.strictObject({ at: z.number(), by: z.string().nullable(), reason: z.string() }).nullable(),
  may: z.strictObject({ manage: z.boolean(), approve: z.boolean() }),
  inForce: z
    .strictObject({
      version: z.number(),
      approvedOn: daySchema,
      by: z.string().nullable(),
      validUntil: daySchema.nullable(),
    })
    .nullable(),
};
const courseSchema = z.strictObject(courseShape);
export type CourseView = z.infer<typeof courseSchema>;
