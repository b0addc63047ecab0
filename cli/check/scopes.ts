import { matchRoute as matchConfluence } from '../../local/site/confluence/router';
import { matchRoute as matchJira } from '../../local/site/jira/router';
import type { Finding } from './finding';
import type { ProductCall } from './product-calls';
import { SCOPES_TO_COME } from './scopes-to-come';

/** Scopes that come with a module rather than with a REST call (storage: KVS and Forge SQL). */
const SCOPES_OF_MODULES: Readonly<Record<string, string>> = { sql: 'storage:app' };

/** Scopes that events need (events-reference/confluence); those of Jira come with `read:jira-work`, which REST needs too. */
const SCOPES_OF_EVENTS: readonly (readonly [prefix: string, scope: string])[] = [
  ['avi:confluence:', 'read:confluence-content.summary'],
  ['avi:confluence:trashed:', 'write:confluence-content'],
  ['avi:confluence:deleted:', 'write:confluence-content'],
];

/** Sets of scopes that a call can be made with: an app needs all of one set. Null for a route that the local site lacks. */
function scopesOf({ method, path }: ProductCall): readonly (readonly string[])[] | null {
  if (path.startsWith('/wiki/')) return matchConfluence(method, path)?.route.scopes ?? null;
  const found = matchJira(method, path);
  return found && [found.route.scopes];
}

type Used = [scope: string, where: string];

const ofModule = (module: string): Used[] => {
  const scope = SCOPES_OF_MODULES[module];
  return scope ? [[scope, `the module ${module}`]] : [];
};

const ofEvent = (event: string): Used[] =>
  SCOPES_OF_EVENTS.filter(([prefix]) => event.startsWith(prefix)).map(([, scope]) => [scope, `the event ${event}`]);

/**
 * Every declared scope is one that a call, a module or an event needs, or one that is said to come, and the other way round: a missing one
 * fails on a customer's site, a spare one must be justified in review.
 */
export function scopeFindings(
  declared: readonly string[],
  calls: readonly ProductCall[],
  modules: readonly string[],
  events: readonly string[],
  toCome: Readonly<Record<string, string>> = SCOPES_TO_COME,
): Finding[] {
  const findings: Finding[] = [];
  const used = new Map([...modules.flatMap(ofModule), ...events.flatMap(ofEvent)]);
  for (const call of calls) {
    const where = `${call.file}:${call.line} (${call.method} ${call.path})`;
    const sets = scopesOf(call);
    if (!sets) {
      findings.push({ rule: 'known-route', message: `The local site has no route for ${where}.` });
      continue;
    }
    const wanted = sets.find((set) => set.every((scope) => declared.includes(scope))) ?? sets[0] ?? [];
    for (const scope of wanted) used.set(scope, where);
  }
  for (const [scope, where] of used) {
    if (!declared.includes(scope))
      findings.push({
        rule: 'scope-missing',
        message: `manifest.yml does not declare ${scope}, which ${where} needs.`,
      });
  }
  for (const scope of Object.keys(toCome)) {
    if (!declared.includes(scope))
      findings.push({
        rule: 'scope-missing',
        message: `manifest.yml does not declare ${scope}, which is said to come.`,
      });
    if (used.has(scope))
      findings.push({
        rule: 'scope-came',
        message: `${used.get(scope)} needs ${scope} now: take it off the scopes to come.`,
      });
  }
  for (const scope of declared) {
    if (!used.has(scope) && !(scope in toCome))
      findings.push({ rule: 'scope-spare', message: `manifest.yml declares ${scope}, which nothing uses.` });
  }
  return findings;
}
