import type { DocumentNode, MacroLayout } from './node';

/** What the configuration form of a macro hands over with `view.submit`. */
export interface MacroSubmission {
  readonly config: Readonly<Record<string, unknown>>;
  /** The new rich text body, of bodied macros. */
  readonly body?: { readonly type: 'doc'; readonly version: 1; readonly content: readonly DocumentNode[] };
  readonly keepEditing: boolean;
}

/**
 * Reads what a form submitted, by the rules of modules/macro ("Options for submitting the configuration").
 * @throws Error that begins with the documented code
 */
export function readSubmission(payload: unknown, layout: MacroLayout): MacroSubmission {
  if (!isRecord(payload)) throw new Error('INVALID_PAYLOAD: view.submit takes an object.');
  const { config, body, keepEditing } = payload;
  if (!isRecord(config) || !isValue(config))
    throw new Error('INVALID_CONFIG: config is an object of JSON values without null and without arrays in arrays.');
  if (body === undefined) return { config, keepEditing: keepEditing === true };
  if (layout !== 'bodied') throw new Error('INVALID_EXTENSION_TYPE: only a macro with the layout bodied has a body.');
  if (!isRecord(body) || body.type !== 'doc' || body.version !== 1 || !Array.isArray(body.content))
    throw new Error('INVALID_BODY: body is not an Atlassian document.');
  return { config, body: body as never, keepEditing: keepEditing === true };
}

/** `undefined` is allowed and dropped by JSON; items of an array have one type and are no arrays. */
function isValue(value: unknown): boolean {
  if (value === undefined || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  if (Array.isArray(value)) {
    const types = new Set(value.map((item) => typeof item));
    return types.size <= 1 && value.every((item) => !Array.isArray(item) && item !== undefined && isValue(item));
  }
  return isRecord(value) && Object.values(value).every(isValue);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
