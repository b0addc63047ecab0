import { randomUUID } from 'node:crypto';
import type { Clock } from '../seam';
import { type AppLicence, licenseFacts } from './app-licence';
import type { Calls } from './calls';
import type { Checks } from './checks';
import type { Invocation, InvocationKind } from './invocation';
import type { Journal } from './journal';
import type { Limits } from './limits';
import { logLimit } from './log-limit';
import type { FunctionModule, Manifest } from './manifest';
import { InvocationFailed, type Pool } from './worker/pool';

/** Who and where the app is installed; made once a site and kept. */
export interface Installation {
  cloudId: string;
  installationId: string;
  environmentId: string;
  /** Whether the app was told of its installation. */
  told?: boolean;
  /** The app's licence, `unset` without it. */
  licence?: AppLicence;
}

export interface Start {
  functionKey: string;
  moduleKey: string;
  kind: InvocationKind;
  /** First argument of the handler. */
  payload: unknown;
  accountId: string | null;
  chain?: number;
  /** Key of the resolver's definition, for the journal. */
  key?: string;
}

const BACKGROUND = new Set<InvocationKind>(['consumer', 'schedule', 'lifecycle']);

/** Runs functions of the app as the platform does: context, time and memory limits, log and journal. */
export class Invoker {
  constructor(
    private readonly manifest: Manifest,
    private readonly limits: Limits,
    private readonly installation: Installation,
    private readonly pool: Pool,
    private readonly calls: Calls,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly log: (line: string) => void,
    private readonly checks: Checks,
  ) {}

  /**
   * Runs a function and returns what it returned.
   * @throws InvocationFailed when it threw, ran too long, used too much memory or its worker ended
   */
  async run(start: Start): Promise<unknown> {
    const definition = this.manifest.functions.get(start.functionKey);
    if (!definition) throw new Error(`manifest.yml has no function ${start.functionKey}.`);
    const invocation: Invocation = { id: randomUUID(), chain: 0, ...start };
    const started = performance.now();
    const admits = logLimit(this.limits, definition.timeoutSeconds);
    let dropped = 0;
    const note = (outcome: string, memory: number | null) =>
      this.journal.add('invocation', {
        at: this.clock.now(),
        function: start.functionKey,
        module: start.moduleKey,
        ...(start.key === undefined ? {} : { key: start.key }),
        wall: performance.now() - started,
        outcome,
        memory,
        ...(dropped === 0 ? {} : { linesDropped: dropped }),
      });
    try {
      const result = await this.pool.run({
        id: invocation.id,
        handler: definition.handler.slice('index.'.length),
        parameters: [start.payload, this.context(start)],
        runtime: { appContext: this.appContext(start), contextAri: this.contextAri(), aaid: start.accountId },
        timeoutMs: this.timeoutOf(definition, start.kind),
        memoryMB: definition.runtime?.memoryMB ?? this.manifest.memoryMB ?? this.limits.memoryMB,
        serve: (call) => this.calls.serve(call, invocation),
        log: (level, line) => {
          if (!admits(line) && this.checks.holds('log-lines')) {
            dropped += 1;
            return;
          }
          this.journal.add('log', { at: this.clock.now(), level, line, invocation: invocation.id });
          this.log(`${level} ${start.functionKey} ${line}`);
        },
      });
      note('ok', result.memory);
      return result.value;
    } catch (error) {
      if (error instanceof InvocationFailed) {
        note(`${error.reason}: ${error.message}`, error.memory);
        this.log(`error ${start.functionKey} ${error.remoteStack || error.message}`);
      }
      throw error;
    }
  }

  /** What functions are told of the app's licence. */
  license(): Record<string, unknown> | undefined {
    return licenseFacts(this.installation.licence ?? 'unset', this.clock.now());
  }

  contextAri(): string {
    return `ari:cloud:jira::site/${this.installation.cloudId}`;
  }

  /** `timeoutSeconds` holds for functions of consumers and schedules only (developer.atlassian.com/platform/forge/limits-invocation). */
  private timeoutOf(definition: FunctionModule, kind: InvocationKind): number {
    if (!BACKGROUND.has(kind)) return this.limits.invocationMs;
    if (kind === 'lifecycle' || definition.timeoutSeconds === undefined) return this.limits.backgroundMs;
    return definition.timeoutSeconds * 1_000;
  }

  private appContext(start: Start): Record<string, unknown> {
    return {
      appId: this.manifest.appId,
      appVersion: '1.0.0',
      environmentId: this.installation.environmentId,
      environmentType: 'DEVELOPMENT',
      installationId: this.installation.installationId,
      moduleKey: start.moduleKey,
      license: this.license(),
      installation: this.installationContext(),
      permissions: { scopes: this.manifest.scopes, external: {} },
    };
  }

  private installationContext(): Record<string, unknown> {
    return {
      ari: { installationId: this.installation.installationId },
      contexts: [{ cloudId: this.installation.cloudId, workspaceId: '' }],
    };
  }

  /** Second argument of every handler. */
  private context(start: Start): Record<string, unknown> {
    return {
      installContext: this.contextAri(),
      principal: start.accountId === null ? undefined : { accountId: start.accountId },
      installation: this.installationContext(),
      license: this.license(),
      workspaceId: undefined,
    };
  }
}
