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

export const dryRunInput = z.strictObject({ importId });
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
  problemCount: z.number(),
  problems: z.array(problemSchema),
  /** What a cell says beside its answer, such as a waiver: nothing is made of it, and it is not lost. */
  notes: z.array(z.strictObject({ line: z.number(), claim: z.string(), note: z.string() })),
  /** Cells that say nothing, kept apart: declared "no", and not asked. By requirement. */
  silent: z.array(z.strictObject({ requirementId: z.string(), declaredNo: z.number(), notAsked: z.number() })),
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
  /** What was left alone on purpose, and why; line 0 where it is of no row of the file. */
  told: z.array(z.strictObject({ line: z.number(), message: z.string() })),
  /** Beyond the first 200 of each. */
  more: z.number(),
});
