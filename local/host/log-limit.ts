import type { Limits } from './limits';

/**
 * What an invocation may leave in the log: "100 per runtime minute (rounded up)" of the function's time limit, and
 * 200 KB (developer.atlassian.com/platform/forge/limits-invocation).
 * @returns whether the next line is kept
 */
export function logLimit(limits: Limits, timeoutSeconds: number | undefined): (line: string) => boolean {
  const most = limits.logLinesPerMinute * Math.ceil((timeoutSeconds ?? 1) / 60);
  let lines = 0;
  let bytes = 0;
  return (line) => {
    lines += 1;
    bytes += Buffer.byteLength(line);
    return lines <= most && bytes <= limits.logBytes;
  };
}
