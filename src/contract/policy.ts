import { z } from 'zod';
import { SPELLINGS } from '../domain/policy/policy-text';
import { daySchema, enteredDaySchema } from './common';

const pageId = z.string().regex(/^\d{1,19}$/);
const pageVersion = z.number().int().min(1);

export const policyInput = z.strictObject({ pageId });

/**
 * How the AI policy of a page stands. Its text is not in it: the screen has the page's own, or fetches the approved
 * version as the reader, and compares fingerprints.
 */
export const policyOutput = z.strictObject({
  /** Null where the page's text was never approved, or another page holds the policy that counts now. */
  approval: z
    .strictObject({
      pageVersion,
      /** SHA-256 of the approved text, see `fingerprintOf`. */
      fingerprint: z.string(),
      /** How it spells the text. */
      spelling: z.enum(SPELLINGS),
      approvedOn: daySchema,
      reviewDue: daySchema,
      /** That day has passed, where the site is. */
      reviewOverdue: z.boolean(),
      /** Null for readers without a login. */
      approverId: z.string().nullable(),
      /** How many people know it (7.3). Null for readers without a login. */
      awareness: z
        .strictObject({
          audience: z.number(),
          acknowledged: z.number(),
          acknowledgedByMe: z.boolean(),
          /** Share of the audience, 0 to 1, from which on awareness counts as given. */
          threshold: z.number(),
        })
        .nullable(),
    })
    .nullable(),
  supersededElsewhere: z.boolean(),
  /** For whoever may approve: the policy of another page that counts now, and that an approval of this page replaces. */
  elsewhere: z.strictObject({ pageId, pageVersion, approvedOn: daySchema, acknowledged: z.number() }).nullable(),
  mayApprove: z.boolean(),
  /** False for readers without a login. */
  mayAcknowledge: z.boolean(),
});

export const approvePolicyInput = z.strictObject({
  pageId,
  /** The version that the approver looked at. */
  pageVersion,
  /** SHA-256 of its text, computed from the words that they were shown (`fingerprintOf`). */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  /** People whom the policy is addressed to. */
  audience: z.number().int().min(1).max(1_000_000),
  reviewDue: enteredDaySchema,
  /** The approved policy of another page that the approver was shown and replaces. */
  replaces: z.strictObject({ pageId, pageVersion }).nullable().default(null),
});

export const acknowledgePolicyInput = z.strictObject({ pageId, pageVersion });
