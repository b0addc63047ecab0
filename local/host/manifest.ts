import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { unserved } from './capabilities';
import { PLATFORM_LIMITS } from './limits';
import { readTranslations, type Translations } from './translations';

const functionModule = z.object({
  key: z.string(),
  handler: z.string().regex(/^index\.[A-Za-z_$][\w$]*$/, 'A handler is an export of src/index.ts, written index.name.'),
  timeoutSeconds: z.number().int().min(1).max(900).optional(),
  runtime: z.object({ memoryMB: z.number().int().min(128).max(1024).optional() }).optional(),
});

const filter = z.strictObject({
  ignoreSelf: z.boolean().optional(),
  expression: z.string().max(10_000).optional(),
  onError: z.enum(['IGNORE', 'IGNORE_AND_LOG', 'RECEIVE', 'RECEIVE_AND_LOG']).optional(),
  appIsLicensed: z.boolean().optional(),
});

const trigger = z.object({
  key: z.string(),
  function: z.string(),
  events: z.array(z.string()).min(1),
  filter: filter.optional(),
});

/** Any module that a person sees or that names a function; the host looks only at these fields. */
const anyModule = z.looseObject({
  key: z.string(),
  title: z.unknown().optional(),
  function: z.string().optional(),
  resource: z.string().optional(),
  resolver: z.object({ function: z.string() }).optional(),
  adfExport: z.object({ function: z.string() }).optional(),
  dynamicProperties: z.object({ function: z.string() }).optional(),
  unlicensedAccess: z.array(z.string()).optional(),
});

const schema = z.object({
  app: z.looseObject({
    id: z.string(),
    name: z.string().optional(),
    runtime: z
      .object({ name: z.string(), memoryMB: z.number().int().max(1024).optional() })
      .loose()
      .optional(),
  }),
  modules: z.record(z.string(), z.array(z.unknown())).default({}),
  translations: z.unknown().optional(),
  resources: z
    .array(z.object({ key: z.string(), path: z.string(), entry: z.record(z.string(), z.string()).optional() }).loose())
    .default([]),
  permissions: z
    .looseObject({
      scopes: z.union([z.array(z.string()), z.record(z.string(), z.unknown())]).default([]),
      external: z.record(z.string(), z.unknown()).optional(),
      content: z
        .object({ styles: z.array(z.string()).optional() })
        .loose()
        .optional(),
    })
    .default({ scopes: [] }),
});

export type FunctionModule = z.infer<typeof functionModule>;
export type TriggerModule = z.infer<typeof trigger>;
export type AnyModule = z.infer<typeof anyModule> & { type: string };

export interface ScheduleModule {
  key: string;
  function: string;
  interval: 'fiveMinute' | 'hour' | 'day' | 'week';
  filter?: { appIsLicensed: boolean } | undefined;
}

/** The parts of `manifest.yml` that the host acts on. */
export interface Manifest {
  readonly raw: unknown;
  readonly appId: string;
  readonly name: string;
  readonly memoryMB: number | undefined;
  readonly functions: ReadonlyMap<string, FunctionModule>;
  readonly triggers: readonly TriggerModule[];
  readonly consumers: readonly { key: string; queue: string; function: string }[];
  readonly schedules: readonly ScheduleModule[];
  readonly preUninstall: readonly { key: string; function: string }[];
  readonly modules: ReadonlyMap<string, AnyModule>;
  readonly resources: readonly { key: string; path: string; entry?: Record<string, string> | undefined }[];
  readonly scopes: readonly string[];
  readonly impersonates: boolean;
  readonly inlineStyles: boolean;
  readonly translations: Translations;
  /** Types of modules that the host does not serve: nothing calls them, and nobody sees them. */
  readonly unserved: readonly string[];
}

/** Raised when the manifest cannot be run; the message names the module. */
class ManifestInvalid extends Error {
  override readonly name = 'ManifestInvalid';
}

/** Reads and checks `manifest.yml` of the app at `root`, as deployment would. */
export function readManifest(root: string): Manifest {
  const raw: unknown = parse(readFileSync(join(root, 'manifest.yml'), 'utf8'));
  const read = schema.safeParse(raw);
  if (!read.success) throw new ManifestInvalid(`manifest.yml: ${z.prettifyError(read.error)}`);
  const { app, modules, resources, permissions } = read.data;
  const list = <T>(name: string, shape: z.ZodType<T>): T[] =>
    (modules[name] ?? []).map((entry) => {
      const parsed = shape.safeParse(entry);
      if (!parsed.success) throw new ManifestInvalid(`manifest.yml, ${name}: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    });
  const keyed = new Map<string, AnyModule>();
  for (const [type, entries] of Object.entries(modules)) {
    for (const entry of entries) {
      const module = anyModule.safeParse(entry);
      if (module.success) keyed.set(module.data.key, { ...module.data, type });
    }
  }
  const named = { key: z.string(), function: z.string() };
  const manifest: Manifest = {
    raw,
    appId: app.id.replace('ari:cloud:ecosystem::app/', ''),
    name: app.name ?? 'app',
    memoryMB: app.runtime?.memoryMB,
    functions: new Map(list('function', functionModule).map((entry) => [entry.key, entry])),
    triggers: list('trigger', trigger),
    consumers: list('consumer', z.object({ ...named, queue: z.string().max(36) })),
    schedules: list(
      'scheduledTrigger',
      z.object({
        ...named,
        interval: z.enum(['fiveMinute', 'hour', 'day', 'week']),
        filter: z.strictObject({ appIsLicensed: z.boolean() }).optional(),
      }),
    ),
    preUninstall: list('preUninstall', z.object(named)),
    modules: keyed,
    resources,
    scopes: Array.isArray(permissions.scopes) ? permissions.scopes : Object.keys(permissions.scopes),
    impersonates:
      !Array.isArray(permissions.scopes) && JSON.stringify(permissions.scopes).includes('"allowImpersonation":true'),
    inlineStyles: permissions.content?.styles?.includes('unsafe-inline') ?? false,
    translations: readTranslations(root, read.data.translations),
    unserved: unserved(Object.keys(modules)),
  };
  checkReferences(manifest);
  return manifest;
}

function checkReferences(manifest: Manifest): void {
  const used = [...manifest.triggers, ...manifest.consumers, ...manifest.schedules, ...manifest.preUninstall];
  for (const module of manifest.modules.values()) {
    if (module.resolver) used.push({ key: module.key, function: module.resolver.function });
    if (module.adfExport) used.push({ key: module.key, function: module.adfExport.function });
    if (module.dynamicProperties) used.push({ key: module.key, function: module.dynamicProperties.function });
  }
  for (const module of used) {
    if (!manifest.functions.has(module.function)) {
      throw new ManifestInvalid(
        `Module ${module.key} names the function ${module.function}, which manifest.yml does not define.`,
      );
    }
  }
  const { schedules } = PLATFORM_LIMITS;
  if (manifest.schedules.length > schedules) {
    throw new ManifestInvalid(
      `manifest.yml has ${manifest.schedules.length} scheduled triggers; the platform allows ${schedules}.`,
    );
  }
  for (const { key, filter: wanted, events } of manifest.triggers) {
    if (wanted?.ignoreSelf && events.some((event) => !event.startsWith('avi:jira:'))) {
      throw new ManifestInvalid(`Trigger ${key}: ignoreSelf works only with Jira events.`);
    }
  }
}
