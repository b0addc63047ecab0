import { AppError, ERRORS, type ErrorCode } from '../errors';
import { describeError } from '../log';

/**
 * What a person is told of anything that was thrown: an error of the registry as it is, all else as `internal`. What is not
 * the person's fault is logged, with the cause that they are not told.
 * @param facts what the log tells beside the error: ids and names of ours, never a payload
 */
export function told(
  error: unknown,
  event: string,
  facts: Readonly<Record<string, unknown>>,
): { code: ErrorCode; message: string; remedy: string } {
  const code = error instanceof AppError ? error.code : 'internal';
  if (ERRORS[code].fault !== 'user') {
    console.error(
      JSON.stringify({
        level: 'error',
        event,
        ...facts,
        code,
        ...describeError(error),
        cause: error instanceof Error && error.cause ? describeError(error.cause) : undefined,
      }),
    );
  }
  const message = error instanceof AppError ? error.message : ERRORS[code].message;
  return { code, message, remedy: ERRORS[code].remedy };
}
