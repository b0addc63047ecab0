import { numberOf } from '../../domain/requirement/requirement-id';
import { isOwn, rowKeyFrom } from '../../domain/statement/row';

/** Numbers of the controls behind keys of rows, each once. */
function numbersOf(keys: readonly string[]): string {
  const controls = keys.map((key) => rowKeyFrom(key).control);
  return [...new Set(controls.map((control) => (isOwn(control) ? control : numberOf(control))))].join(', ');
}

/** What an error says besides its message: facts of the one case, in sentences. */
export const DETAILS = {
  schemeNotChanged: 'Jira could not finish the change of the scheme.',
  schemeTakesLong: 'Jira has worked on the change of the scheme for six hours.',
  noMapping: (id: string) => `There is no mapping "${id}".`,
  columnsMissing: (columns: readonly string[]) =>
    `Missing: ${columns.map((column) => `"${column.slice(0, 80)}"`).join(', ')}.`,
  /** @param keys of rows of the Statement of Applicability */
  controlsOpen: (keys: readonly string[]) => `Open: ${numbersOf(keys)}.`,
  controls: (keys: readonly string[]) => `Controls: ${numbersOf(keys)}.`,
  /** @param keys of rows of something else that is approved: `likelihood/1` */
  rows: (keys: readonly string[]) => `Rows: ${keys.map((key) => key.replace('/', ' ')).join(', ')}.`,
  bandsDoNotRise: 'Each band has to end above the one before it, and the last at 25.',
  noWithoutReason: 'Say in a sentence why the EU AI Act does not apply to you.',
  /** @param questions by their numbers */
  criteria: (questions: readonly number[]) => `Criteria: ${questions.join(', ')}.`,
  noFramework: (id: string) => `framework: there is no ${id}`,
  reviewNotAhead: 'reviewDue: a day after today',
} as const;

/** What an input has to be, by the message that its schema gives. */
const INPUT_WORDS: Readonly<Record<string, string>> = {
  'implausible-day': 'a calendar day such as 2026-11-24, from 1900 to a hundred years ahead',
  'field-not-filtered': 'a field that the register filters by',
  'nothing-set': 'a setting to save',
  'field-not-sorted': 'a field that the register sorts by',
};

/** The first of what an input's schema has to say. */
export const inputWords = (issues: readonly { path: readonly PropertyKey[]; message: string }[]): string =>
  issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.') || 'input'}: ${INPUT_WORDS[message] ?? message}`)
    .join('; ');
