/** One JSON line for each entry; account ids, keys, titles and texts never go in. */
export interface Log {
  info(event: string, facts?: Record<string, unknown>): void;
  error(event: string, facts?: Record<string, unknown>): void;
}

/** A log bound to one invocation, so that nothing of another installation can stick to it. */
export function createLog(invocation: string): Log {
  const write =
    (level: 'info' | 'error') =>
    (event: string, facts: Record<string, unknown> = {}) => {
      const line = JSON.stringify({ level, event, invocation, ...facts });
      if (level === 'error') console.error(line);
      else console.log(line);
    };
  return { info: write('info'), error: write('error') };
}

/** What the log may say of an unknown error: its name and message, never a payload. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: String(error) };
  return { error: error.name, message: error.message, stack: error.stack?.split('\n').slice(1, 4) };
}
