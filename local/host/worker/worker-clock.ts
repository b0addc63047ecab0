import type { ToHost } from './protocol';

export interface WorkerClock {
  set(now: number): void;
  fire(timer: number): void;
  /** Tells the host when nothing can go on before it says something. */
  watch(): void;
  /** Drops timers that an invocation left behind. */
  forget(): void;
}

/**
 * Lets `Date` and timers of the app follow the host's clock. A virtual clock stands still between messages, and a
 * timer is served by the host: it fires when the host's clock gets there, without costing wall time.
 * @param outstanding how many calls to the platform have no answer yet
 * @param heard how many messages of the host this invocation has had: an idle that crosses one on its way is void
 */
export function follow(
  virtual: boolean,
  post: (message: ToHost) => void,
  outstanding: () => number,
  heard: () => number,
): WorkerClock {
  if (!virtual) return { set() {}, fire() {}, watch() {}, forget() {} };
  let now = 0;
  let nextTimer = 1;
  const timers = new Map<number, { run: () => void; every: number | null }>();
  const later = setImmediate;

  const RealDate = Date;
  const hostDate: DateConstructor = new Proxy(RealDate, {
    construct: (target, parameters, newTarget): object =>
      Reflect.construct(
        target,
        parameters.length === 0 ? [now] : parameters,
        newTarget === hostDate ? target : newTarget,
      ) as object,
    apply: () => new RealDate(now).toString(),
    get: (target, key) => (key === 'now' ? () => now : Reflect.get(target, key)),
  });
  RealDate.prototype.constructor = hostDate;

  let watched = false;
  const watch = () => {
    if (watched) return;
    watched = true;
    // Two turns of the event loop: everything that microtasks and immediates of the app still start has been started.
    later(() =>
      later(() => {
        watched = false;
        if (timers.size + outstanding() > 0) post({ kind: 'idle', heard: heard() });
      }),
    );
  };
  const start = (
    run: (...parameters: unknown[]) => void,
    milliseconds: number,
    repeats: boolean,
    parameters: unknown[],
  ) => {
    const timer = nextTimer++;
    const wait = Math.max(1, Math.trunc(Number(milliseconds) || 0)); // Whole milliseconds, as Node has them.
    timers.set(timer, { run: () => run(...parameters), every: repeats ? wait : null });
    post({ kind: 'timer', timer, milliseconds: wait });
    watch();
    const handle = {
      ref: () => handle,
      unref: () => handle,
      hasRef: () => true,
      refresh: () => handle,
      [Symbol.toPrimitive]: () => timer,
    };
    return handle;
  };
  const stop = (handle: unknown) => {
    const timer = Number(handle);
    if (timers.delete(timer)) post({ kind: 'cancel', timer });
  };
  Object.assign(globalThis, {
    Date: hostDate,
    setTimeout: (run: () => void, ms = 0, ...parameters: unknown[]) => start(run, ms, false, parameters),
    setInterval: (run: () => void, ms = 0, ...parameters: unknown[]) => start(run, ms, true, parameters),
    clearTimeout: stop,
    clearInterval: stop,
  });
  return {
    set(value) {
      now = value;
    },
    watch,
    fire(timer) {
      const entry = timers.get(timer);
      if (!entry) return;
      if (entry.every === null) timers.delete(timer);
      else post({ kind: 'timer', timer, milliseconds: entry.every });
      entry.run();
      watch();
    },
    forget: () => timers.clear(),
  };
}
