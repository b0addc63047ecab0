/** A refusal in Jira's error shape: `{errorMessages, errors}` (schema `ErrorCollection` of the OpenAPI). */
export class JiraError extends Error {
  readonly fieldErrors: Readonly<Record<string, string>>;

  constructor(
    readonly status: number,
    readonly errorMessages: readonly string[],
    options: { fields?: Readonly<Record<string, string>>; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(
      [...errorMessages, ...Object.entries(options.fields ?? {}).map(([key, text]) => `${key}: ${text}`)].join(' '),
    );
    this.fieldErrors = options.fields ?? {};
    this.headers = options.headers ?? {};
  }

  readonly headers: Readonly<Record<string, string>>;

  /** The body that Jira answers with. */
  toBody(): { errorMessages: readonly string[]; errors: Readonly<Record<string, string>> } {
    return { errorMessages: this.errorMessages, errors: this.fieldErrors };
  }
}

export const badRequest = (message: string): JiraError => new JiraError(400, [message]);
export const fieldError = (field: string, message: string): JiraError =>
  new JiraError(400, [], { fields: { [field]: message } });
export const unauthorized = (): JiraError =>
  new JiraError(401, ['You are not authenticated. Authentication required to perform this operation.']);
export const forbidden = (message = 'You do not have permission to perform this operation.'): JiraError =>
  new JiraError(403, [message]);
export const notFound = (message: string): JiraError => new JiraError(404, [message]);
export const conflict = (message: string): JiraError => new JiraError(409, [message]);
