import type { InventoryMapping, Stage } from '../../../controls';
import type { Day } from '../day';
import type { Progress } from '../item/item-fact';
import type { InterpretedRow } from './interpret';

/**
 * Wanted values by the vocabulary's field key: a text, a day, the key of an option, or the keys of several. Jira's form of
 * each follows from the field's type.
 */
export type PlannedFields = Readonly<Record<string, string | readonly string[]>>;

/** One issue that an import wants: it stands for a row, one of its claims, or its risk. */
export interface PlannedIssue {
  /** Stable over imports of the same source: `<row>`, `<row>/claim/<id>`, `<row>/risk`. */
  origin: string;
  kind: 'ai-system' | 'record' | 'ai-risk';
  line: number;
  summary: string;
  description: string;
  requirements: string[];
  labels: string[];
  fields: PlannedFields;
  /** Keys of fields that the file has a column for and the row leaves empty. */
  silent: string[];
  /** Stage of an AI system, or progress of a record; a risk stays where Jira creates it. */
  target: { stage: Stage } | { progress: Progress } | null;
  /** Origin of the AI system that it concerns. */
  concerns: string | null;
}

/** The sentences of planned issues, which `src/words/importing.ts` has. */
export interface IssueWords {
  notSeen: (by: string, source: string) => string;
  notRated: (by: string, source: string) => string;
  risks: (system: string) => string;
}

/** Marks a record that a source declared and nobody has seen. */
export const DECLARED_LABEL = 'declared-not-seen';

/** Jira's limit for a summary. */
const SUMMARY_LENGTH = 255;
/** Jira's limit for a paragraph is 32,767 characters; ADF counts its frame too. */
const PARAGRAPH_LENGTH = 30_000;
/** Jira's limit for a single-line text field. */
const LINE_LENGTH = 255;

const CLAIM_PROGRESS = { done: 'done', 'in-progress': 'in-progress', 'to-do': 'to-do' } as const;

const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 3)}...`;
/** A field that the row says nothing about is left out. */
const said = (key: string, value: string | readonly string[] | null | undefined): PlannedFields =>
  value === null || value === undefined || value.length === 0 ? {} : { [key]: value };

/**
 * The issues of one row. A claim becomes linked work only where the row declares it; a done one is a record, effective
 * on the file's date, declared and not seen. `declared-no` and `not-asked` become nothing.
 * @param rowOrigin the row's stable id
 */
export function plannedIssues(
  row: InterpretedRow,
  rowOrigin: string,
  mapping: InventoryMapping,
  asOf: Day,
  words: IssueWords,
): PlannedIssue[] {
  const claims = row.claims.flatMap((claim): PlannedIssue[] => {
    const rule = mapping.claims.find((candidate) => candidate.id === claim.id);
    if (!rule || claim.outcome === 'declared-no' || claim.outcome === 'not-asked') return [];
    const progress = CLAIM_PROGRESS[claim.outcome];
    return [
      {
        origin: `${rowOrigin}/claim/${claim.id}`,
        kind: 'record',
        line: row.line,
        summary: cut(`${rule.title}: ${row.name}`, SUMMARY_LENGTH),
        description: words.notSeen(mapping.declaredBy, mapping.title),
        requirements: rule.requirements,
        labels: [DECLARED_LABEL],
        fields: progress === 'done' ? { 'evidence-effective-date': asOf } : {},
        silent: [],
        target: { progress },
        concerns: rowOrigin,
      },
    ];
  });
  return [systemIssue(row, rowOrigin, mapping), ...claims, ...riskIssue(row, rowOrigin, mapping, words)];
}

/** The fields of an AI system that columns of a mapping fill, by the mapping's names for them. */
const FILLED: Readonly<Record<string, string>> = {
  purpose: 'intended-purpose',
  vendor: 'vendor',
  owner: 'owner-unit',
  impact: 'impact-flag',
  'our-part': 'our-part',
  'personal-data': 'personal-data',
};

/** A cell that holds what the mapping does not know is not empty: that is a problem of its own. */
function silentFields(row: InterpretedRow, fields: PlannedFields, { texts, choices }: InventoryMapping): string[] {
  const problems = new Set(row.problems.map(({ code }) => code));
  const asked = [
    ...texts.map(({ field }) => field),
    ...choices.flatMap(({ field, otherwise }) => (problems.has(otherwise.problem) ? [] : [field])),
  ];
  return asked.flatMap((name) => FILLED[name] ?? []).filter((key) => fields[key] === undefined);
}

function systemIssue(row: InterpretedRow, rowOrigin: string, mapping: InventoryMapping): PlannedIssue {
  const fields: PlannedFields = {
    ...said('intended-purpose', cut(row.purpose, PARAGRAPH_LENGTH)),
    ...said('vendor', cut(row.vendor, LINE_LENGTH)),
    ...said('owner-unit', cut(row.owner, LINE_LENGTH)),
    ...said('impact-flag', row.impact.join(', ')),
    ...said('our-part', row.ourPart),
    ...said('third-parties-involved', row.thirdParties),
    ...said('personal-data', row.personalData[0]),
    'discovered-as': 'declared',
  };
  return {
    origin: rowOrigin,
    kind: 'ai-system',
    line: row.line,
    summary: cut(row.name, SUMMARY_LENGTH),
    description: '',
    requirements: [],
    labels: [],
    fields,
    silent: silentFields(row, fields, mapping),
    target: { stage: row.stage },
    concerns: null,
  };
}

/** Identified and unrated: an empty risk is not a small risk. */
function riskIssue(
  row: InterpretedRow,
  rowOrigin: string,
  mapping: InventoryMapping,
  words: IssueWords,
): PlannedIssue[] {
  if (row.risk === null) return [];
  return [
    {
      origin: `${rowOrigin}/risk`,
      kind: 'ai-risk',
      line: row.line,
      summary: cut(words.risks(row.name), SUMMARY_LENGTH),
      description: `${cut(row.risk, PARAGRAPH_LENGTH)}\n\n${words.notRated(mapping.declaredBy, mapping.title)}`,
      requirements: [],
      labels: [DECLARED_LABEL],
      fields: {},
      silent: [],
      target: null,
      concerns: rowOrigin,
    },
  ];
}
