import type { InventoryMapping, Stage } from '../../../controls';
import type { Day } from '../day';
import type { Progress } from '../item/item-fact';
import type { InterpretedRow } from './interpret';

/** Wanted values by the blueprint's field key; Jira's form of each is the client's business. */
export interface PlannedFields {
  text?: Record<string, string>;
  paragraph?: Record<string, string>;
  options?: Record<string, string[]>;
  option?: Record<string, string>;
  day?: Record<string, Day>;
}

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
  /** Stage of an AI system, or progress of a record; a risk stays where Jira creates it. */
  target: { stage: Stage } | { progress: Progress } | null;
  /** Origin of the AI system that it concerns. */
  concerns: string | null;
}

/** Marks a record that a source declared and nobody has seen. */
export const DECLARED_LABEL = 'declared-not-seen';

/** Jira's limit for a summary. */
const SUMMARY_LENGTH = 255;
/** Jira's limit for a paragraph is 32,767 characters; ADF counts its frame too. */
const PARAGRAPH_LENGTH = 30_000;
/** Jira's limit for a single-line text field. */
const LINE_LENGTH = 255;

const OPTION_TEXTS: Readonly<Record<string, string>> = {
  develop: 'Develop',
  adapt: 'Adapt (train, fine-tune, own data)',
  provide: 'Provide to others',
  use: 'Use',
  yes: 'Yes',
  no: 'No',
};

const CLAIM_PROGRESS = { done: 'done', 'in-progress': 'in-progress', 'to-do': 'to-do' } as const;

const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 3)}...`;
const option = (word: string): string => OPTION_TEXTS[word] ?? word;
const filled = <Value>(key: string, value: Value, keep: boolean): Record<string, Value> =>
  keep ? { [key]: value } : {};

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
        description: `Declared by the ${mapping.declaredBy} in "${mapping.title}", not seen.`,
        requirements: rule.requirements,
        labels: [DECLARED_LABEL],
        fields: progress === 'done' ? { day: { 'evidence-effective-date': asOf } } : {},
        target: { progress },
        concerns: rowOrigin,
      },
    ];
  });
  return [systemIssue(row, rowOrigin), ...claims, ...riskIssue(row, rowOrigin, mapping)];
}

function systemIssue(row: InterpretedRow, rowOrigin: string): PlannedIssue {
  return {
    origin: rowOrigin,
    kind: 'ai-system',
    line: row.line,
    summary: cut(row.name, SUMMARY_LENGTH),
    description: '',
    requirements: [],
    labels: [],
    fields: {
      paragraph: filled('intended-purpose', cut(row.purpose, PARAGRAPH_LENGTH), row.purpose !== ''),
      text: {
        ...filled('vendor', cut(row.vendor, LINE_LENGTH), row.vendor !== ''),
        ...filled('owner-unit', cut(row.owner, LINE_LENGTH), row.owner !== ''),
        ...filled('impact-flag', row.impact.join(', '), row.impact.length > 0),
      },
      options: filled('our-part', row.ourPart.map(option), row.ourPart.length > 0),
      option: {
        ...filled('third-parties-involved', option(row.thirdParties ?? ''), row.thirdParties !== null),
        ...filled('personal-data', option(row.personalData[0] ?? ''), row.personalData.length > 0),
        'discovered-as': 'Declared',
      },
    },
    target: { stage: row.stage },
    concerns: null,
  };
}

/** Identified and unrated: an empty risk is not a small risk. */
function riskIssue(row: InterpretedRow, rowOrigin: string, mapping: InventoryMapping): PlannedIssue[] {
  if (row.risk === null) return [];
  return [
    {
      origin: `${rowOrigin}/risk`,
      kind: 'ai-risk',
      line: row.line,
      summary: cut(`Key risks: ${row.name}`, SUMMARY_LENGTH),
      description: `${cut(row.risk, PARAGRAPH_LENGTH)}\n\nDeclared by the ${mapping.declaredBy} in "${mapping.title}", not rated.`,
      requirements: [],
      labels: [DECLARED_LABEL],
      fields: {},
      target: null,
      concerns: rowOrigin,
    },
  ];
}
