import { badRequest, notFound } from '../errors';
import type { Site } from '../site';
import type { Property } from './entities';

/** Longest property value as JSON text, and longest key (OpenAPI, "Set issue property"). */
const VALUE_LIMIT = 32_768;
const KEY_LIMIT = 255;

/** Sets a property of an owner (`issue:10001`); returns whether it is new. Errors: 400 for a key or value that is too long. */
export function setProperty(site: Site, owner: string, key: string, value: unknown): boolean {
  if (key.length > KEY_LIMIT) throw badRequest(`The property key is longer than ${KEY_LIMIT} characters.`);
  if (value === undefined || JSON.stringify(value).length > VALUE_LIMIT) {
    throw badRequest(`The property value must be JSON of 1 to ${VALUE_LIMIT} characters.`);
  }
  const id = `${owner}/${key}`;
  const isNew = site.store.properties.get(id) === undefined;
  site.store.properties.put({ id, owner, key, value });
  return isNew;
}

export function getProperty(site: Site, owner: string, key: string): Property {
  const property = site.store.properties.get(`${owner}/${key}`);
  if (!property) throw notFound(`The property with key '${key}' does not exist.`);
  return property;
}

export const removeProperty = (site: Site, owner: string, key: string): void =>
  site.store.properties.delete(getProperty(site, owner, key).id);
