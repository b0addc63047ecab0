/** What a frame and the page around it say to each other over a message channel. Functions travel as callback ids. */
export type Wire =
  | { kind: 'call'; id: number; command: string; data: unknown }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'failed'; id: number; message: string }
  | { kind: 'callback'; callback: number; parameters: unknown[] }
  | { kind: 'location'; path: string }
  | { kind: 'height'; height: number };

export const HELLO = 'plumbline-bridge-hello';
export const PORT = 'plumbline-bridge-port';

const MARK = '__bridgeCallback';

/** Replaces functions in `value` by ids that `keep` gives. */
export function encode(value: unknown, keep: (callback: (...parameters: unknown[]) => unknown) => number): unknown {
  if (typeof value === 'function') return { [MARK]: keep(value as (...parameters: unknown[]) => unknown) };
  if (Array.isArray(value)) return value.map((entry) => encode(entry, keep));
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, encode(entry, keep)]));
  }
  return value;
}

/** Puts functions back in place of ids; they call over the channel and give nothing back. */
export function decode(value: unknown, call: (callback: number, parameters: unknown[]) => void): unknown {
  if (Array.isArray(value)) return value.map((entry) => decode(entry, call));
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const id = (value as Record<string, unknown>)[MARK];
  if (typeof id === 'number') return (...parameters: unknown[]) => call(id, parameters);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, decode(entry, call)]));
}
