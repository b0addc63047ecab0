import type { Issue } from '../model/entities';
import { browseFilter, isLive } from '../permissions/access';
import type { Actor } from '../permissions/actor';
import type { Site } from '../site';
import { compileJql } from './compile';
import { JqlError } from './parse';
import type { Scene } from './scene';

interface Answer {
  readonly key: string;
  readonly version: number;
  readonly ids: readonly string[];
}

/** The last few results, so that the pages of one search do not search again while nothing changes. */
const KEPT = 8;
const results = new WeakMap<Site, Answer[]>();

const sceneOf = (site: Site, actor: Actor): Scene => ({ site, actor, now: site.clock.now(), usesClock: false });

/**
 * The ids of the issues that match and may be browsed, in order.
 * Errors: 400 for a query without a restriction.
 */
export function searchIssues(site: Site, actor: Actor, jql: string): readonly string[] {
  const key = `${actor.isApp ? [...actor.scopes].join(' ') : actor.accountId}\n${jql}`;
  const kept = results.get(site) ?? [];
  const known = kept.find((answer) => answer.key === key && answer.version === site.store.version);
  if (known) return known.ids;
  const scene = sceneOf(site, actor);
  const query = compileJql(scene, jql);
  if (!query.bounded)
    throw new JqlError('Unbounded JQL queries are not allowed here. Please add a search restriction to your query.');
  const mayBrowse = browseFilter(site, actor);
  const found = (query.candidates ?? site.store.issues.all())
    .filter((issue) => query.test(issue) && mayBrowse(issue) && isLive(site, issue))
    .sort(query.compare);
  const ids = [...new Set(found.map((issue) => issue.id))];
  if (!scene.usesClock) results.set(site, [{ key, version: site.store.version, ids }, ...kept].slice(0, KEPT));
  return ids;
}

/** Which of `issues` match a query; unbounded queries are allowed here. */
export function matchIssues(site: Site, actor: Actor, jql: string, issues: readonly Issue[]): Issue[] {
  const query = compileJql(sceneOf(site, actor), jql);
  const mayBrowse = browseFilter(site, actor);
  return issues.filter((issue) => mayBrowse(issue) && isLive(site, issue) && query.test(issue));
}

/** Checks names and values of a query, as a search would; throws what the search would. */
export function checkJql(site: Site, actor: Actor, jql: string): void {
  compileJql(sceneOf(site, actor), jql);
}
