import type { Clock } from '../seam';
import type { Activity } from './activity';
import type { Runner } from './queue/runner';

/** Runs waiting work until nothing is due within `within` ms from now. A virtual clock moves on, a real one is waited for. */
export async function settle(clock: Clock, activity: Activity, runner: Runner, within: number): Promise<void> {
  const end = clock.now() + within;
  for (;;) {
    runner.pump();
    await activity.settled();
    const next = runner.next();
    if (next === null || next > end) return;
    const wait = Math.max(0, next - clock.now());
    if (clock.kind === 'virtual' && wait > 0) await clock.advance(wait);
    else await new Promise((done) => setTimeout(done, clock.kind === 'virtual' ? 0 : Math.min(50, Math.max(5, wait))));
  }
}
