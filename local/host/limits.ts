/**
 * The platform's limits that the host enforces. Sources: developer.atlassian.com/platform/forge/limits-invocation,
 * limits-async-events, limits-kvs-ce, limits-sql (docs/faithfulness/host.md says how sure each is).
 */
export interface Limits {
  /** Workers alive at once; one invocation at a time for each. Not a limit of the platform, which scales out. */
  workers: number;
  /** Resolvers, function triggers and workflow functions. */
  invocationMs: number;
  /** Consumers, schedules and preUninstall without `timeoutSeconds`. */
  backgroundMs: number;
  memoryMB: number;
  /** Lines of log of an invocation and their size, a minute of its time limit: developer.atlassian.com/platform/forge/limits-invocation. */
  logLinesPerMinute: number;
  logBytes: number;
  /** Payload of `invoke` from the front end, and its answer. */
  invokeRequestBytes: number;
  invokeResponseBytes: number;
  /** Events of one push and their size; pushes a minute. */
  pushEvents: number;
  pushBytes: number;
  pushesPerMinute: number;
  /** Body of one event for a consumer that may run longer than 55 s. */
  longConsumerBodyBytes: number;
  /** Pushes that one start may lead to through its own consumers. */
  chain: number;
  /** Scheduled triggers of an app: developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger. */
  schedules: number;
  /** Key-value store: developer.atlassian.com/platform/forge/limits-kvs-ce. */
  kvsKeyLength: number;
  kvsValueBytes: number;
  kvsValueDepth: number;
  /** What one key takes in a second; a request counts in steps. */
  kvsWriteBytesPerSecond: number;
  kvsRequestStep: number;
  kvsTransactionOperations: number;
  kvsTransactionBytes: number;
  kvsQueryConditions: number;
  /** Forge SQL: developer.atlassian.com/platform/forge/limits-sql. */
  sqlRequestBytes: number;
  sqlResponseBytes: number;
  sqlMemoryBytes: number;
  dmlPerSecond: number;
  ddlPerMinute: number;
  selectMs: number;
}

const KIB = 1024;
const MIB = 1024 * KIB;

export const PLATFORM_LIMITS: Readonly<Limits> = {
  workers: 2,
  invocationMs: 25_000,
  backgroundMs: 55_000,
  memoryMB: 512,
  logLinesPerMinute: 100,
  logBytes: 200 * KIB,
  invokeRequestBytes: 500 * KIB,
  invokeResponseBytes: 5 * MIB,
  pushEvents: 50,
  pushBytes: 200 * KIB,
  pushesPerMinute: 500,
  longConsumerBodyBytes: 100 * KIB,
  chain: 1_000,
  schedules: 5,
  kvsKeyLength: 500,
  kvsValueBytes: 240 * KIB,
  kvsValueDepth: 31,
  kvsWriteBytesPerSecond: 1_000_000,
  kvsRequestStep: 10_000,
  kvsTransactionOperations: 25,
  kvsTransactionBytes: 4 * MIB,
  kvsQueryConditions: 100,
  sqlRequestBytes: MIB,
  sqlResponseBytes: 4 * MIB,
  sqlMemoryBytes: 16 * MIB,
  dmlPerSecond: 150,
  ddlPerMinute: 25,
  selectMs: 5_000,
};

/**
 * How long work takes on a virtual clock, in ms. No page says so: they are of the size that the platform's calls have,
 * so that a burst takes time, meets the rates above, and an invocation can run into its end.
 */
export const DURATIONS = {
  /** A network call to a database that is near, for a statement that finds its rows by a key. */
  statement: 5,
  /** A call through the gateway to Jira or Confluence. */
  productCall: 100,
  /** From being due to the first line of the handler, most functions being warm. */
  start: 50,
} as const;

/** Counts within a window that moves with the host's clock. */
export class Window {
  private readonly times: number[] = [];
  constructor(
    private readonly allowed: number,
    private readonly milliseconds: number,
  ) {}

  /** True when one more at `now` stays within the limit; counts it either way. */
  admit(now: number): boolean {
    while (this.times.length > 0 && (this.times[0] ?? now) <= now - this.milliseconds) this.times.shift();
    if (this.times.length >= this.allowed) return false;
    this.times.push(now);
    return true;
  }
}

/** Amounts by key, within a second that moves with the host's clock. */
export class Meter {
  private spent = new Map<string, { at: number; amount: number }[]>();
  /** Keys of other seconds are forgotten when so many are known. */
  private static readonly KNOWN = 1_000;

  constructor(private readonly allowed: number) {}

  /** True when `amount` more of `key` at `now` stays within the limit; what does not is not counted. */
  admit(key: string, amount: number, now: number): boolean {
    const recent = (this.spent.get(key) ?? []).filter(({ at }) => at > now - 1_000);
    const sum = recent.reduce((total, one) => total + one.amount, amount);
    if (sum > this.allowed) return false;
    recent.push({ at: now, amount });
    if (this.spent.size >= Meter.KNOWN) this.forget(now);
    this.spent.set(key, recent);
    return true;
  }

  private forget(now: number): void {
    this.spent = new Map([...this.spent].filter(([, amounts]) => amounts.some(({ at }) => at > now - 1_000)));
  }
}
