import { counted } from '../../numbers';
import { WARNING_WORDS } from '../../statement-rows';

/** The page of the Statement of Applicability. */
export const LOADING_STATEMENT = 'Loading the Statement of Applicability';
export const STATEMENT_NOT_SHOWN = 'The Statement of Applicability cannot be shown';
export const NOTHING_WRITTEN = 'Nothing was written';

/** Of how many controls something is missing. */
export const stillOpenWords = (count: number): string =>
  `${counted(count, 'control is', 'controls are')} still open: each says what is missing.`;

/** A warning with the controls that it is of. @param more how many others it is of */
export function warningOfWords(code: keyof typeof WARNING_WORDS, controls: readonly string[], more: number): string {
  const others = more > 0 ? ` and ${more} more` : '';
  return `${WARNING_WORDS[code]} (${controls.join(', ')}${others})`;
}

/** What is decided for many at once. */
export const MANY_AT_ONCE = 'Many at once';
export const takeAllWords = (count: number): string => `Take all ${counted(count, 'suggestion', 'suggestions')}`;
export const WHAT_IS_SUGGESTED =
  'By risk where an AI risk names the control, by own choice where current evidence of it is linked.';
export const CHOOSE_FIRST = 'Choose controls in the tables to decide them together.';
export const KIND_OF_THE_REASON = 'Kind of the reason';
export const REASON_FOR_ALL = 'Reason for all that are chosen';
export const decideWords = (count: number): string => `Decide ${counted(count, 'control', 'controls')}`;
