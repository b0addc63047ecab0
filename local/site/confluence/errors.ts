/**
 * A refusal of Confluence. Version 2 answers `{errors: [{status, code, title, detail}]}`, version 1
 * `{statusCode, data, message}` (developer.atlassian.com/cloud/confluence/rest/v1/intro, "Status codes").
 */
export class ConfluenceError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }

  toBody(version: 1 | 2): unknown {
    if (version === 1)
      return {
        statusCode: this.status,
        data: { authorized: this.status !== 403, valid: this.status !== 400, errors: [], successful: false },
        message: this.message,
      };
    return {
      errors: [{ status: this.status, code: CODES[this.status] ?? 'ERROR', title: this.message, detail: null }],
    };
  }
}

const CODES: Readonly<Record<number, string>> = {
  400: 'INVALID_REQUEST_PARAMETER',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  429: 'RATE_LIMIT_EXCEEDED',
};

export const badRequest = (message: string): ConfluenceError => new ConfluenceError(400, message);
export const unauthorized = (): ConfluenceError => new ConfluenceError(401, 'Log in to do this.');
export const forbidden = (message: string): ConfluenceError => new ConfluenceError(403, message);
export const notFound = (message: string): ConfluenceError => new ConfluenceError(404, message);
export const conflict = (message: string): ConfluenceError => new ConfluenceError(409, message);
