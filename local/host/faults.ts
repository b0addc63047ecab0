import type { Product, ProductEvent } from '../seam';
import type { RateLimitFault } from '../site/points';

/** A call of a worker to the platform, as `killWorkerAt` sees it. `index` counts all calls since the fault was set. */
export interface Call {
  kind: 'sql' | 'product' | 'kvs' | 'queue';
  text: string;
  index: number;
}

export type KillPredicate = (call: Call) => 'before' | 'after' | null;

/** What a call waits for before it is served, or null. */
export type Hold = (call: Omit<Call, 'index'>) => Promise<void> | null;

export type ProductName = Product['name'];

/** Makes a product answer 429; null ends it. */
export type RateLimiting = (product: ProductName, fault: RateLimitFault | null) => void;

/** A product that answers 503 to the app. */
export interface Outage {
  /** How many of the next calls; all of them when absent. */
  calls?: number;
  retryAfterSeconds?: number;
}

/** What goes wrong on purpose. Everything holds until `clear`. */
export class Faults {
  private lose: (event: ProductEvent) => boolean = () => false;
  private repeats = 0;
  private shuffle: (() => number) | null = null;
  private delay = 0;
  private kill: KillPredicate | null = null;
  private calls = 0;
  private hold: Hold | null = null;
  private slowSql = 0;
  private freeConcurrency = false;
  private readonly outages = new Map<ProductName, Outage>();
  private readonly slowness = new Map<ProductName, number>();
  private readonly limits = new Map<ProductName, RateLimitFault>();
  private lossRate = 0;

  constructor(private readonly limitRate: RateLimiting) {}

  /** Loses events with probability `p` (0 to 1), or those that the predicate names. */
  loseEvents(p: number | ((event: ProductEvent) => boolean)): void {
    this.lose = typeof p === 'number' ? () => Math.random() < p : p;
    this.lossRate = typeof p === 'number' ? p : 1;
  }
  /** Delivers each event `n` more times. */
  repeatEvents(n: number): void {
    this.repeats = n;
  }
  /** Delivers events in another order, within a second. @param random from 0 to 1; whoever wants the same order again gives it */
  shuffleEvents(on: boolean, random: () => number = Math.random): void {
    this.shuffle = on ? random : null;
  }
  /** Delivers events late; the platform promises at most three minutes. */
  delayEvents(ms: number): void {
    this.delay = ms;
  }
  /** Makes a product answer the app's calls with 429. */
  rateLimit(fault: RateLimitFault | null, product: ProductName = 'jira'): void {
    if (fault) this.limits.set(product, fault);
    else this.limits.delete(product);
    this.limitRate(product, fault);
  }
  /** Makes a product answer the app's calls with 503; null ends it. People reach it all the same. */
  unavailable(product: ProductName, outage: Outage | null): void {
    if (outage) this.outages.set(product, outage);
    else this.outages.delete(product);
  }
  /** Makes each of the app's calls of a product take `ms` of the host's clock longer. */
  slowProduct(product: ProductName, ms: number): void {
    this.slowness.set(product, ms);
  }
  /** Ends the worker before or after the calls that the predicate names. */
  killWorkerAt(predicate: KillPredicate): void {
    this.kill = predicate;
    this.calls = 0;
  }
  /** Makes calls wait for what the function answers, so that work which runs at the same time meets where a test wants. */
  holdAt(hold: Hold): void {
    this.hold = hold;
  }
  /** Makes each statement take `ms` of the host's clock. */
  sqlDelay(ms: number): void {
    this.slowSql = ms;
  }
  /** Lets more jobs of one concurrency key run than its limit says. */
  ignoreConcurrency(on: boolean): void {
    this.freeConcurrency = on;
  }
  clear(): void {
    this.loseEvents(0);
    this.repeats = 0;
    this.shuffle = null;
    this.delay = 0;
    this.kill = null;
    this.hold = null;
    this.slowSql = 0;
    this.freeConcurrency = false;
    this.outages.clear();
    this.slowness.clear();
    this.rateLimit(null, 'jira');
    this.rateLimit(null, 'confluence');
  }

  /** What was set and not cleared, for the shell; a fault for some calls stays listed when they are over. */
  state(): Record<string, unknown> {
    return {
      loseEvents: this.lossRate,
      repeatEvents: this.repeats,
      shuffleEvents: this.shuffle !== null,
      delayEvents: this.delay,
      sqlDelay: this.slowSql,
      ignoreConcurrency: this.freeConcurrency,
      rateLimit: Object.fromEntries(this.limits),
      unavailable: Object.fromEntries(this.outages),
      slow: Object.fromEntries(this.slowness),
    };
  }

  /** The outage that meets a call of the app; counts it. */
  outageOf(product: ProductName): Outage | null {
    const outage = this.outages.get(product) ?? null;
    if (outage?.calls !== undefined)
      this.unavailable(product, outage.calls > 1 ? { ...outage, calls: outage.calls - 1 } : null);
    return outage;
  }
  delayOf(product: ProductName): number {
    return this.slowness.get(product) ?? 0;
  }

  /** When copies of `event` arrive, as delays in milliseconds; none when it is lost. */
  arrivals(event: ProductEvent, usual: number): number[] {
    if (this.lose(event)) return [];
    return Array.from(
      { length: 1 + this.repeats },
      () => usual + this.delay + (this.shuffle ? this.shuffle() * 1_000 : 0),
    );
  }
  fateOf(kind: Call['kind'], text: string): 'before' | 'after' | null {
    return this.kill?.({ kind, text, index: this.calls++ }) ?? null;
  }
  holdOf(kind: Call['kind'], text: string): Promise<void> | null {
    return this.hold?.({ kind, text }) ?? null;
  }
  get statementDelay(): number {
    return this.slowSql;
  }
  get concurrencyIgnored(): boolean {
    return this.freeConcurrency;
  }
}
