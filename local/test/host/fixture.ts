import { join } from 'node:path';
import { bundleApp } from '../../bundle';
import { virtualClock } from '../../clock';
import type { Clock, ProductEvent, ProductRequest, ProductResponse } from '../../seam';
import { type Site, type SiteOptions, startSite } from '../../site';
import type { Jira } from '../../site/jira';

export const FIXTURE = join(__dirname, 'fixture-app');
export const START = Date.UTC(2026, 0, 5, 9);

/** A product of a few lines: answers who called, refuses what the scopes do not cover, publishes what it is told. */
export class TinyJira implements Jira {
  readonly name = 'jira';
  readonly requests: ProductRequest[] = [];
  private listener: (event: ProductEvent) => void = () => {};
  onEvent(listener: (event: ProductEvent) => void): void {
    this.listener = listener;
  }
  publish(name: string, payload: Record<string, unknown>, causedByApp = false): void {
    this.listener({ name, payload, causedByApp });
  }
  async handle(request: ProductRequest): Promise<ProductResponse> {
    this.requests.push(request);
    const { caller } = request;
    const body = {
      kind: caller.kind,
      accountId: caller.kind === 'user' ? caller.accountId : null,
      method: request.method,
      sent: request.body,
    };
    if (
      request.path.includes('admin') &&
      caller.kind !== 'anonymous' &&
      !caller.scopes.includes('manage:jira-configuration')
    ) {
      return {
        status: 403,
        headers: { 'content-type': 'application/json' },
        body: '{"message":"scope does not match"}',
      };
    }
    if (request.path.includes('empty')) return { status: 204, headers: {}, body: null };
    return {
      status: 200,
      headers: { 'content-type': 'application/json', 'x-points': '2' },
      body: JSON.stringify(body),
    };
  }
  readonly faults = { rateLimit: () => {} };
  /** Who has no licence. */
  readonly unlicensed = new Set<string>();
  /** Everybody exists and has all licences, but for those. */
  readonly directory: Jira['directory'] = {
    person: (accountId) => ({ accountId, displayName: accountId, active: true, accountType: 'atlassian' }),
    people: () => [],
    group: () => undefined,
    groups: () => [],
    groupsOf: (id) =>
      this.unlicensed.has(id)
        ? []
        : ['jira-users', 'confluence-users'].map((name) => ({ id: name, name, members: [id] })),
  };
  points = (): ReturnType<Jira['points']> => {
    throw new Error('This product counts no points.');
  };
  close(): void {}
}

export interface Fixture {
  site: Site;
  jira: TinyJira;
  /** Runs a resolver of the fixture app as `ann`. */
  call(key: string, payload?: unknown): Promise<unknown>;
  /** What the app's event functions wrote down, in order. */
  seen(): Promise<string[]>;
}

/** Starts the fixture app; every site is closed after the test file. */
export async function start(options: Partial<SiteOptions> & { clock?: Clock } = {}): Promise<Fixture> {
  const jira = new TinyJira();
  const site = await startSite({
    root: FIXTURE,
    clock: virtualClock(START),
    data: ':memory:',
    jira: () => jira,
    confluence: false,
    ...options,
  });
  open.push(site);
  const call = (key: string, payload?: unknown) => site.invoke({ module: 'page', key, payload, accountId: 'ann' });
  return {
    site,
    jira,
    call,
    seen: async () => ((await call('kvs', { does: 'get', key: 'seen' })) as { value: string[] | null }).value ?? [],
  };
}

const open: Site[] = [];
async function closeAll(): Promise<void> {
  await Promise.all(open.splice(0).map((site) => site.close()));
}

/** Bundling takes some seconds the first time, and nothing after that. */
export function prepare(): void {
  beforeAll(() => bundleApp(FIXTURE), 60_000);
  afterAll(closeAll);
}
