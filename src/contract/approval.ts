import { z } from 'zod';
import { APPROVAL_KINDS } from '../domain/approval/entry';
import { revisionSchema } from './course';
import { contentPageShape, whichSchema } from './statement';

/** What a second person approves, whatever it is. */
const of = { kind: z.enum(APPROVAL_KINDS), subject: z.string().min(1).max(64) };
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);

/** The newest revision that the caller has seen. */
export const submitInput = z.strictObject({ ...of, revision: revisionSchema });
export const takeBackInput = z.strictObject(of);

export const previewInput = z.strictObject({ ...of, after: z.string().max(160) });
export const previewOutput = z.strictObject({
  ...contentPageShape,
  submitted: z.strictObject({ at: z.number(), by: z.string().nullable() }),
  /** The version that an approval would make. */
  version: z.number(),
  /** Where the caller may not because they wrote part of it: account ids of others who were seen here and may approve. */
  entitled: z.array(z.string()).nullable(),
  /** Why the caller may not approve it, in words; null where they may. */
  refusal: z.strictObject({ code: z.string(), message: z.string(), remedy: z.string() }).nullable(),
});

export const decideInput = z.strictObject({
  outcome: z.enum(['approved', 'returned']),
  reason: z.string().trim().max(4_000),
  items: z
    .array(
      z.strictObject({
        ...of,
        /** SHA-256 of the canonical content, computed from the words that the caller was shown. */
        fingerprint,
      }),
    )
    .min(1)
    .max(50),
});
/** One for each item, in their order: what was refused does not stop the others. */
export const decideOutput = z.strictObject({
  results: z.array(
    z.strictObject({
      version: z.number().nullable(),
      refusal: z.strictObject({ code: z.string(), message: z.string(), remedy: z.string() }).nullable(),
    }),
  ),
});

export const withdrawApprovalInput = z.strictObject({
  ...of,
  version: z.number().int().min(1),
  reason: z.string().trim().min(1).max(4_000),
});

/** Two contents, each of a version or of the draft as it is now. */
export const compareInput = z.strictObject({ ...of, from: whichSchema, to: whichSchema });
/** What differs between them, by row and field. */
export const compareOutput = z.strictObject({
  changes: z.array(
    z.strictObject({
      key: z.string(),
      field: z.string(),
      /** As the content has it; null where it does not have the field. */
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
  people: z.record(z.string(), z.string()),
  /** Further ones, which are not listed. */
  more: z.number(),
});
