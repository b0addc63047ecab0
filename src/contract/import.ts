import { z } from 'zod';
import { enteredDaySchema } from './common';

const importId = z.string().regex(/^[a-z0-9-]{8,64}$/);
const projectId = z.string().regex(/^\d+$/);

/** A row of the file as text by column header. A cell of Jira's text fields holds 32,767 characters at most. */
const rowSchema = z.strictObject({
  line: z.number().int().min(1),
  cells: z.record(z.string().max(1_000), z.string().max(100_000)),
  /** The record could not be read as a row of the file: it makes no issue, and is told by its line. */
  fault: z.enum(['cells-do-not-fit', 'quote-not-closed']).optional(),
});

export const startImportInput = z.strictObject({
  projectId,
  mapping: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .max(64),
  columns: z.array(z.string().max(1_000)).min(1).max(500),
  asOf: enteredDaySchema.nullable(),
});
export const startImportOutput = z.strictObject({ importId });

/** Chunks stay under 300 KB, well below the platform's limit of 500 KB a request. */
export const stageInput = z.strictObject({ importId, rows: z.array(rowSchema).min(1).max(1_000) });
export const stageOutput = z.strictObject({ staged: z.number() });

const problemSchema = z.strictObject({ line: z.number(), code: z.string(), column: z.string(), value: z.string() });

export const dryRunInput = z.strictObject({
  importId,
  /** Problems are listed from this one on, counted from 0; without it from the first. */
  problemsFrom: z.number().int().min(0).optional(),
});

/** AI systems by what the file says of them for one requirement: each is in one of the five. */
const claimCounts = z.strictObject({
  claimed: z.number(),
  planned: z.number(),
  /** The answer is one that the mapping does not know. */
  notKnown: z.number(),
  declaredNo: z.number(),
  notAsked: z.number(),
});

export const dryRunOutput = z.strictObject({
  rows: z.number(),
  /** Rows without a name: they make no issue. */
  nameless: z.number(),
  /** Rows by the stage that the file names; what names none counts as a stage all the same. */
  byStage: z.record(z.string(), z.number()),
  stageNotKnown: z.strictObject({ count: z.number(), countsAs: z.string() }),
  /** What becomes of the rows: issues to create by type, rows whose issue would change, rows that are there already. */
  issues: z.strictObject({ systems: z.number(), records: z.number(), risks: z.number() }),
  create: z.number(),
  update: z.number(),
  unchanged: z.number(),
  /** All problems, and how many there are of each cause; listed are 1,000 at most. */
  problemCount: z.number(),
  problemsByCause: z.record(z.string(), z.number()),
  problems: z.array(problemSchema),
  /** What a cell says beside its answer, such as a waiver: nothing is made of it, and it is not lost. */
  notes: z.array(z.strictObject({ line: z.number(), claim: z.string(), note: z.string() })),
  /** What the file says for each requirement that it is asked about, in AI systems; those that it calls retired apart. */
  claims: z.array(z.strictObject({ requirementId: z.string(), inScope: claimCounts, retired: claimCounts })),
  /** Rows whose text about risks names none, and their texts, the most frequent first, 100 at most. */
  noRisk: z.strictObject({
    rows: z.number(),
    texts: z.array(z.strictObject({ text: z.string(), says: z.enum(['nothing', 'none']), rows: z.number() })),
  }),
  /**
   * Rows that may be known AI systems under a new name, 200 at most, and what a person said: the issue's id, `another`, or
   * nothing yet. As long as nothing is said, nothing is done about either.
   */
  renamed: z.array(
    z.strictObject({
      line: z.number(),
      name: z.string(),
      answer: z.string().nullable(),
      /** `issue` is null where the viewer may not see it. */
      candidates: z.array(
        z.strictObject({
          issueId: z.string(),
          issue: z.strictObject({ key: z.string(), summary: z.string() }).nullable(),
        }),
      ),
    }),
  ),
  renamedCount: z.number(),
  /** Fields that an earlier import filled and the file leaves empty now, and whether they shall be emptied. */
  emptied: z.strictObject({ fields: z.number(), clear: z.boolean() }),
});

/** A decision about a file that is checked: what a row is (null takes an answer back), or whether emptied cells empty fields. */
export const answerImportInput = z.strictObject({
  importId,
  answer: z.discriminatedUnion('about', [
    z.strictObject({
      about: z.literal('renamed'),
      line: z.number().int().min(1),
      is: z.union([z.literal('another'), z.string().regex(/^\d{1,32}$/)]).nullable(),
    }),
    z.strictObject({ about: z.literal('emptied'), clear: z.boolean() }),
  ]),
});

export const applyImportInput = z.strictObject({ importId });
export const discardImportInput = z.strictObject({ importId });
export const importProgressInput = z.strictObject({ importId });
export const importProgressOutput = z.strictObject({
  state: z.enum(['staging', 'running', 'done', 'failed']),
  rows: z.number(),
  done: z.number(),
  created: z.number(),
  updated: z.number(),
  failed: z.array(z.strictObject({ line: z.number(), message: z.string() })),
  /** Why it ended before its end, and what to do about it. */
  error: z.strictObject({ code: z.string(), message: z.string(), remedy: z.string() }).nullable(),
  /** What was left alone on purpose, and why; line 0 where it is of no row of the file. With its issue, as the viewer sees it. */
  told: z.array(
    z.strictObject({
      line: z.number(),
      message: z.string(),
      issue: z.strictObject({ key: z.string(), summary: z.string() }).nullable(),
    }),
  ),
  /** Beyond the first 200 of each. */
  more: z.number(),
});
