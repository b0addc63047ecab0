/** What went wrong with a call, in words for the person in front of the screen. `ref` ties it to the app's log. */
export class CallError extends Error {
  override readonly name = 'CallError';
  /** When it went wrong. */
  readonly at = Date.now();

  constructor(
    readonly code: string,
    message: string,
    readonly remedy: string,
    readonly ref: string | null,
  ) {
    super(message);
  }
}

/** Somebody may not see or do what was asked for: no fault, and nothing that another try would change. */
export const isRefused = ({ code }: CallError): boolean => code === 'not-allowed';

const OUT_OF_REACH = new Set(['jira-unavailable', 'jira-rate-limited', 'confluence-unavailable', 'unreachable']);

/** What was asked for is unknown, because nobody answered who knows it. */
export const isOutOfReach = ({ code }: CallError): boolean => OUT_OF_REACH.has(code);
