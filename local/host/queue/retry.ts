import { z } from 'zod';
import type { InvocationFailed } from '../worker/pool';
import type { Pending } from './store';

/** developer.atlassian.com/platform/forge/events-reference/retry: 4 retries, 900 s, data of 4 KB. */
const ASKED_RETRIES = 4;
const LONGEST_RETRY_AFTER_S = 900;
const RETRY_DATA_BYTES = 4 * 1024;
/** developer.atlassian.com/platform/forge/runtime-reference/async-events-api: thrown errors are retried within a day. */
const RETENTION_MS = 24 * 3_600_000;
/** How fast the back-off grows is not documented. */
const FIRST_BACKOFF_MS = 5_000;
const LONGEST_BACKOFF_MS = 30 * 60_000;

export type Verdict =
  | { kind: 'done' }
  | { kind: 'retry'; due: number; context: Pending['retryContext']; asked: number; reason: string }
  | { kind: 'dropped'; reason: string };

/** What an `InvocationError` looks like after it crossed the border: `{_retry, retryOptions}`. */
const request = z.object({
  _retry: z.literal(true),
  retryOptions: z
    .object({
      retryAfter: z.number().optional(),
      retryReason: z.string().optional(),
      retryData: z.unknown().optional(),
    })
    .default({}),
});

/** Decides after a function returned: done, or a retry that it asked for. */
export function afterAnswer(answer: unknown, pending: Pending, now: number): Verdict {
  const asked = request.safeParse(answer);
  if (!asked.success) return { kind: 'done' };
  const { retryAfter = 1, retryReason = 'FUNCTION_RETRY_REQUEST', retryData } = asked.data.retryOptions;
  if (pending.asked >= ASKED_RETRIES)
    return { kind: 'dropped', reason: `asked for more than ${ASKED_RETRIES} retries` };
  if (retryData !== undefined && Buffer.byteLength(JSON.stringify(retryData)) > RETRY_DATA_BYTES) {
    return { kind: 'dropped', reason: `retryData has more than ${RETRY_DATA_BYTES} bytes` };
  }
  const wait = Math.min(retryAfter, LONGEST_RETRY_AFTER_S) * 1_000;
  return {
    kind: 'retry',
    due: now + wait,
    context: { retryReason, retryData },
    asked: pending.asked + 1,
    reason: retryReason,
  };
}

const REASONS = {
  'timed-out': 'FUNCTION_TIME_OUT',
  'out-of-memory': 'FUNCTION_OUT_OF_MEMORY',
  ended: 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
  threw: 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
} as const;

/**
 * Decides after a function failed. Consumers are retried with growing waits for a day; triggers only when the platform
 * ended them, at most four times (developer.atlassian.com/platform/forge/events-reference/retry).
 */
export function afterFailure(error: InvocationFailed, pending: Pending, now: number): Verdict {
  const reason = `${error.reason}: ${error.message}`;
  const context = { retryReason: REASONS[error.reason], retryData: undefined };
  const due = now + Math.min(FIRST_BACKOFF_MS * 2 ** pending.retries, LONGEST_BACKOFF_MS);
  const lasting =
    pending.kind === 'consumer'
      ? due <= pending.first + RETENTION_MS
      : error.reason !== 'threw' && pending.retries < ASKED_RETRIES;
  return lasting ? { kind: 'retry', due, context, asked: pending.asked, reason } : { kind: 'dropped', reason };
}
