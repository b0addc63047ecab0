import type { Clock } from '../../seam';
import type { Activity } from '../activity';
import type { Faults } from '../faults';
import type { Invoker } from '../invoker';
import type { Journal } from '../journal';
import type { Manifest } from '../manifest';
import { InvocationFailed } from '../worker/pool';
import { afterAnswer, afterFailure, type Verdict } from './retry';
import type { Pending, QueueStore } from './store';

/** Starts due work: events of queues, product events for triggers, lifecycle events. At least once, retried, persisted. */
export class Runner {
  private readonly running = new Map<number, Pending>();
  private wake: { at: number; cancel: () => void } | null = null;
  private closed = false;

  constructor(
    private readonly manifest: Manifest,
    private readonly store: QueueStore,
    private readonly invoker: Invoker,
    private readonly clock: Clock,
    private readonly activity: Activity,
    private readonly journal: Journal,
    private readonly faults: Faults,
    private readonly parallel: number,
  ) {}

  /** Starts what is due and sets the alarm for what comes next. */
  pump(): void {
    if (this.closed) return;
    // One reading of the clock for both: what falls due between two readings would be woken by nobody.
    const now = this.clock.now();
    while (this.running.size < this.parallel) {
      const pending = this.store.next(now, this.fullKeys());
      if (!pending) break;
      this.store.start(pending.sequence);
      this.running.set(pending.sequence, pending);
      void this.work(pending);
    }
    this.arm(now);
  }

  /** The earliest instant at which work waits, also when it is due already; null when nothing waits or runs. */
  next(): number | null {
    return this.running.size > 0 ? this.clock.now() : this.store.earliest();
  }

  close(): void {
    this.closed = true;
    this.wake?.cancel();
  }

  /** What is due at `now` waits for a free worker or key, and whoever frees it pumps again. */
  private arm(now: number): void {
    const next = this.store.earliest();
    if (next === null || next <= now || this.wake?.at === next) return;
    this.wake?.cancel();
    const cancel = this.clock.at(next, () => {
      this.wake = null;
      this.pump();
      return this.activity.settled();
    });
    this.wake = { at: next, cancel };
  }

  /** Concurrency keys that have as many running events as their limit, over all queues of the installation. */
  private fullKeys(): Set<string> {
    const full = new Set<string>();
    if (this.faults.concurrencyIgnored) return full;
    const counts = new Map<string, number>();
    for (const { concurrency } of this.running.values()) {
      if (!concurrency) continue;
      const count = (counts.get(concurrency.key) ?? 0) + 1;
      counts.set(concurrency.key, count);
      if (count >= concurrency.limit) full.add(concurrency.key);
    }
    return full;
  }

  private async work(pending: Pending): Promise<void> {
    let verdict: Verdict;
    try {
      verdict = afterAnswer(await this.invoke(pending), pending, this.clock.now());
    } catch (error) {
      if (!(error instanceof InvocationFailed)) throw error;
      verdict = afterFailure(error, pending, this.clock.now());
    }
    if (!this.closed) this.conclude(pending, verdict);
    this.running.delete(pending.sequence);
    this.pump();
  }

  private conclude(pending: Pending, verdict: Verdict): void {
    if (verdict.kind === 'retry') this.store.retry(pending, verdict.due, verdict.context, verdict.asked);
    else this.store.finish(pending, verdict.kind === 'done' ? 'success' : 'failed');
    this.journal.add('job', {
      at: this.clock.now(),
      queue: pending.queue,
      eventId: pending.eventId,
      state: verdict.kind,
      ...(verdict.kind === 'done' ? {} : { reason: verdict.reason }),
    });
  }

  private invoke(pending: Pending): Promise<unknown> {
    const retryContext = pending.retryContext && { retryCount: pending.retries, ...pending.retryContext };
    const base = { moduleKey: pending.module, accountId: null, chain: pending.chain };
    if (pending.kind !== 'consumer') {
      const payload = { ...(pending.body as Record<string, unknown>), ...(retryContext ? { retryContext } : {}) };
      return this.invoker.run({ ...base, functionKey: pending.queue, kind: pending.kind, payload });
    }
    const consumer = this.manifest.consumers.find((candidate) => candidate.key === pending.module);
    const payload = {
      body: pending.body,
      queueName: pending.queue,
      jobId: pending.jobId,
      eventId: pending.eventId,
      ...(pending.delayInSeconds === null ? {} : { delayInSeconds: pending.delayInSeconds }),
      ...(pending.concurrency ? { concurrency: pending.concurrency } : {}),
      ...(retryContext ? { retryContext } : {}),
    };
    return this.invoker.run({ ...base, functionKey: consumer?.function ?? '', kind: 'consumer', payload });
  }
}
