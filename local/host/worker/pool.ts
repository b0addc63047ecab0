import { Worker } from 'node:worker_threads';
import type { Clock } from '../../seam';
import type { Activity } from '../activity';
import type { Checks } from '../checks';
import { DURATIONS } from '../limits';
import type { Answer, FetchMeta, RuntimeFacts, ToHost, ToWorker, WorkerData } from './protocol';

/** One run of one function. */
export interface Job {
  id: string;
  handler: string;
  parameters: unknown[];
  runtime: RuntimeFacts;
  timeoutMs: number;
  memoryMB: number;
  /** Serves a call of the app; `end` kills the worker instead of answering. */
  serve(call: {
    meta: FetchMeta;
    path: string;
    init: { method: string; headers: Record<string, string>; body: string | null };
  }): Promise<Answer | 'end'>;
  log(level: string, line: string): void;
}

export type FailureReason = 'threw' | 'timed-out' | 'out-of-memory' | 'ended';

/** Why an invocation has no result. */
export class InvocationFailed extends Error {
  override readonly name = 'InvocationFailed';
  constructor(
    readonly reason: FailureReason,
    message: string,
    readonly memory: number | null,
    readonly remoteStack = '',
  ) {
    super(message);
  }
}

export interface Result {
  value: unknown;
  memory: number;
}

interface Slot {
  worker: Worker;
  memoryMB: number;
  busy: Run | null;
}

/** What is young moves on early: by default each worker would let 48 MiB of it gather, which no invocation needs. */
const YOUNG_MB = 6;

/** Workers, reused warm, one invocation at a time for each; waiting invocations start in the order of their coming. */
export class Pool {
  private readonly slots = new Set<Slot>();
  private readonly queue: { job: Job; started: (started: { slot: Slot; run: Run }) => void }[] = [];
  private closed = false;

  constructor(
    private readonly file: string,
    private readonly bundle: string,
    private readonly size: number,
    private readonly clock: Clock,
    private readonly activity: Activity,
    private readonly checks: Checks,
  ) {}

  /** @throws InvocationFailed */
  async run(job: Job): Promise<Result> {
    this.activity.enter();
    await this.activity.take(DURATIONS.start);
    const waiting = new Promise<{ slot: Slot; run: Run }>((started) => this.queue.push({ job, started }));
    this.dispatch();
    const queued = this.queue.some((entry) => entry.job === job);
    if (queued) this.activity.leave(); // It waits for a worker, which may wait for the clock.
    const { slot, run } = await waiting;
    if (queued) this.activity.enter();
    try {
      return await run.finished();
    } finally {
      slot.busy = null;
      if (run.spent) this.drop(slot);
      this.dispatch();
      this.activity.leave();
    }
  }

  private dispatch(): void {
    const next = this.queue[0];
    if (!next || this.closed) return;
    const idle = [...this.slots].filter((slot) => slot.busy === null);
    let slot = idle.find((candidate) => candidate.memoryMB === next.job.memoryMB);
    if (!slot && this.slots.size >= this.size) {
      const other = idle[0];
      if (!other) return;
      this.drop(other);
    }
    slot ??= this.open(next.job.memoryMB);
    this.queue.shift();
    const run = new Run(next.job, slot.worker, this.clock, this.activity);
    slot.busy = run;
    next.started({ slot, run });
    this.dispatch();
  }

  private open(memoryMB: number): Slot {
    const data: WorkerData = {
      bundle: this.bundle,
      virtual: this.clock.kind === 'virtual',
      memoryBytes: this.checks.holds('buffer-memory') ? memoryMB * 2 ** 20 : null,
    };
    const worker = new Worker(this.file, {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: memoryMB, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    const slot: Slot = { worker, memoryMB, busy: null };
    worker.unref();
    worker.on('error', (error) => slot.busy?.died(error));
    worker.on('exit', () => {
      slot.busy?.died(null);
      this.slots.delete(slot);
    });
    this.slots.add(slot);
    return slot;
  }

  private drop(slot: Slot): void {
    this.slots.delete(slot);
    void slot.worker.terminate();
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.slots].map((slot) => slot.worker.terminate()));
  }

  /** The earliest instant that a blocked invocation waits for. */
  nextWait(): number | null {
    const waits = [...this.slots].flatMap((slot) => slot.busy?.waits() ?? []);
    return waits.length > 0 ? Math.min(...waits) : null;
  }
}

/** One invocation in one worker. */
class Run {
  spent = false;
  private readonly timers = new Map<number, { at: number; cancel: () => void }>();
  private blocked = false;
  private ended = false;
  private told = 0;
  private settle: (outcome: Result | InvocationFailed) => void = () => {};
  private readonly outcome = new Promise<Result | InvocationFailed>((resolve) => {
    this.settle = resolve;
  });
  private readonly onMessage = (message: ToHost) => this.receive(message);
  private readonly cancels: (() => void)[] = [];

