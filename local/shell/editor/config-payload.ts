import { BridgeRefusal } from '../../host/bridge/parent';
import type { Adf } from '../adf/adf';

export interface Submitted {
  config: Record<string, unknown>;
  body: Adf | null;
  keepEditing: boolean;
}

/**
 * Reads what a macro's form hands to `view.submit`.
 * @throws BridgeRefusal with a code of manifest-reference/modules/macro, "Error code guide"
 */
export function readSubmitted(payload: unknown, isBodied: boolean): Submitted {
  if (!isObject(payload)) throw new BridgeRefusal('INVALID_PAYLOAD', 'view.submit takes an object.');
  const { config, body, keepEditing } = payload;
  const fault = isObject(config) ? faultOf(config, 'config') : 'config must be an object';
  if (fault !== null) throw new BridgeRefusal('INVALID_CONFIG', `${fault}.`);
  if (body !== undefined && !isBodied)
    throw new BridgeRefusal('INVALID_EXTENSION_TYPE', 'Only a macro of the layout "bodied" has a body.');
  if (body !== undefined && !(isObject(body) && body.type === 'doc' && Array.isArray(body.content)))
    throw new BridgeRefusal('INVALID_BODY', 'The body must be a document.');
  return {
    config: config as Record<string, unknown>,
    body: (body as Adf | undefined) ?? null,
    keepEditing: keepEditing === true,
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** What is wrong with a value of the config, or null. */
function faultOf(value: unknown, path: string): string | null {
  if (value === null) return `${path} is null, which a config cannot hold`;
  if (Array.isArray(value)) return faultOfList(value, path);
  if (value === undefined || ['string', 'number', 'boolean'].includes(typeof value)) return null;
  if (!isObject(value) || Object.getPrototypeOf(value) !== Object.prototype) return `${path} is not JSON`;
  return firstFault(Object.entries(value).map(([name, entry]) => faultOf(entry, `${path}.${name}`)));
}

function faultOfList(list: readonly unknown[], path: string): string | null {
  if (list.some(Array.isArray)) return `${path} holds a list in a list`;
  if (new Set(list.map((entry) => typeof entry)).size > 1) return `${path} holds values of several types`;
  return firstFault(list.map((entry, index) => faultOf(entry, `${path}[${index}]`)));
}

const firstFault = (faults: readonly (string | null)[]): string | null =>
  faults.find((fault) => fault !== null) ?? null;
