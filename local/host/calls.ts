import type { Activity } from './activity';
import { json, proxyError } from './answer';
import { CAPABILITIES } from './capabilities';
import type { Checks } from './checks';
import type { Call, Faults } from './faults';
import type { Invocation } from './invocation';
import { PersonalData } from './personal-data';
import type { Answer, FetchMeta } from './worker/protocol';

/** One call of the app to the platform through `__forge_fetch__`. */
export interface PlatformCall {
  meta: FetchMeta;
  path: string;
  init: { method: string; headers: Record<string, string>; body: string | null };
}

/** A part of the platform that the app can call. */
export interface Served {
  kind: Call['kind'];
  serve(call: PlatformCall, invocation: Invocation): Promise<Answer> | Answer;
}

/** The names under which `@forge/*` packages reach the platform. */
export type CapabilityName = 'sql' | 'kvs' | 'queue' | 'product' | 'personal-data';

const SCOPES: Readonly<Partial<Record<CapabilityName, string>>> = {
  sql: CAPABILITIES.sql.scope,
  kvs: CAPABILITIES.kvs.scope,
};

/** The one table from what a call names to what serves it, and the place where faults end a worker. */
export class Calls {
  constructor(
    private readonly capabilities: Readonly<Record<CapabilityName, Served>>,
    private readonly scopes: readonly string[],
    private readonly checks: Checks,
    private readonly faults: Faults,
    private readonly activity: Activity,
  ) {}

  async serve(call: PlatformCall, invocation: Invocation): Promise<Answer | 'end'> {
    const name = capabilityOf(call);
    if (name === null) return proxyError(403, 'REQUEST_EGRESS_ALLOWLIST_ERR');
    const capability = this.capabilities[name];
    const text = textOf(name, call);
    await this.hold(capability.kind, text);
    const fate = this.faults.fateOf(capability.kind, text);
    if (fate === 'before') return 'end';
    const scope = SCOPES[name];
    if (scope !== undefined && !this.scopes.includes(scope) && this.checks.holds('storage-scope'))
      return json(403, { code: 'FORBIDDEN', message: `manifest.yml lacks the scope ${scope}.` });
    const answer = await capability.serve(call, invocation);
    return fate === 'after' ? 'end' : answer;
  }

  /** Other work goes on, and takes its time, while a call is delayed. */
  private async hold(kind: Call['kind'], text: string): Promise<void> {
    const delay = this.faults.holdOf(kind, text);
    if (delay === null) return;
    this.activity.block();
    await delay;
    this.activity.unblock();
  }
}

function capabilityOf({ meta, path }: PlatformCall): CapabilityName | null {
  if (meta.type === 'sql' || meta.type === 'kvs') return meta.type;
  if (meta.type !== 'fpp') return null;
  if (meta.remote === 'stargate') {
    if (path === PersonalData.PATH) return 'personal-data';
    return path.startsWith('/webhook/queue/') ? 'queue' : null;
  }
  return 'product';
}

/** What a fault's predicate sees: the statement, the key, or method and path. */
function textOf(name: CapabilityName, { path, init }: PlatformCall): string {
  if (name === 'product' || name === 'personal-data') return `${init.method} ${path}`;
  if (name === 'queue') return path;
  try {
    const body = JSON.parse(init.body ?? '{}') as { query?: string; key?: string };
    return name === 'sql' ? (body.query ?? '') : `${path} ${body.key ?? ''}`;
  } catch {
    return path;
  }
}
