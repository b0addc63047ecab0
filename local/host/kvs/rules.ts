import type { Limits } from '../limits';

const KEY_PATTERN = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;
/** Results of a query (storage-reference/kvs-api-query, entities-api-query). */
export const PAGE_DEFAULT = 10;
export const PAGE_LIMIT = 100;
/** developer.atlassian.com/platform/forge/storage-reference/kvs-time-to-live: at most a year. */
const LONGEST_TTL = 365 * 24 * 3_600_000;
const UNITS: Record<string, number> = { SECONDS: 1_000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 };

export interface SetOptions {
  ttl?: { value: number; unit: string };
  keyPolicy?: 'FAIL_IF_EXISTS' | 'OVERRIDE';
  returnValue?: 'PREVIOUS' | 'LATEST';
}

/** A request that the key-value store refuses; `code` is what the SDK's error carries. */
export class KvsRefused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** @param longest how many characters a key may have */
export function checkKey(key: unknown, longest: number): void {
  if (typeof key !== 'string' || key.length === 0)
    throw new KvsRefused(400, 'INVALID_KEY', 'A key is a text that is not empty.');
  if (key.length > longest)
    throw new KvsRefused(400, 'KEY_TOO_LONG', `A key has at most ${longest} characters; this one has ${key.length}.`);
  if (!KEY_PATTERN.test(key))
    throw new KvsRefused(400, 'INVALID_KEY', `Key ${key} holds a character outside a-z A-Z 0-9 : . _ - # and blanks.`);
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

export function checkValue(value: unknown, { kvsValueBytes, kvsValueDepth }: Limits): void {
  if (value === undefined)
    throw new KvsRefused(400, 'INVALID_VALUE', 'A value must be given; undefined cannot be stored.');
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes > kvsValueBytes)
    throw new KvsRefused(400, 'MAX_SIZE', `A value has at most ${kvsValueBytes} bytes; this one has ${bytes}.`);
  if (depthOf(value) > kvsValueDepth)
    throw new KvsRefused(400, 'MAX_DEPTH', `A value is at most ${kvsValueDepth} objects deep.`);
}

/** When a value with these options ends, in epoch milliseconds; null for never. */
export function expiry(options: SetOptions | undefined, now: number): number | null {
  if (!options?.ttl) return null;
  const milliseconds = options.ttl.value * (UNITS[options.ttl.unit] ?? Number.NaN);
  if (!(milliseconds > 0 && milliseconds <= LONGEST_TTL))
    throw new KvsRefused(
      400,
      'INVALID_TTL',
      'A time to live is positive, in SECONDS, MINUTES, HOURS or DAYS, and at most a year.',
    );
  return now + milliseconds;
}
