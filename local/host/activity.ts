import type { Clock } from '../seam';

/**
 * Knows whether anything is going on in the host that does not wait for the clock. A virtual clock moves on only when
 * nothing is: so no wait of the app costs wall time, and none is cut short by work that still runs.
 */
export class Activity {
  private running = 0;
  private waiting = 0;
  private waiters: (() => void)[] = [];
  private watched = false;
  private quietWaiters: (() => void)[] = [];
  /** How many calls wait for each instant: two that begin together end together. */
  private readonly pauses = new Map<number, number>();

  constructor(
    private readonly clock: Clock,
    /** The instant of the earliest wait of a blocked invocation. */
    private readonly nextWait: () => number | null,
  ) {}

  enter(): void {
    this.running += 1;
  }

  leave(): void {
    this.running -= 1;
    if (this.running > 0) return;
    setImmediate(() => {
      if (this.running > 0) return;
      const waiters = this.waiters;
      this.waiters = [];
      for (const waiter of waiters) waiter();
      if (this.waiting === 0) {
        const quiet = this.quietWaiters;
        this.quietWaiters = [];
        for (const waiter of quiet) waiter();
      }
      this.moveOn();
    });
  }

  /** Counts what waits: for the clock, or for what a test holds. */
  block(): void {
    this.waiting += 1;
    this.leave();
  }
  unblock(): void {
    this.waiting -= 1;
    this.enter();
  }

  /** Waits on the host's clock within an invocation; the clock may move on meanwhile. */
  async pause(milliseconds: number): Promise<void> {
    const at = this.clock.now() + milliseconds;
    this.pauses.set(at, (this.pauses.get(at) ?? 0) + 1);
    this.block();
    await new Promise<void>((resolve) => {
      this.clock.at(at, () => {
        const left = (this.pauses.get(at) ?? 1) - 1;
        if (left === 0) this.pauses.delete(at);
        else this.pauses.set(at, left);
        this.unblock();
        resolve();
        return this.settled();
      });
    });
  }

  /** Resolves when nothing runs that does not wait for the clock. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      setImmediate(() => {
        if (this.running === 0) resolve();
        else this.waiters.push(() => void this.settled().then(resolve));
      });
    });
  }

  /** Resolves when no invocation runs, nor waits for the clock. */
  quiet(): Promise<void> {
    return new Promise((resolve) => {
      setImmediate(() => {
        if (this.running === 0 && this.waiting === 0) resolve();
        else this.quietWaiters.push(() => void this.quiet().then(resolve));
      });
    });
  }

  /** Lets work take its time on a virtual clock; on a real one time passes by itself. */
  async take(milliseconds: number): Promise<void> {
    if (this.clock.kind === 'virtual') await this.pause(milliseconds);
  }

  /** Moves a virtual clock to the next wait when nobody else does: an invocation that nobody advances for sleeps. */
  private moveOn(): void {
    if (this.clock.kind !== 'virtual' || this.waiting === 0 || this.watched) return;
    this.watched = true;
    setImmediate(() =>
      setImmediate(async () => {
        await this.clock.whenStill();
        this.watched = false;
        const waits = [this.nextWait(), ...this.pauses.keys()].filter((at) => at !== null);
        if (this.running > 0 || waits.length === 0) return;
        const next = Math.min(...waits);
        void this.clock.advance(Math.max(0, next - this.clock.now()));
      }),
    );
  }
}