  constructor(
    private readonly job: Job,
    private readonly worker: Worker,
    private readonly clock: Clock,
    private readonly activity: Activity,
  ) {
    const deadline = clock.now() + job.timeoutMs;
    worker.ref();
    worker.on('message', this.onMessage);
    this.cancels.push(
      clock.at(deadline, () =>
        this.end('timed-out', `The function ran longer than its limit of ${job.timeoutMs / 1000} s.`),
      ),
    );
    if (clock.kind === 'virtual') {
      // A virtual clock does not move while the app computes: wall time is the safety net.
      const timer = setTimeout(
        () => this.end('timed-out', `The function computed longer than its limit of ${job.timeoutMs / 1000} s.`),
        job.timeoutMs,
      );
      this.cancels.push(() => clearTimeout(timer));
    }
    this.tell({
      kind: 'invoke',
      id: job.id,
      handler: job.handler,
      parameters: job.parameters,
      runtime: job.runtime,
      deadline,
      now: clock.now(),
    });
  }

  async finished(): Promise<Result> {
    const outcome = await this.outcome;
    this.ended = true;
    this.worker.off('message', this.onMessage);
    this.worker.unref();
    for (const cancel of this.cancels) cancel();
    for (const { cancel } of this.timers.values()) cancel();
    this.timers.clear();
    this.wake();
    if (outcome instanceof InvocationFailed) throw outcome;
    return outcome;
  }

  died(error: Error | null): void {
    this.spent = true;
    const memory = (error as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (memory) this.full();
    else
      this.settle(
        new InvocationFailed(
          'ended',
          error ? `The worker ended: ${error.message}` : 'The worker ended.',
          null,
          error?.stack,
        ),
      );
  }

  private full(): void {
    this.spent = true;
    const { memoryMB } = this.job;
    const message = `The function used more than its ${memoryMB} MB of memory.`;
    this.settle(new InvocationFailed('out-of-memory', message, memoryMB * 2 ** 20));
  }

  waits(): number[] {
    return this.blocked ? [...this.timers.values()].map((timer) => timer.at) : [];
  }

  private end(reason: FailureReason, message: string): void {
    this.spent = true;
    this.settle(new InvocationFailed(reason, message, null));
    void this.worker.terminate();
  }

  private tell(message: ToWorker): void {
    this.wake();
    this.told += 1;
    this.worker.postMessage(message);
  }

  private wake(): void {
    if (!this.blocked) return;
    this.blocked = false;
    this.activity.unblock();
  }

  private receive(message: ToHost): void {
    if (message.kind === 'fetch') void this.answer(message);
    else if (message.kind === 'log') this.job.log(message.level, message.line);
    else if (message.kind === 'full') this.full();
    else if (message.kind === 'done') this.settle({ value: message.result, memory: message.memory });
    else if (message.kind === 'failed')
      this.settle(new InvocationFailed('threw', message.message, message.memory, message.stack));
    else if (message.kind === 'timer') this.startTimer(message.timer, message.milliseconds);
    else if (message.kind === 'cancel') this.stopTimer(message.timer);
    else if (message.kind === 'idle' && !this.blocked && message.heard === this.told) {
      this.blocked = true;
      this.activity.block();
    }
  }

  private startTimer(timer: number, milliseconds: number): void {
    const at = this.clock.now() + milliseconds;
    const cancel = this.clock.at(at, () => {
      this.timers.delete(timer);
      this.tell({ kind: 'fired', timer, now: this.clock.now() });
      return this.activity.settled();
    });
    this.timers.set(timer, { at, cancel });
  }

  private stopTimer(timer: number): void {
    this.timers.get(timer)?.cancel();
    this.timers.delete(timer);
  }

  /** A call is an activity of its own: of several at once each takes its time, and none waits for the others. */
  private async answer(message: Extract<ToHost, { kind: 'fetch' }>): Promise<void> {
    this.activity.enter();
    const answer = await this.job.serve(message).catch(
      (error: unknown): Answer => ({
        status: 500,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          code: 'UNKNOWN_ERROR',
          message: `The local host failed: ${error instanceof Error ? error.stack : String(error)}`,
        }),
      }),
    );
    // A run that is over has no ears, and its worker may serve another one.
    if (!this.ended && !this.spent) {
      if (answer === 'end') this.end('ended', 'The worker was ended by a fault.');
      else this.tell({ kind: 'answer', call: message.call, answer, now: this.clock.now() });
    }
    this.activity.leave();
  }
}
