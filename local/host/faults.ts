import type { ProductEvent } from '../seam';
import type { RateLimitFault } from '../site/points';

/** A call of a worker to the platform, as `killWorkerAt` sees it. `index` counts all calls since the fault was set. */
export interface Call {
  kind: 'sql' | 'product' | 'kvs' | 'queue';
  text: string;
  index: number;
}

export type KillPredicate = (call: Call) => 'before' | 'after' | null;

/** Makes Jira answer 429; null ends it. */
export type RateLimiting = (fault: RateLimitFault | null) => void;

/** What goes wrong on purpose. Everything holds until `clear`. */
export class Faults {
  private lose: (event: ProductEvent) => boolean = () => false;
  private repeats = 0;
  private shuffle = false;
  private delay = 0;
  private kill: KillPredicate | null = null;
  private calls = 0;
  private slowSql = 0;
  private freeConcurrency = false;

  constructor(private readonly limitRate: RateLimiting) {}

  /** Loses events with probability `p` (0 to 1), or those that the predicate names. */
  loseEvents(p: number | ((event: ProductEvent) => boolean)): void {
    this.lose = typeof p === 'number' ? () => Math.random() < p : p;
  }
  /** Delivers each event `n` more times. */
  repeatEvents(n: number): void {
    this.repeats = n;
  }
  /** Delivers events in random order, within a second. */
  shuffleEvents(on: boolean): void {
    this.shuffle = on;
  }
  /** Delivers events late; the platform promises at most three minutes. */
  delayEvents(ms: number): void {
    this.delay = ms;
  }
  rateLimit(fault: RateLimitFault | null): void {
    this.limitRate(fault);
  }
  /** Ends the worker before or after the calls that the predicate names. */
  killWorkerAt(predicate: KillPredicate): void {
    this.kill = predicate;
    this.calls = 0;
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
    this.lose = () => false;
    this.repeats = 0;
    this.shuffle = false;
    this.delay = 0;
    this.kill = null;
    this.slowSql = 0;
    this.freeConcurrency = false;
    this.limitRate(null);
  }

  /** When copies of `event` arrive, as delays in milliseconds; none when it is lost. */
  arrivals(event: ProductEvent, usual: number): number[] {
    if (this.lose(event)) return [];
    return Array.from(
      { length: 1 + this.repeats },
      () => usual + this.delay + (this.shuffle ? Math.random() * 1_000 : 0),
    );
  }
  fateOf(kind: Call['kind'], text: string): 'before' | 'after' | null {
    return this.kill?.({ kind, text, index: this.calls++ }) ?? null;
  }
  get statementDelay(): number {
    return this.slowSql;
  }
  get concurrencyIgnored(): boolean {
    return this.freeConcurrency;
  }
}
