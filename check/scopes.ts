import { matchRoute } from '../local/site/jira/router';
import type { Finding } from './finding';
import type { ProductCall } from './product-calls';

/** Scopes that come with a module rather than with a REST call (storage: KVS and Forge SQL). */
const SCOPES_OF_MODULES: Readonly<Record<string, string>> = { sql: 'storage:app' };

/** Declared scopes are the used ones: a missing one fails on a customer's site, a spare one must be justified in review. */
export function scopeFindings(
  declared: readonly string[],
  calls: readonly ProductCall[],
  modules: readonly string[],
): Finding[] {
  const findings: Finding[] = [];
  const used = new Map<string, string>();
  for (const module of modules) {
    const scope = SCOPES_OF_MODULES[module];
    if (scope) used.set(scope, `the module ${module}`);
  }
  for (const { file, line, method, path } of calls) {
    const found = matchRoute(method, path);
    if (!found) {
      findings.push({ rule: 'known-route', message: `${file}:${line}: the local Jira has no ${method} ${path}.` });
      continue;
    }
    for (const scope of found.route.scopes) used.set(scope, `${file}:${line} (${method} ${path})`);
  }
  for (const [scope, where] of used) {
    if (!declared.includes(scope))
      findings.push({
        rule: 'scope-missing',
        message: `manifest.yml does not declare ${scope}, which ${where} needs.`,
      });
  }
  for (const scope of declared) {
    if (!used.has(scope))
      findings.push({ rule: 'scope-spare', message: `manifest.yml declares ${scope}, which nothing uses.` });
  }
  return findings;
}
