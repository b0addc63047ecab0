import { z } from 'zod';
import { daySchema } from './common';

/** How far something has come that a second person approves, whatever its kind. */

export const revisionSchema = z.number().int().min(0);
export const revisionOutput = z.strictObject({ revision: revisionSchema });

const changedSchema = z.strictObject({ at: z.number(), by: z.string().nullable(), reason: z.string() });

export const courseShape = {
  /** Of a draft; `settled` alone for who only reads what is in force. */
  state: z.enum(['none', 'draft', 'submitted', 'settled']),
  revision: revisionSchema,
  submitted: z.strictObject({ at: z.number(), by: z.string().nullable() }).nullable(),
  returned: changedSchema.nullable(),
  may: z.strictObject({ manage: z.boolean(), approve: z.boolean() }),
  /** The version in force, or null. */
  inForce: z
    .strictObject({ version: z.number(), approvedOn: daySchema, validUntil: daySchema.nullable(), lapsed: z.boolean() })
    .nullable(),
  versions: z.array(
    z.strictObject({
      version: z.number(),
      approvedOn: daySchema,
      by: z.string().nullable(),
      fingerprint: z.string(),
      validUntil: daySchema.nullable(),
      /** Whoever approved it had submitted it. */
      byOnePerson: z.boolean(),
      withdrawn: changedSchema.nullable(),
    }),
  ),
};
