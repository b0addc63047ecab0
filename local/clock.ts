import type { Clock } from './seam';

interface Due {
  at: number;
  sequence: number;
  work: () => void | Promise<void>;
}

/** A clock that stands still until `advance` is called: tests and batch commands use it. */
export function virtualClock(start: number): Clock {
  let now = start;
  let sequence = 0;
  let moving = 0;
  let waiters: (() => void)[] = [];
  const queue: Due[] = [];
  const clock: Clock = {
    kind: 'virtual',
    now: () => now,
    at(at, work) {
      const due: Due = { at, sequence: sequence++, work };
      queue.push(due);
      return () => {
        const index = queue.indexOf(due);
        if (index >= 0) queue.splice(index, 1);
      };
    },
    async advance(milliseconds) {
      const end = now + milliseconds;
      moving += 1;
      try {
        for (;;) {
          queue.sort((a, b) => a.at - b.at || a.sequence - b.sequence);
          const next = queue[0];
          if (!next || next.at > end) break;
          queue.shift();
          now = Math.max(now, next.at);
          await next.work();
        }
        now = Math.max(now, end);
      } finally {
        moving -= 1;
        if (moving === 0) {
          for (const waiter of waiters) waiter();
          waiters = [];
        }
      }
    },
    whenStill: () => (moving === 0 ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve))),
    sleep(milliseconds) {
      now += milliseconds;
      return clock.advance(0);
    },
  };
  return clock;
}

/** Timers of Node are limited to 2^31 - 1 ms; longer waits are cut into pieces. */
const LONGEST_TIMER = 2 ** 31 - 1;

function refuseToMove(): never {
  throw new Error('The machine’s clock cannot be moved. Start the site with a virtual clock.');
}

/** The machine's clock. */
export function realClock(): Clock {
  return {
    kind: 'real',
    now: () => Date.now(),
    at(at, work) {
      let timer: NodeJS.Timeout;
      const arm = () => {
        const wait = at - Date.now();
        timer = setTimeout(
          () => (wait > LONGEST_TIMER ? arm() : void work()),
          Math.min(Math.max(wait, 0), LONGEST_TIMER),
        );
      };
      arm();
      return () => clearTimeout(timer);
    },
    advance: refuseToMove,
    sleep: refuseToMove,
    whenStill: () => Promise.resolve(),
  };
}
