import type { Limits } from './limits';

/** What Forge offers an app: what of `manifest.yml` asks for it, what bounds it, and where this host has it. */
interface Capability {
  /** Types of modules, as they stand below `modules`. */
  readonly modules: readonly string[];
  /** The scope without which it is refused. */
  readonly scope?: string;
  readonly limits: readonly (keyof Limits)[];
  /** Where it is served, below `local/`. */
  readonly home: string;
}

/** Every capability of the host. A module of a type that stands in none of them is told of by name. */
export const CAPABILITIES = {
  functions: {
    modules: ['function'],
    limits: ['workers', 'invocationMs', 'backgroundMs', 'memoryMB', 'logLinesPerMinute', 'logBytes'],
    home: 'host/worker',
  },
  resolver: { modules: [], limits: ['invokeRequestBytes', 'invokeResponseBytes'], home: 'host/resolver' },
  kvs: {
    modules: [],
    scope: 'storage:app',
    limits: [
      'kvsKeyLength',
      'kvsValueBytes',
      'kvsValueDepth',
      'kvsWriteBytesPerSecond',
      'kvsRequestStep',
      'kvsTransactionOperations',
      'kvsTransactionBytes',
      'kvsQueryConditions',
    ],
    home: 'host/kvs',
  },
  sql: {
    modules: ['sql'],
    scope: 'storage:app',
    limits: ['sqlRequestBytes', 'sqlResponseBytes', 'sqlMemoryBytes', 'dmlPerSecond', 'ddlPerMinute', 'selectMs'],
    home: 'host/sql',
  },
  queue: {
    modules: ['consumer'],
    limits: ['pushEvents', 'pushBytes', 'pushesPerMinute', 'longConsumerBodyBytes', 'chain'],
    home: 'host/queue',
  },
  triggers: { modules: ['trigger'], limits: [], home: 'host/triggers' },
  schedules: { modules: ['scheduledTrigger'], limits: ['schedules'], home: 'host/schedule' },
  uninstall: { modules: ['preUninstall'], limits: [], home: 'host/lifecycle.ts' },
  /** Product REST for functions and, by the bridge, for frames. */
  product: { modules: [], limits: [], home: 'host/product' },
  pagesOfJira: {
    modules: ['jira:globalPage', 'jira:projectPage', 'jira:adminPage', 'jira:issueContext'],
    limits: [],
    home: 'shell/jira',
  },
  gadgets: { modules: ['jira:dashboardGadget'], limits: [], home: 'shell/jira/dashboards' },
  permissions: {
    modules: ['jira:globalPermission', 'jira:projectPermission'],
    limits: [],
    home: 'site/jira/permissions',
  },
  workflowRules: {
    modules: ['jira:workflowValidator', 'jira:workflowCondition', 'jira:workflowPostFunction'],
    limits: [],
    home: 'site/jira/workflow',
  },
  properties: { modules: ['jira:entityProperty'], limits: [], home: 'site/jira/jql' },
  macros: { modules: ['macro'], limits: [], home: 'host/macros' },
  byline: { modules: ['confluence:contentBylineItem'], limits: [], home: 'shell/confluence/page' },
} as const satisfies Record<string, Capability>;

const SERVED: ReadonlySet<string> = new Set(
  Object.values(CAPABILITIES).flatMap(({ modules }): string[] => [...modules]),
);

/** The types of modules that nothing here serves. */
export function unserved(types: readonly string[]): string[] {
  return types.filter((type) => !SERVED.has(type));
}
