import Papa from 'papaparse';
import { AI_SYSTEM } from '../../../src/words/screens/shared/common';
import {
  APPROVED_BY,
  APPROVED_ON,
  conditionToldWords,
  EVIDENCE_UNTIL,
  HIDDEN_SYSTEM,
  KINDS_OF_REASONS,
  VALID_UNTIL,
} from '../../../src/words/screens/statement/export';
import { APPLICABILITY_WORDS } from '../../../src/words/statement';
import { type CONDITION_WORDS, IMPLEMENTATION_NOTE, REASON_KIND_WORDS } from '../../../src/words/statement-rows';
import { STATES } from '../../../src/words/states';
import type { Row, Statement } from './statement';

/** Columns of the CSV, in this order; a row for a control or a deviation. */
const COLUMNS = [
  ...[
    'Control',
    'Title',
    'Group',
    AI_SYSTEM,
    'Applicable',
    'Condition',
    KINDS_OF_REASONS,
    'Reasons',
    'Risks',
    'Duties',
  ],
  ...['Responsible', IMPLEMENTATION_NOTE, 'State', EVIDENCE_UNTIL, 'Version', APPROVED_BY, APPROVED_ON],
  ...[VALID_UNTIL, 'Fingerprint'],
];

export interface StoredRow {
  key: string;
  body: Readonly<Record<string, unknown>>;
}
export interface StoredReason {
  kind: keyof typeof REASON_KIND_WORDS;
  text: string;
  links: string[];
}

/** What the file tells beside the content of the version: all of it as the viewer may see it. */
export interface BesideCsv {
  /** Controls as they are shown, in their order. */
  controls: readonly Pick<Row, 'key' | 'number' | 'title' | 'group' | 'state' | 'appliesToNone'>[];
  version: Pick<Statement['versions'][number], 'version' | 'approvedOn' | 'validUntil' | 'fingerprint'>;
  approver: string;
  /** Names by the tokens that the content has for people. */
  names: ReadonlyMap<string, string>;
  /** Keys of issues by item id. */
  issues: ReadonlyMap<string, string>;
  /** By control, the last day on which everything stands that its state rests on. */
  evidenceUntil: Readonly<Record<string, string>>;
}

/**
 * What a spreadsheet would calculate. The expression that Papa Parse brings lets through what goes on in a second line, and signs
 * of full width, which spreadsheets read alike.
 */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/** A version as CSV. What somebody wrote that a spreadsheet would take for a formula begins with an apostrophe. */
export function csvOf(rows: readonly StoredRow[], beside: BesideCsv): string {
  const places = new Map(beside.controls.map(({ key }, place) => [key, place]));
  const placeOf = ({ key }: StoredRow) => places.get(controlOf(key)) ?? places.size;
  // A control is followed by what deviates from it: keys of deviations begin with that of their control.
  const inOrder = [...rows].sort((a, b) => placeOf(a) - placeOf(b) || (a.key < b.key ? -1 : 1));
  const data = inOrder.map((row) => lineOf(row, beside));
  return Papa.unparse({ fields: COLUMNS, data }, { escapeFormulae: FORMULA, newline: '\r\n' });
}

const controlOf = (key: string): string => key.split('@')[0] ?? key;
/** The AI system of a deviation, empty of a control. */
export const systemOf = (key: string): string => key.split('@')[1] ?? '';
export const reasonsOf = ({ body }: StoredRow): StoredReason[] => (body.reasons ?? []) as StoredReason[];

function lineOf(row: StoredRow, beside: BesideCsv): string[] {
  const { key, body } = row;
  const system = systemOf(key);
  const shown = beside.controls.find((control) => control.key === controlOf(key));
  // Of an AI system that the viewer may not see the control's panel shows no reason either.
  const isHidden = system !== '' && !beside.issues.has(system);
  const reasons = isHidden ? [] : reasonsOf(row);
  const linked = (wanted: readonly StoredReason[]) => wanted.flatMap(({ links }) => links);
  const condition = body.appliesWhen as keyof typeof CONDITION_WORDS | null | undefined;
  const { version, approvedOn, validUntil, fingerprint } = beside.version;
  return [
    shown?.number ?? controlOf(key),
    String(body.title ?? shown?.title ?? ''),
    String(body.group ?? shown?.group ?? ''),
    isHidden ? HIDDEN_SYSTEM : (beside.issues.get(system) ?? ''),
    APPLICABILITY_WORDS[body.applicable === true ? 'applicable' : 'excluded'],
    condition ? conditionToldWords(condition, shown?.appliesToNone === true) : '',
    reasons.map(({ kind }) => REASON_KIND_WORDS[kind]).join('; '),
    reasons.map(({ text }) => text).join('; '),
    linked(reasons.filter(({ kind }) => kind === 'risk'))
      .flatMap((link) => beside.issues.get(link) ?? [])
      .join('; '),
    linked(reasons)
      .filter((link) => link.startsWith('eu-ai-act/'))
      .join('; '),
    typeof body.responsible === 'string' ? (beside.names.get(body.responsible) ?? '') : '',
    String(body.note ?? ''),
    ...(system === '' ? standingOf(shown, beside) : ['', '']),
    String(version),
    beside.approver,
    approvedOn,
    validUntil ?? '',
    fingerprint,
  ];
}

/** The calculated state of a control, and until when what it rests on stands, where it is met. */
function standingOf(shown: BesideCsv['controls'][number] | undefined, { evidenceUntil }: BesideCsv): [string, string] {
  if (!shown?.state) return ['', ''];
  const isMet = shown.state === 'implemented' || shown.state === 'verified';
  return [STATES[shown.state].word, isMet ? (evidenceUntil[shown.key] ?? '') : ''];
}
