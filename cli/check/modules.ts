import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../local/host/manifest';
import type { Finding } from './finding';

/** developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger: at most five of an app. */
const SCHEDULES = 5;

/**
 * Events that the app may wait for, as the references name them (events-reference/jira, /life-cycle,
 * manifest-reference/modules/trigger); a misspelt name would never be sent.
 */
const EVENTS = new Set([
  ...['created', 'updated', 'assigned', 'viewed', 'mentioned', 'deleted'].map((what) => `avi:jira:${what}:issue`),
  ...['created', 'deleted'].map((what) => `avi:jira:${what}:issuelink`),
  ...['created', 'updated', 'softdeleted', 'deleted', 'archived', 'unarchived', 'restored'].map(
    (what) => `avi:jira:${what}:project`,
  ),
  ...['commented', 'mentioned', 'deleted'].map((what) => `avi:jira:${what}:comment`),
  ...[
    'created',
    'updated',
    'deleted',
    'trashed',
    'restored',
    'liked',
    'viewed',
    'archived',
    'unarchived',
    'moved',
    'copied',
  ].map((what) => `avi:confluence:${what}:page`),
  ...['installed', 'upgraded'].map((what) => `avi:forge:${what}:app`),
]);

/** Every function of the manifest is an export of the real bundle; entries exist once the screens are built. */
export function moduleFindings(root: string, manifest: Manifest, bundle: Readonly<Record<string, unknown>>): Finding[] {
  const findings: Finding[] = [];
  for (const { key, handler } of manifest.functions.values()) {
    const name = handler.slice('index.'.length);
    if (typeof bundle[name] !== 'function')
      findings.push({
        rule: 'handler-missing',
        message: `The function ${key} names ${handler}, which src/index.ts does not export.`,
      });
  }
  for (const { key, path, entry = {} } of manifest.resources) {
    // Screens that are not built yet are Vite's to check.
    if (!existsSync(join(root, path))) continue;
    for (const [name, file] of Object.entries(entry)) {
      if (!existsSync(join(root, path, file)))
        findings.push({
          rule: 'entry-missing',
          message: `The entry ${name} of the resource ${key} is ${path}/${file}, which does not exist. Build the screens.`,
        });
    }
  }
  if (manifest.schedules.length > SCHEDULES)
    findings.push({
      rule: 'schedules',
      message: `There are ${manifest.schedules.length} scheduled triggers; ${SCHEDULES} is the most.`,
    });
  for (const { key, events } of manifest.triggers) {
    for (const event of events) {
      if (!EVENTS.has(event))
        findings.push({
          rule: 'event-unknown',
          message: `The trigger ${key} waits for ${event}, which no product sends.`,
        });
    }
  }
  return findings;
}
