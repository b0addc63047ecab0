import { unknownAsOfWords } from '../../words/export';
import { told } from '../failure';

/** What stands in place of figures that could not be read, for the rest of the page goes on. A fault of the app is logged. */
export function failedWords(error: unknown, macro: string, timeZone: string): string {
  const { message, remedy } = told(error, 'export-failed', { macro });
  return `${unknownAsOfWords(Date.now(), timeZone)} ${message} ${remedy}`;
}
