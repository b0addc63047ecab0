import { z } from 'zod';
import { SPELLINGS } from '../domain/policy/policy-text';
import { daySchema, enteredDaySchema } from './common';

const pageId = z.string().regex(/^\d{1,19}$/);
const pageVersion = z.number().int().min(1);
/** A group of the site by its id; its name may change. */
const groupId = z.string().regex(/^[\w-]{1,48}$/);

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
          /** Whom the approval is addressed to; those of before there were groups give a number of people. */
          by: z.enum(['number', 'groups', 'nobody']),
          /** Of groups: today's members who count. */
          audience: z.number(),
          acknowledged: z.number(),
          /** Members who joined lately and do not count yet, and how many of these confirmed it. */
          joinedLately: z.number(),
          confirmedLately: z.number(),
          /** One of the groups was not read yet. */
          beingRead: z.boolean(),
          /** Since when one of the groups cannot be read. */
          unreadOn: daySchema.nullable(),
          /** The groups, for whoever may approve and choose others. */
          groups: z.array(groupId),
          acknowledgedByMe: z.boolean(),
          /** The reader is one of those whom it is addressed to. */
          asksMe: z.boolean(),
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
  /** Groups of the site whose members the policy is addressed to; none: nobody is asked to confirm it. */
  audience: z.strictObject({ groups: z.array(groupId).max(20) }),
  reviewDue: enteredDaySchema,
  /** The approved policy of another page that the approver was shown and replaces. */
  replaces: z.strictObject({ pageId, pageVersion }).nullable().default(null),
});

export const acknowledgePolicyInput = z.strictObject({ pageId, pageVersion });
