/**
 * The mapping format: how rows of an inventory file become AI systems, claims and risks. A mapping is data; one
 * interpreter applies every mapping without knowing its source.
 *
 * Normalising comes before every comparison, of headers and values alike: curly quotes and dashes to ASCII (' " -),
 * no-break and other white space collapsed to one space, trimmed, lower case. Text that is stored (name, purpose, risk)
 * keeps its case and punctuation and is only collapsed and trimmed. Headers are matched whole; the first column with a
 * header counts; a missing header is an error that names it.
 *
 * A list of cases is read from the top and the first match wins. Within a case any one entry of `is` (equal),
 * `startsWith` or `contains` is enough; `blank` matches the empty value. A value that no case matches is a problem of
 * kind `otherwise.problem`, listed with line, column and value, and `otherwise` says what stands meanwhile.
 */
import { z } from 'zod';
import { stage } from './schema';

const header = z.string().min(1);
const pattern = z.string().min(1);

const match = {
  is: z.array(pattern).exactOptional(),
  startsWith: z.array(pattern).exactOptional(),
  contains: z.array(pattern).exactOptional(),
  blank: z.literal(true).exactOptional(),
};

/** Columns joined by " / ", blank parts left out. Values listed in `ignore` (normalised, whole) count as blank. */
const textRule = z.strictObject({
  field: z.enum(['name', 'purpose', 'owner', 'vendor']),
  columns: z.array(header).min(1),
  ignore: z.array(pattern),
  whenBlank: z.enum(['leave', 'problem']),
});

const otherwiseSet = z.strictObject({ set: z.array(z.string()), problem: z.string() });

/** A case sets values, or passes on to the next column of the rule. Setting nothing means "not known". */
const choiceCase = z.union([
  z.strictObject({ ...match, set: z.array(z.string()), thirdParties: z.enum(['yes', 'no']).exactOptional() }),
  z.strictObject({ ...match, next: z.literal(true) }),
]);

/** Columns are tried in order. A value without a case is a problem and stops the search; if all pass on, nothing is set. */
const choiceRule = z.strictObject({
  field: z.enum(['our-part', 'impact', 'personal-data']),
  from: z.array(z.strictObject({ column: header, cases: z.array(choiceCase).min(1) })).min(1),
  otherwise: otherwiseSet,
});

const stageRule = z.strictObject({
  column: header,
  cases: z.array(z.strictObject({ ...match, stage })).min(1),
  otherwise: z.strictObject({ stage, problem: z.string() }),
});

/**
 * `done`, `in-progress` and `to-do` make one issue for each claim, naming `requirements`; `declared-no` and `not-asked` make
 * nothing and are counted apart. `done` is a record declared by the source, not seen, effective on the file's date.
 */
const claimOutcome = z.enum(['done', 'in-progress', 'to-do', 'declared-no', 'not-asked']);

const claimRule = z.strictObject({
  id: z.string(),
  title: z.string().min(1),
  column: header,
  requirements: z.array(z.string()).min(1).describe('`framework/number`'),
  cases: z.array(z.strictObject({ ...match, outcome: claimOutcome, note: z.string().exactOptional() })).min(1),
  otherwise: z.strictObject({ problem: z.string() }),
});

/**
 * Any text that names a risk becomes one AI risk: Identified, unrated. It stays when the system retires. No risk is named by
 * a blank cell, by a text that is one of the words of `inventory/no-risk.json` as a whole, and by what the source is known
 * to write besides (`ignore`).
 */
const riskRule = z.strictObject({
  column: header,
  ignore: z.strictObject({ is: z.array(pattern), startsWith: z.array(pattern) }),
});

export const inventoryMapping = z.strictObject({
  $schema: z.string().exactOptional(),
  id: z.string(),
  title: z.string(),
  declaredBy: z.string().describe('who declares, for "declared by the …, not seen"'),
  file: z.strictObject({
    encoding: z.enum(['windows-1252', 'utf-8']),
    delimiter: z.enum([',', ';', '\t']),
    asOf: z.iso
      .date()
      .nullable()
      .describe('effective date of declared records; null: the person who imports states it'),
  }),
  identity: z.array(header).min(1).describe('columns that together name a row; a repeat is a problem "duplicate"'),
  texts: z.array(textRule),
  stage: stageRule,
  choices: z.array(choiceRule),
  claims: z.array(claimRule),
  risks: z.array(riskRule),
});

const wordsByLanguage = z.strictObject({
  means: z.string().min(1),
  en: z.array(pattern),
  de: z.array(pattern),
  fr: z.array(pattern),
  nl: z.array(pattern),
  es: z.array(pattern),
});

/**
 * Texts that name no risk, in whatever inventory: the source says nothing, or says that there is none. They are compared
 * with the whole text, normalised and without full stops at its end, never with a part of a longer one.
 */
export const noRiskWords = z.strictObject({ nothing: wordsByLanguage, none: wordsByLanguage });

export type NoRiskWords = z.infer<typeof noRiskWords>;
export type InventoryMapping = z.infer<typeof inventoryMapping>;
export type ClaimOutcome = z.infer<typeof claimOutcome>;
