import { badRequest } from '../errors';
import type { Actor } from '../permissions/actor';
import type { Site } from '../site';
import { type Moment, momentOf, readDate } from './dates';
import type { Value } from './parse';

/** Who searches, and where. */
export interface Scene {
  readonly site: Site;
  readonly actor: Actor;
}

const PEOPLE = new Set(['creator', 'contributor']);

/** The text that a field is compared with. @throws ConfluenceError 400 for a function that does not belong to it */
export function textOfValue({ actor }: Scene, field: string, value: Value): string {
  if (typeof value === 'string') return value;
  if (value.name.toLowerCase() !== 'currentuser')
    throw badRequest(`This site cannot compare '${field}' with '${value.name}()'.`);
  if (!PEOPLE.has(field)) throw badRequest(`currentUser() is somebody; '${field}' is not.`);
  // Whoever is not logged in has written nothing.
  return actor.accountId ?? '';
}

/** The moment that a date is compared with. */
export function momentOfValue({ site }: Scene, value: Value): Moment {
  return typeof value === 'string' ? readDate(value) : momentOf(value, site.clock.now());
}
