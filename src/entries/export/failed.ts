import { AppError, ERRORS } from '../../errors';
import { describeError } from '../../log';
import { unknownAsOfWords } from '../../words/export';

/** What stands in place of figures that could not be read, for the rest of the page goes on. A fault of the app is logged. */
export function failedWords(error: unknown, macro: string, timeZone: string): string {
  const code = error instanceof AppError ? error.code : 'internal';
  if (ERRORS[code].fault !== 'user')
    console.error(JSON.stringify({ level: 'error', event: 'export-failed', macro, code, ...describeError(error) }));
  const message = error instanceof AppError ? error.message : ERRORS[code].message;
  return `${unknownAsOfWords(Date.now(), timeZone)} ${message} ${ERRORS[code].remedy}`;
}
