import type { Issue } from '../model/entities';
import { mayBrowse } from '../permissions/access';
import { DEFAULT_ZONE } from '../zone';
import { readDate } from './dates';
import { JqlError } from './parse';
import type { Scene } from './scene';

/** What the literals of a query stand for; each throws for a value that does not exist. */

export const missing = (value: string, name: string) =>
  new JqlError(`The value '${value}' does not exist for the field '${name}'.`);

/** An instant, meant in `zone` where it is a date; remembers when it depends on the time of the query. */
export function dateOf(scene: Scene, text: string, name: string, zone = DEFAULT_ZONE): number {
  const instant = readDate(text, scene.now, name, zone);
  if (/^[+-]?\d+[wdhm]/.test(text.trim())) scene.usesClock = true;
  return instant;
}

/** The id of a person named by account id, name or e-mail address, in lower case. */
export function userId(scene: Scene, text: string, name: string): string {
  const wanted = text.toLowerCase();
  const { users } = scene.site.store;
  const user =
    users.get(text) ?? users.find((one) => one.displayName.toLowerCase() === wanted || one.emailAddress === wanted);
  if (!user) throw missing(text, name);
  return user.id.toLowerCase();
}

/** An issue named by id or key that may be browsed. */
export function issueNamed(scene: Scene, text: string, name: string): Issue {
  const { store } = scene.site;
  const issue = store.issues.get(text) ?? store.issues.by('key', text.toUpperCase())[0];
  if (!issue || !mayBrowse(scene.site, scene.actor, issue))
    throw new JqlError(`An issue with key '${text}' does not exist for field '${name}'.`);
  return issue;
}
