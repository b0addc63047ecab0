import { z } from 'zod';
import { ACCEPTORS, HIGHEST_LEVEL } from '../domain/criteria/criteria';
import { courseShape, revisionSchema } from './course';

/** Risk criteria (6.1.1, 6.1.2): rows of a draft, what was approved, and what a change would do. */

const text = (most: number) => z.string().trim().min(1).max(most);
const whole = (most: number) => z.number().int().min(1).max(most);
const effect = z.strictObject({ means: text(1_000), sign: text(1_000) });

const likelihood = z.strictObject({ word: text(40), often: text(200), sign: text(1_000) });
const consequence = z.strictObject({ word: text(40), organisation: effect, individuals: effect, society: effect });
const band = z.strictObject({
  to: whole(HIGHEST_LEVEL),
  says: text(400),
  do: text(1_000),
  who: z.enum(ACCEPTORS),
  months: whole(12),
});
const words = z.strictObject({ words: text(8_000) });

/** A row and what it holds, by its key. */
export const criteriaRowSchema = z.union([
  z.strictObject({ key: z.templateLiteral(['likelihood/', z.enum(['1', '2', '3', '4', '5'])]), body: likelihood }),
  z.strictObject({ key: z.templateLiteral(['consequence/', z.enum(['1', '2', '3', '4', '5'])]), body: consequence }),
  z.strictObject({ key: z.templateLiteral(['band/', z.enum(['low', 'moderate', 'high', 'very-high'])]), body: band }),
  z.strictObject({ key: z.literal('threshold'), body: z.strictObject({ level: whole(HIGHEST_LEVEL) }) }),
  z.strictObject({ key: z.literal('interval'), body: z.strictObject({ months: whole(36) }) }),
  z.strictObject({ key: z.enum(['rating', 'opportunities']), body: words }),
]);

export type CriteriaRow = z.infer<typeof criteriaRowSchema>;

export const editCriteriaInput = z.strictObject({
  /** The newest revision that whoever writes has seen: a row that somebody wrote since is not overwritten. */
  revision: revisionSchema,
  /** None: the first draft is what the app proposes. */
  rows: z.array(criteriaRowSchema).max(20),
});

export const criteriaInput = z.strictObject({});
export const criteriaOutput = z.strictObject({
  ...courseShape,
  /** In the order in which they are read: of the draft, or of the version in force for who only reads; else what the app proposes. */
  rows: z.array(
    z.strictObject({
      row: criteriaRowSchema,
      /** It is not as the version in force has it, or as the app proposes it while there is none. */
      isChanged: z.boolean(),
    }),
  ),
  /** Nobody has written anything yet: the rows are what the app proposes. */
  isProposal: z.boolean(),
  /** Why it cannot be submitted, or null. */
  open: z.string().nullable(),
});

export const effectInput = z.strictObject({});
/** What the approval of the draft would do to the risks that are there, in counts. */
export const effectOutput = z.strictObject({
  risks: z.number(),
  /** Risks that lie in another band. */
  otherBand: z.number(),
  nowAbove: z.number(),
  noLongerAbove: z.number(),
  acceptancesEnd: z.number(),
  /** Risks rated by words that change. */
  olderWords: z.number(),
});
