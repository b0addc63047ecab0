import { APPROVING_ERRORS } from './words/errors/approving';
import { DECIDING_ERRORS } from './words/errors/deciding';
import { DETAILS } from './words/errors/details';
import { GENERAL_ERRORS } from './words/errors/general';
import { IMPORTING_ERRORS } from './words/errors/importing';
import { POLICY_ERRORS } from './words/errors/policy';
import { PRODUCTS_ERRORS } from './words/errors/products';
import { SETUP_ERRORS } from './words/errors/setup';

export { DETAILS };

/** The closed registry of errors that cross a border of the app. What caused one stays in the log, tied by `ref`. */
export const ERRORS = {
  ...GENERAL_ERRORS,
  ...DECIDING_ERRORS,
  ...APPROVING_ERRORS,
  ...POLICY_ERRORS,
  ...SETUP_ERRORS,
  ...IMPORTING_ERRORS,
  ...PRODUCTS_ERRORS,
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** An error of the registry. `data` holds facts for the person who reads it; `cause` goes to the log only. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    readonly data: { detail?: string; retryAfterSeconds?: number; status?: number } = {},
    cause?: unknown,
  ) {
    super(data.detail ? `${ERRORS[code].message} ${data.detail}` : ERRORS[code].message, { cause });
  }

  get remedy(): string {
    return ERRORS[this.code].remedy;
  }
}
