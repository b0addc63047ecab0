/** developer.atlassian.com/platform/forge/limits-kvs-ce */
const KEY_LENGTH = 500;
const KEY_PATTERN = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;
const VALUE_BYTES = 240 * 1024;
const VALUE_DEPTH = 31;
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

export function checkKey(key: unknown): void {
  if (typeof key !== 'string' || key.length === 0)
    throw new KvsRefused(400, 'INVALID_KEY', 'A key is a text that is not empty.');
  if (key.length > KEY_LENGTH)
    throw new KvsRefused(
      400,
      'KEY_TOO_LONG',
      `A key has at most ${KEY_LENGTH} characters; this one has ${key.length}.`,
    );
  if (!KEY_PATTERN.test(key))
    throw new KvsRefused(400, 'INVALID_KEY', `Key ${key} holds a character outside a-z A-Z 0-9 : . _ - # and blanks.`);
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

export function checkValue(value: unknown): void {
  if (value === undefined)
    throw new KvsRefused(400, 'INVALID_VALUE', 'A value must be given; undefined cannot be stored.');
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes > VALUE_BYTES)
    throw new KvsRefused(413, 'MAX_SIZE_EXCEEDED', `A value has at most ${VALUE_BYTES} bytes; this one has ${bytes}.`);
  if (depthOf(value) > VALUE_DEPTH)
    throw new KvsRefused(400, 'MAX_DEPTH_EXCEEDED', `A value is at most ${VALUE_DEPTH} objects deep.`);
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
