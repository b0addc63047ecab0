import { z } from 'zod';
import type { Clock } from '../../seam';
import type { Store } from './model/store';

/** The installed app, as far as Jira knows it: who it is and what its manifest declares. */
export interface InstalledApp {
  /** The app's UUID, without the `ari:cloud:ecosystem::app/` in front. */
  readonly appId: string;
  readonly environmentId: string;
  readonly name: string;
  readonly accountId: string;
  readonly modules: AppModules;
}

const grants = z.enum(['all', 'jira-administrators', 'none']);
const permissionModule = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string().default(''),
  defaultGrants: z.array(grants.or(z.string())).default([]),
  anonymousAllowed: z.boolean().default(false),
});
const propertyValue = z.object({ path: z.string(), type: z.string(), searchAlias: z.string().optional() });
const ruleModule = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string().default(''),
  expression: z.string().optional(),
  errorMessage: z.union([z.string(), z.object({ expression: z.string() })]).optional(),
  function: z.string().optional(),
});
const appModules = z.object({
  'jira:globalPermission': z.array(permissionModule).default([]),
  'jira:projectPermission': z.array(permissionModule).default([]),
  'jira:entityProperty': z
    .array(z.object({ entityType: z.string(), propertyKey: z.string(), values: z.array(propertyValue).default([]) }))
    .default([]),
  'jira:dashboardGadget': z.array(z.object({ key: z.string(), title: z.string() })).default([]),
  'jira:workflowValidator': z.array(ruleModule).default([]),
  'jira:workflowCondition': z.array(ruleModule).default([]),
  'jira:workflowPostFunction': z.array(ruleModule).default([]),
});

/** The modules of a manifest that Jira itself acts on. */
export type AppModules = z.infer<typeof appModules>;

/** Reads the modules that Jira acts on from a parsed `manifest.yml`; a manifest without modules has none. */
export function readModules(manifest: unknown): AppModules {
  const document = z.object({ modules: z.unknown().optional() }).parse(manifest ?? {});
  return appModules.parse(document.modules ?? {});
}

/** What every part of the local Jira works with. */
export interface Site {
  readonly store: Store;
  readonly clock: Clock;
  /** Address in front of every `self` link, without a slash at the end. */
  readonly baseUrl: string;
  readonly app: InstalledApp;
  /** The site's default time zone, an IANA name. */
  readonly timeZone: string;
  /** Most bytes of one attached file. */
  readonly uploadLimit: number;
}

/** The ARI of one of the app's modules on this site. */
export function moduleAri(site: Site, moduleKey: string): string {
  return `ari:cloud:ecosystem::extension/${site.app.appId}/${site.app.environmentId}/static/${moduleKey}`;
}

/** Jira's form of an instant: `2026-01-31T09:30:00.000+0000`. */
export function jiraTime(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, -1)}+0000`;
}
